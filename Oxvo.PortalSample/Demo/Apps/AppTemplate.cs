using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Data;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>A kind of app that can be set up without code: <c>seed-data/app-templates/KEY.json</c>.</summary>
/// <param name="Key">Lower-case letters, digits and '-'; the file's name.</param>
/// <param name="Line">What it is for.</param>
/// <param name="Icon">A name from <c>wwwroot/messenger/icons.js</c>.</param>
/// <param name="Order">Its place in the list; no two have the same.</param>
/// <param name="Fields">Exactly one of them is an address.</param>
/// <param name="Address">What opens when the address, being optional, is left empty.</param>
/// <param name="WantsCurrentUser">Whether the app is told <c>oxvo.current_user</c> in any case.</param>
/// <param name="Opens"><c>frame</c>, or <c>status</c> for the messenger's own view.</param>
/// <param name="Provider">With <c>status</c>: <c>statuspage</c>, <c>betterstack</c> or <c>instatus</c>.</param>
/// <param name="Allow">The frame's permissions, only those that its providers do not work without.</param>
public sealed record AppTemplate(
    string Key, string Title, string Line, string Icon, int Order, IReadOnlyList<TemplateField> Fields,
    string? Address = null, bool WantsCurrentUser = false, string Opens = AppTemplate.Frame, string? Provider = null,
    string Allow = "", string ReferrerPolicy = "strict-origin")
{
    public const string Frame = "frame", Status = "status";
}

/// <summary>What is filled in. Every value is text; a flag is <c>true</c> or <c>false</c>, else false.</summary>
/// <param name="Kind"><c>address</c>, <c>text</c>, <c>choice</c> or <c>flag</c>.</param>
/// <param name="Example">A value that it accepts, empty for a flag; <c>{portal}</c> is this run's portal.</param>
/// <param name="Expects">What an address or a text must be, to follow on "Use " in a refusal.</param>
/// <param name="Does">
/// What a flag is for: <c>tell-current-user</c>, <c>add-identifier</c>; or a text: <c>name-identifier</c>.
/// </param>
public sealed record TemplateField(
    string Key, string Label, string Kind, bool Required = false, string Hint = "", string Example = "",
    string Expects = "", string? Does = null)
{
    public const string IsAddress = "address", IsText = "text", IsChoice = "choice", IsFlag = "flag";

    public const string TellsCurrentUser = "tell-current-user", AddsIdentifier = "add-identifier",
        NamesIdentifier = "name-identifier";

    /// <summary>What a text must match.</summary>
    public Regex? Pattern { get; init; }

    public IReadOnlyList<FieldChoice> Choices { get; init; } = [];

    /// <summary>How an address becomes one that can be embedded: the first that fits decides, none refuses.</summary>
    public IReadOnlyList<AddressRule> Rules { get; init; } = [];
}

/// <summary>One of a field's choices.</summary>
/// <param name="Icon">What is drawn beside such an app; null: as for the template.</param>
public sealed record FieldChoice(string Value, string Label, string? Icon = null)
{
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
