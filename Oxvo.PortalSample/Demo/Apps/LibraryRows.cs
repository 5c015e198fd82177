using System.Text.Json;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>A saved app as it is stored.</summary>
internal sealed record AppRow
{
    public required long Id { get; init; }
    public string? Key { get; init; }
    public required string Template { get; init; }
    public required string Title { get; init; }
    public required string Line { get; init; }
    public required string ValuesJson { get; init; }

    public SavedApp ToApp() => new()
    {
        Id = Id,
        Key = Key ?? $"app-{Id}",
        Template = Template,
        Title = Title,
        Line = Line,
        Values = JsonSerializer.Deserialize<Dictionary<string, string>>(ValuesJson) ?? [],
    };
}

/// <summary>An app on a widget.</summary>
internal sealed record PlaceRow
{
    public required string Widget { get; init; }
    public required long App { get; init; }
}
