using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>A row of the service health: a component, or a group of them.</summary>
public sealed record StatusComponent
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public required ServiceState State { get; init; }
    public required string? Wording { get; init; }

    /// <summary>What a group holds, groups among them; null for a component.</summary>
    public IReadOnlyList<StatusComponent>? Children { get; init; }

    /// <summary>Share of the time that it worked, 0 to 1, where the provider measures it.</summary>
    public double? Availability { get; init; }

    /// <summary>At most ninety days, oldest first, where the provider keeps them.</summary>
    public IReadOnlyList<StatusDay>? History { get; init; }

    [JsonIgnore]
    public int LeafCount => Children is null ? 1 : Children.Sum(child => child.LeafCount);
}

/// <summary>A day of the history, in the page's own zone.</summary>
public sealed record StatusDay
{
    public required DateOnly Day { get; init; }
    public required ServiceState State { get; init; }

    /// <summary>Seconds down, where the provider counts them.</summary>
    public double? DownSeconds { get; init; }
}

/// <summary>
/// The reading as JSON, for the messenger and for programs. Names are snake_case, as everywhere in the messenger.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StatusReading))]
public sealed partial class StatusJson : JsonSerializerContext;
