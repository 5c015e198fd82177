namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>What the messenger opens, made from a template and the values that somebody gave.</summary>
public sealed record MadeApp
{
    /// <summary>At most 2,000 characters; https, or http on this machine.</summary>
    public required string Address { get; init; }

    /// <summary>A name from <c>wwwroot/messenger/icons.js</c>.</summary>
    public required string Icon { get; init; }

    /// <summary><c>frame</c>, or <c>status</c> for the messenger's own view.</summary>
    public required string Opens { get; init; }

    /// <summary>Whose feed the status view reads; null for a frame.</summary>
    public required string? Provider { get; init; }

    /// <summary>The frame's <c>allow</c>; empty where nothing is allowed.</summary>
    public required string Allow { get; init; }

    public required string ReferrerPolicy { get; init; }

    /// <summary>Whether the app is told <c>oxvo.current_user</c>.</summary>
    public required bool WantsCurrentUser { get; init; }

    /// <summary>Where the messenger adds the visitor's identifier when it opens the app; null: nowhere.</summary>
    public required IdentifierParameter? Identifier { get; init; }

    /// <summary>What the person who sets it up should know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>A parameter that carries the identifier: a claim, for the receiver's records and never for its decisions.</summary>
public sealed record IdentifierParameter
{
    /// <summary><c>query</c> or <c>fragment</c>.</summary>
    public required string In { get; init; }

    public required string Name { get; init; }
}
