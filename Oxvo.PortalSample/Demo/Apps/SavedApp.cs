namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>What a person says of an app: a template, and what was filled in.</summary>
public record AppDraft
{
    /// <summary>The template's key.</summary>
    public required string Template { get; init; }

    /// <summary>1 to 40 characters, on the home screen and over the app.</summary>
    public required string Title { get; init; }

    /// <summary>Up to 80 characters below the title on the home screen.</summary>
    public required string Line { get; init; }

    /// <summary>By the template's fields. A flag is "true" or "false".</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
}

/// <summary>An app in the library.</summary>
internal sealed record SavedApp : AppDraft
{
    public required long Id { get; init; }

    /// <summary>How <c>oxvo.open({app})</c> names it: the key of a first app, else <c>app-ID</c>.</summary>
    public required string Key { get; init; }
}

/// <summary>The library, and each widget's apps in order.</summary>
internal sealed record LibraryContent
{
    public required IReadOnlyList<SavedApp> Apps { get; init; }
    public required ILookup<string, long> Widgets { get; init; }
}
