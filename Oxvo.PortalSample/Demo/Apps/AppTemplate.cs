using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Data;

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

    /// <summary>Whether the app is told <c>oxvo.current_user</c> in any case; else a flag can ask for it.</summary>
    public bool WantsCurrentUser { get; init; }

    /// <summary><c>frame</c>, or <c>status</c> for the messenger's own view.</summary>
    public string Opens { get; init; } = Frame;

    /// <summary>With <c>status</c>: <c>statuspage</c>, <c>betterstack</c> or <c>instatus</c>.</summary>
    public string? Provider { get; init; }

    /// <summary>The frame's permissions, only those that its providers do not work without; empty: none.</summary>
    public string Allow { get; init; } = "";
    public string ReferrerPolicy { get; init; } = "strict-origin";
}

/// <summary>What is filled in. Every value is text; a flag is <c>true</c> or <c>false</c>, else false.</summary>
public sealed record TemplateField
{
    public const string IsAddress = "address", IsText = "text", IsChoice = "choice", IsFlag = "flag";

    public const string TellsCurrentUser = "tell-current-user", AddsIdentifier = "add-identifier",
        NamesIdentifier = "name-identifier";

    public required string Key { get; init; }
    public required string Label { get; init; }
    public string Hint { get; init; } = "";

    /// <summary>A value that the field accepts, empty for a flag; <c>{portal}</c> is this run's portal.</summary>
    public string Example { get; init; } = "";

    /// <summary><c>address</c>, <c>text</c>, <c>choice</c> or <c>flag</c>.</summary>
    public required string Kind { get; init; }
    public bool Required { get; init; }
    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>What an address or a text must be, to follow on "Use " in a refusal.</summary>
    public string Expects { get; init; } = "";

    /// <summary>What a text must match.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>How an address becomes one that can be embedded: the first that fits decides, none refuses.</summary>
    public IReadOnlyList<AddressRule> Rules { get; init; } = [];

    /// <summary>
    /// What a flag is for: <c>tell-current-user</c>, <c>add-identifier</c>; or a text: <c>name-identifier</c>.
    /// </summary>
    public string? Does { get; init; }
}

/// <summary>One of a field's choices.</summary>
public sealed record FieldChoice
{
    public required string Value { get; init; }
    public required string Label { get; init; }

    /// <summary>What is drawn beside such an app; null: as for the template.</summary>
    public string? Icon { get; init; }

    /// <summary>Parameters that the choice puts into the address; null takes one out.</summary>
    public IReadOnlyDictionary<string, string?> Query { get; init; } = new Dictionary<string, string?>();
}

/// <summary>The templates of <c>seed-data/app-templates</c>, in their order.</summary>
public sealed record AppTemplates(IReadOnlyList<AppTemplate> All)
{
    public AppTemplate? Find(string key) => All.FirstOrDefault(template => template.Key == key);

    /// <exception cref="DemoDataException">The folder or a file cannot be read.</exception>
    public static AppTemplates Read(string folder)
    {
        try
        {
            var all = Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)
                .Select(file => SeedFile.Read<AppTemplate>(file, "an app template"))
                .OrderBy(template => template.Order).ToList();
            return all.Count > 0 ? new(all)
                : throw new DemoDataException($"{folder} holds no app template. Put back its files.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DemoDataException(
                $"{folder} cannot be read as the folder of the app templates: {fault.Message}");
        }
    }
}
