using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.MockHost;

/// <summary>The messenger's apps, from <c>seed-data/apps.json</c>; in an address <c>{portal}</c> stands for the portal's origin.</summary>
public sealed partial record AppCatalogue
{
    const string Portal = "{portal}", Example = "https://portal.acme.example";

    // A member that is not known is a slip of the pen, and would be left out without a word.
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
    };

    public required IReadOnlyList<MessengerAppEntry> Apps { get; init; }

    /// <summary>What is wrong with the file, each with its cure.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public static AppCatalogue Read(string file)
    {
        try
        {
            var apps = JsonSerializer.Deserialize<AppsFile>(File.ReadAllText(file), Strict)?.Apps ?? [];
            return new() { Apps = apps, Faults = [.. Check(apps).Select(fault => $"{file}: {fault}")] };
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return new() { Apps = [], Faults = [$"{file} cannot be read as the messenger's apps: {fault.Message}"] };
        }
    }

    public IReadOnlyList<MessengerAppEntry> Resolve(string? portal) =>
        [.. Apps.Select(app => app with { Address = Resolve(app.Address, portal) })];

    /// <summary>Whom the messenger may frame.</summary>
    public IEnumerable<string> Origins(string? portal) =>
        Apps.Select(app => new Uri(Resolve(app.Address, portal)).GetLeftPart(UriPartial.Authority)).Distinct();

    static string Resolve(string address, string? portal) => address.Replace(Portal, portal ?? Example, StringComparison.Ordinal);

    static IEnumerable<string> Check(IReadOnlyList<MessengerAppEntry> apps)
    {
        if (apps.Count == 0) yield return "there is no app. List at least one under \"apps\".";
        foreach (var app in apps)
        {
            if (!Key().IsMatch(app.Key)) yield return $"key '{app.Key}' must be lower-case letters, digits and '-', 32 at most.";
            if (apps.First(other => other.Key == app.Key) != app) yield return $"key '{app.Key}' stands twice. Give each app its own.";
            if (app.Title.Length is 0 or > 40) yield return $"app '{app.Key}': title must have 1 to 40 characters.";
            if (app.Line.Length is 0 or > 80) yield return $"app '{app.Key}': line must have 1 to 80 characters.";
            if (!Key().IsMatch(app.Icon)) yield return $"app '{app.Key}': icon must name one of wwwroot/messenger/icons.js.";
            if (!IsAddress(app.Address))
                yield return $"app '{app.Key}': address must begin with {Portal}/ or https://, such as {Portal}/?view=orders.";
        }
    }

    static bool IsAddress(string address) =>
        (address.StartsWith(Portal + "/", StringComparison.Ordinal) || address.StartsWith("https://", StringComparison.Ordinal))
        && Uri.TryCreate(Resolve(address, Example), UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,31}\z")]
    private static partial Regex Key();

    sealed record AppsFile
    {
        public required IReadOnlyList<MessengerAppEntry> Apps { get; init; }
    }
}

/// <summary>An app in the messenger's list.</summary>
public sealed record MessengerAppEntry
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Line { get; init; }
    public required string Icon { get; init; }
    public required string Address { get; init; }

    /// <summary>Whether the app is told <c>oxvo.current_user</c>.</summary>
    public required bool WantsCurrentUser { get; init; }
}
