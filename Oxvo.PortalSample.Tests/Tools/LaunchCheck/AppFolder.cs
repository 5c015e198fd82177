using System.Text.Json;
using System.Text.Json.Serialization;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>
/// An app in <c>FaultyApps</c> or <c>GoodApps</c>: its files as they are served, and <c>app.json</c> with what else the
/// server does.
/// </summary>
public sealed record AppFolder
{
    /// <summary>The check that fails it; null for a good one.</summary>
    public string? Fails { get; init; }

    /// <summary>Only a browser sees the fault, though its check sees others without one.</summary>
    public bool InBrowser { get; init; }

    /// <summary>On https, with a certificate that the client trusts unless <see cref="IsTrusted"/> is false.</summary>
    public bool IsHttps { get; init; }
    public bool IsTrusted { get; init; } = true;

    /// <summary>A host name in place of this machine's address.</summary>
    public string? Host { get; init; }
    public bool IsStatus { get; init; }

    /// <summary>Where the address begins, behind the origin.</summary>
    public string Start { get; init; } = "/";

    /// <summary>By path; <c>*</c> for every answer, <c>404</c> for what is not there.</summary>
    public IReadOnlyDictionary<string, AppAnswer> Answers { get; init; } = new Dictionary<string, AppAnswer>();
    public AppApi Api { get; init; } = new();

    [JsonIgnore] public string Folder { get; init; } = "";

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
    };

    /// <param name="kind">FaultyApps or GoodApps.</param>
    public static IEnumerable<string> Names(string kind) =>
        Directory.EnumerateDirectories(Checkout.File($"Oxvo.PortalSample.Tests/Tools/LaunchCheck/{kind}"))
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    public static AppFolder Read(string kind, string name)
    {
        var folder = Checkout.File($"Oxvo.PortalSample.Tests/Tools/LaunchCheck/{kind}/{name}");
        return JsonSerializer.Deserialize<AppFolder>(File.ReadAllText(Path.Combine(folder, "app.json")),
            Json)! with
        { Folder = folder };
    }
}

/// <summary>What the server does at a path beside sending the file there.</summary>
public sealed record AppAnswer
{
    public int? Status { get; init; }

    /// <summary>A redirect.</summary>
    public string? To { get; init; }

    /// <summary>A script of so many bytes in place of a file.</summary>
    public int Bytes { get; init; }

    /// <summary>Null takes one of the usual away. <c>{ancestors}</c> stands for the origins around the app.</summary>
    public IReadOnlyDictionary<string, string?> Headers { get; init; } = new Dictionary<string, string?>();
}

/// <summary>The data endpoint, <c>/api/data</c>. It is asked without a proof, and refuses.</summary>
public sealed record AppApi
{
    public int Status { get; init; } = 401;

    /// <summary>The parameters that open it; the empty one for a call without any.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string> { ["Cache-Control"] = "private, no-store" };
}
