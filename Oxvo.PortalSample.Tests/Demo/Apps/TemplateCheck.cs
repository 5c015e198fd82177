using System.Text.Json;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>
/// What is wrong with the files of a folder of templates, each with its file and its cure. The demo only reads them.
/// </summary>
static partial class TemplateCheck
{
    // Those that give another origin the path or query of the embedding page away are not among them.
    static readonly string[] ReferrerPolicies =
    [
        "no-referrer", "origin", "origin-when-cross-origin", "same-origin", "strict-origin",
        "strict-origin-when-cross-origin",
    ];

    static readonly string?[] Providers = ["statuspage", "betterstack", "instatus"];

    // Errors are told by the field's key, beside these three of the form itself.
    static readonly string[] Taken = ["title", "line", "template"];

    static readonly AppPlaces Places =
        new("https://www.acme.example", "https://messenger.example", "https://portal.acme.example");

    /// <summary>Never throws for what a file holds: that is a fault, and its template is left out.</summary>
    public static (IReadOnlyList<AppTemplate> All, IReadOnlyList<string> Faults) Read(string folder)
    {
        List<AppTemplate> all = [];
        List<string> faults = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var (template, slips) = ReadFile(file);
            if (template is not null) all.Add(template);
            faults.AddRange(slips);
        }
        all = [.. all.OrderBy(template => template.Order)];
        foreach (var (first, second) in all.Zip(all.Skip(1)).Where(pair => pair.First.Order == pair.Second.Order))
            faults.Add($"{Path.Combine(folder, second.Key)}.json: order {second.Order} is taken by '{first.Key}'. "
                + "Give each its own.");
        return (all, faults);
    }

    static (AppTemplate? Template, IReadOnlyList<string> Faults) ReadFile(string file)
    {
        try
        {
            var template = SeedFile.Read<AppTemplate>(file, "an app template");
            var text = File.ReadAllText(file);
            using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip });
            if (HoldsNull(document.RootElement)) return (null, [$"{file}: null stands in a list. Take it out."]);
            string[] faults = [.. Faults(template, Path.GetFileNameWithoutExtension(file))];
            return (faults.Length == 0 ? template : null, [.. faults.Select(fault => $"{file}: {fault}")]);
        }
        catch (DemoDataException fault)
        {
            return (null, [fault.Message]);
        }
    }

    // The reader refuses null for a member, and lets it pass in a list.
    static bool HoldsNull(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array =>
            element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HoldsNull(item)),
        JsonValueKind.Object => element.EnumerateObject().Any(member => HoldsNull(member.Value)),
        _ => false,
    };

    static IEnumerable<string> Faults(AppTemplate template, string file)
    {
        string[] faults = [.. Members(template, file), .. template.Fields.SelectMany(field => Field(template, field))];
        // An example is tried only by a template that can be relied on.
        return faults.Length > 0 ? faults : Examples(template);
    }

    static IEnumerable<string> Members(AppTemplate template, string file)
    {
        if (template.Key != file || !Key().IsMatch(file))
            yield return $"key is '{template.Key}'. Make it the file's name: lower-case letters, digits and '-', "
                + "32 at most.";
        if (template.Title.Length is 0 or > 40) yield return "title must have 1 to 40 characters.";
        if (template.Line.Length is 0 or > 80) yield return "line must have 1 to 80 characters.";
        var icons = template.Fields.SelectMany(field => field.Choices).Select(choice => choice.Icon).OfType<string>()
            .Append(template.Icon);
        if (!icons.All(Key().IsMatch)) yield return "icon must name one of wwwroot/messenger/icons.js.";
        if (template.Opens is not (AppTemplate.Frame or AppTemplate.Status))
            yield return "opens must be frame or status.";
        if (template.Opens == AppTemplate.Status ? !Providers.Contains(template.Provider)
            : template.Provider is not null)
            yield return $"provider must be one of {string.Join(", ", Providers)} where opens is status, "
                + "and not there where it is not.";
        if (!Permissions().IsMatch(template.Allow))
            yield return "allow must be names of permissions only, such as 'fullscreen; picture-in-picture', "
                + "or not there.";
        if (!ReferrerPolicies.Contains(template.ReferrerPolicy))
            yield return $"referrerPolicy must be one of {string.Join(", ", ReferrerPolicies)}.";
        var addresses = template.Fields.Where(field => field.Kind == TemplateField.IsAddress).ToList();
        if (addresses.Count != 1) yield return "fields must hold exactly one whose kind is address.";
        else if ((addresses[0].Required, template.Address) is (true, not null) or (false, null))
            yield return "address says what opens when the field is left empty. "
                + "Write it where that field is not required, and only there.";
        foreach (var twice in template.Fields.GroupBy(field => field.Key).Where(group => group.Count() > 1))
            yield return $"field '{twice.Key}' stands twice. Give each field its own key.";
        if (template.Fields.Any(field => field.Does == TemplateField.AddsIdentifier)
            && template.Fields.SelectMany(field => field.Rules).All(rule => rule.Identifier is null))
            yield return "a field adds the identifier, and no rule says where. "
                + "Give a rule its identifier, or take the field out.";
    }

    static IEnumerable<string> Field(AppTemplate template, TemplateField field)
    {
        var its = $"field '{field.Key}':";
        var isAddress = field.Kind == TemplateField.IsAddress;
        var isText = field.Kind == TemplateField.IsText;
        var isChoice = field.Kind == TemplateField.IsChoice;
        var isFlag = field.Kind == TemplateField.IsFlag;
        if (!FieldKey().IsMatch(field.Key) || Taken.Contains(field.Key))
            yield return $"{its} key must be lower-case letters, digits and '_', 32 at most, "
                + $"and none of {string.Join(", ", Taken)}.";
        if (field.Label.Length is 0 or > 60) yield return $"{its} label must have 1 to 60 characters.";
        if (!isAddress && !isText && !isChoice && !isFlag)
            yield return $"{its} kind must be address, text, choice or flag.";
        if (isFlag ? field.Example.Length > 0 : field.Example.Length == 0)
            yield return $"{its} example must be a value that it accepts, and a flag needs none.";
        if (isChoice ? field.Choices.Count == 0 : field.Choices.Count > 0)
            yield return $"{its} choices belong to a choice, which needs at least one.";
        if (field.Choices.Any(choice => choice.Value.Length == 0
            || field.Choices.Count(other => other.Value == choice.Value) > 1))
            yield return $"{its} each choice needs a value of its own.";
        if (isAddress ? field.Rules.Count == 0 : field.Rules.Count > 0)
            yield return its + " rules belong to an address, which needs one at least: "
                + """{ "hosts": [ "*" ], "makes": "{address}" }.""";
        if (isText ? field.Pattern is null : field.Pattern is not null)
            yield return $"{its} pattern belongs to a text, which needs one.";
        if (isAddress || isText ? field.Expects.Length == 0 : field.Expects.Length > 0)
            yield return $"{its} expects belongs to an address or a text: what to write, "
                + "to follow on \"Use \" in a refusal.";
        if ((field.Does, field.Kind) is not ((null, _) or (TemplateField.NamesIdentifier, TemplateField.IsText)
            or (TemplateField.TellsCurrentUser or TemplateField.AddsIdentifier, TemplateField.IsFlag)))
            yield return $"{its} does must be tell-current-user or add-identifier in a flag, "
                + "name-identifier in a text, or not there.";
        foreach (var (rule, number) in field.Rules.Select((rule, i) => (rule, i + 1)))
            foreach (var fault in RuleCheck.Faults(rule)) yield return $"{its} rule {number}: {fault}";
    }

    static IEnumerable<string> Examples(AppTemplate template)
    {
        var examples = template.Fields.Where(field => field.Example.Length > 0)
            .ToDictionary(field => field.Key, field => field.Example);
        return from error in AppMaker.Make(template, examples, Places).Errors
               select $"field '{error.Key}': its own example '{examples.GetValueOrDefault(error.Key)}' is refused: "
                   + $"{error.Value} Correct the example or the rules.";
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,31}\z")]
    private static partial Regex Key();

    [GeneratedRegex(@"\A[a-z][a-z0-9_]{0,31}\z")]
    private static partial Regex FieldKey();

    [GeneratedRegex(@"\A(?:[a-z-]+(?:; [a-z-]+)*)?\z")]
    private static partial Regex Permissions();
}
