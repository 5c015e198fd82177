using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>The library as it is at its first start, and the widgets, from <c>seed-data/apps.json</c>.</summary>
public sealed partial record FirstApps
{
    // A member that is not known is a slip of the pen, and would be left out without a word.
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
    };

    public required IReadOnlyList<FirstApp> Apps { get; init; }
    public required IReadOnlyList<Widget> Widgets { get; init; }

    /// <summary>What is wrong with the file, each with its cure.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Faults { get; private init; } = [];

    /// <param name="file">Where it is.</param>
    /// <param name="maker">What each app must fit.</param>
    public static FirstApps Read(string file, AppMaker maker)
    {
        try
        {
            var first = JsonSerializer.Deserialize<FirstApps>(File.ReadAllText(file), Strict) ?? throw new JsonException("it holds null.");
            return first with { Faults = [.. Check(first, maker).Select(fault => $"{file}: {fault}")] };
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return new() { Apps = [], Widgets = [], Faults = [$"{file} cannot be read as the messenger's apps: {fault.Message}"] };
        }
    }

    static IEnumerable<string> Check(FirstApps first, AppMaker maker)
    {
        foreach (var app in first.Apps)
        {
            if (!Key().IsMatch(app.Key)) yield return $"key '{app.Key}' must be lower-case letters, digits and '-', 32 at most.";
            if (first.Apps.Count(other => other.Key == app.Key) > 1) yield return $"key '{app.Key}' stands twice. Give each app its own.";
            foreach (var (field, fault) in maker.Make(app).Errors) yield return $"app '{app.Key}', {field}: {fault}";
        }
        if (first.Widgets.Count == 0) yield return "there is no widget. List at least one under \"widgets\".";
        foreach (var widget in first.Widgets)
        {
            if (!Key().IsMatch(widget.Key)) yield return $"widget key '{widget.Key}' must be lower-case letters, digits and '-', 32 at most.";
            if (first.Widgets.Count(other => other.Key == widget.Key) > 1) yield return $"widget '{widget.Key}' stands twice. Give each its own key.";
            if (widget.Title.Length is 0 or > 40) yield return $"widget '{widget.Key}': title must have 1 to 40 characters.";
            foreach (var app in widget.Apps.Where(app => first.Apps.All(other => other.Key != app)))
                yield return $"widget '{widget.Key}' shows '{app}', which is not the key of an app.";
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,31}\z")]
    private static partial Regex Key();
}

/// <summary>An app that the library begins with.</summary>
public sealed record FirstApp : AppDraft
{
    public required string Key { get; init; }
}

/// <summary>A widget of the demo: a place where a website includes the messenger.</summary>
public sealed record Widget
{
    /// <summary>What the site gives as <c>data-oxvo-website-token</c>.</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>The keys of the apps that it shows at first, in order.</summary>
    public required IReadOnlyList<string> Apps { get; init; }
}
