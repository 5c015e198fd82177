using System.Text.Json;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>
/// The messenger's status pages, from <c>seed-data/status/pages.json</c>. Only this file says what is fetched: nothing
/// that a visitor sends is ever an address. <c>{mock}</c> stands for the mock providers, <c>{scenario}</c> for what the
/// demo bar chose.
/// </summary>
internal sealed partial record StatusWidgets
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public required IReadOnlyList<StatusWidget> Pages { get; init; }

    /// <summary>What is wrong with the file, each with its cure.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public static StatusWidgets Read(string file)
    {
        try
        {
            var pages = JsonSerializer.Deserialize<PagesFile>(File.ReadAllText(file), Strict)?.Pages ?? [];
            return new() { Pages = pages, Faults = [.. Check(pages).Select(fault => $"{file}: {fault}")] };
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return new() { Pages = [], Faults = [$"{file} cannot be read as the messenger's status pages: {fault.Message}"] };
        }
    }

    static IEnumerable<string> Check(IReadOnlyList<StatusWidget> pages)
    {
        foreach (var page in pages)
        {
            if (!Key().IsMatch(page.Key))
                yield return $"key '{page.Key}' must be lower-case letters, digits and '-', 32 at most.";
            if (pages.First(other => other.Key == page.Key) != page)
                yield return $"key '{page.Key}' stands twice. Give each page its own.";
            if (page.Title.Length is 0 or > 40) yield return $"page '{page.Key}': title must have 1 to 40 characters.";
            if (!page.IsMock && !page.Address.StartsWith("https://", StringComparison.Ordinal))
                yield return $"page '{page.Key}': address must begin with https://, such as https://status.example.com.";
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,31}\z")]
    private static partial Regex Key();

    sealed record PagesFile
    {
        public required IReadOnlyList<StatusWidget> Pages { get; init; }
    }
}

/// <summary>A status page of the messenger.</summary>
internal sealed record StatusWidget
{
    const string Mock = "{mock}";

    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>The page's address as people paste it.</summary>
    public required string Address { get; init; }

    /// <summary>Null: looked for by the feed's content.</summary>
    public FeedProvider? Provider { get; init; }

    /// <summary>Whether it has a card on the home screen.</summary>
    public bool Home { get; init; }

    public bool IsMock => Address.StartsWith(Mock + "/", StringComparison.Ordinal);

    public StatusPage Resolve(string messenger, string scenario) => new(
        Address.Replace(Mock, messenger + StatusProviders.Root, StringComparison.Ordinal)
            .Replace("{scenario}", scenario, StringComparison.Ordinal), Provider);
}
