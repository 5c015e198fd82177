namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>A kind of app that can be set up without code: <c>seed-data/app-templates/KEY.json</c>.</summary>
public sealed record AppTemplate
{
    public const string Frame = "frame", Status = "status";

    /// <summary>Lower-case letters, digits and '-'; the file's name.</summary>
    public required string Key { get; init; }

    public required string Title { get; init; }

    /// <summary>What it is for.</summary>
    public required string Line { get; init; }

    /// <summary>A name from <c>wwwroot/messenger/icons.js</c>.</summary>
    public required string Icon { get; init; }

    /// <summary>Its place in the list; no two have the same.</summary>
    public required int Order { get; init; }

    /// <summary>Exactly one of them is an address.</summary>
    public required IReadOnlyList<TemplateField> Fields { get; init; }

    /// <summary>What opens when the address, being optional, is left empty.</summary>
    public string? Address { get; init; }

    /// <summary>Whether the app is told <c>oxvo.current_user</c>; a field can leave that to the person who sets it up.</summary>
    public bool WantsCurrentUser { get; init; }

    /// <summary><c>frame</c>, or <c>status</c> for the messenger's own view.</summary>
    public string Opens { get; init; } = Frame;

    /// <summary>With <c>status</c>: <c>statuspage</c>, <c>betterstack</c> or <c>instatus</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>The frame's permissions, only those that its providers do not work without; empty: none.</summary>
    public string Allow { get; init; } = "";

    public string ReferrerPolicy { get; init; } = "strict-origin";
}
