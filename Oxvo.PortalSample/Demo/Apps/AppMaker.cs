using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>Makes an app from what a person said of it, or says what is wrong, by field.</summary>
/// <param name="templates">The templates.</param>
/// <param name="places">The origins of this run, asked for at each use: the portal's is known once its server listens.</param>
public sealed class AppMaker(AppTemplates templates, Func<AppPlaces> places)
{
    const int LongestTitle = 40, LongestLine = 80;

    public (MadeApp? App, IReadOnlyDictionary<string, string> Errors) Make(AppDraft draft)
    {
        if (templates.Find(draft.Template) is not { } template)
            return (null, new Dictionary<string, string> { ["template"] = "There is no such template. Choose one of the list." });

        var (app, faults) = AppAddress.Make(template, draft.Values, places());
        Dictionary<string, string> errors = new(faults);
        if (draft.Title.Trim().Length is 0 or > LongestTitle || draft.Title.Any(char.IsControl))
            errors["title"] = $"Give it a title of 1 to {LongestTitle} characters.";
        if (draft.Line.Length > LongestLine || draft.Line.Any(char.IsControl))
            errors["line"] = $"Say it in one line of at most {LongestLine} characters.";
        return (errors.Count == 0 ? app : null, errors);
    }

    public AppTemplate? Template(AppDraft draft) => templates.Find(draft.Template);
}

/// <summary>From what a person filled in to what the messenger opens.</summary>
public static class AppAddress
{
    public const string Claim = "The identifier is a claim: anybody at the browser can change it. "
        + "Keep it beside the answers, and let it decide nothing, above all not what is shown.";

    /// <summary>The app, or what is wrong by the key of the field, each a sentence or two that says what was expected.</summary>
    /// <param name="values">The fields' values by their keys; one that is missing counts as empty.</param>
    public static (MadeApp? App, IReadOnlyDictionary<string, string> Errors) Make(
        AppTemplate template, IReadOnlyDictionary<string, string> values, AppPlaces places)
    {
        var errors = values.Keys.Where(key => template.Fields.All(field => field.Key != key))
            .ToDictionary(key => key, _ => "This template has no such field.");
        var address = places.Fill(template.Address ?? "");
        AddressRule? rule = null;
        foreach (var field in template.Fields)
        {
            var value = Value(field);
            var fault = Fault(field, value);
            if (fault is null && field.Kind == TemplateField.IsAddress && value.Length > 0)
                (rule, address, fault) = Rewrite(field, value, places);
            if (fault is not null) errors[field.Key] = places.Fill(fault);
        }
        var carries = FindFlag(TemplateField.AddsIdentifier);
        if (errors.Count == 0 && carries is not null && rule?.Identifier is null) errors[carries.Key] = OnlyFor(template);
        if (errors.Count > 0) return (null, errors);

        var identifier = carries is null ? null : rule!.Identifier! with { Name = Named() ?? rule.Identifier!.Name };
        var chosen = template.Fields
            .SelectMany(field => field.Choices.Where(choice => choice.Value == Value(field))).ToList();
        address = Finish(address, chosen, identifier);
        if (address.Length > WebAddress.Longest)
        {
            errors[template.Fields.First(field => field.Kind == TemplateField.IsAddress).Key] =
                "With what it needs in a frame, the address has more than 2,000 characters. Use a shorter one.";
            return (null, errors);
        }

        return (new()
        {
            Address = address,
            Icon = chosen.Select(choice => choice.Icon).OfType<string>().FirstOrDefault(template.Icon),
            Opens = template.Opens,
            Provider = template.Provider,
            Allow = template.Allow,
            ReferrerPolicy = template.ReferrerPolicy,
            WantsCurrentUser = template.WantsCurrentUser || FindFlag(TemplateField.TellsCurrentUser) is not null,
            Identifier = identifier,
            Warnings = [.. new[] { rule?.Warns, identifier is null ? null : Claim }.OfType<string>()],
        }, errors);

        string Value(TemplateField field) => values.GetValueOrDefault(field.Key)?.Trim() ?? "";
        TemplateField? FindFlag(string does) =>
            template.Fields.FirstOrDefault(field => field.Does == does && Value(field) == "true");
        string? Named() => template.Fields.Where(field => field.Does == TemplateField.NamesIdentifier).Select(Value)
            .FirstOrDefault(name => name.Length > 0);
    }

    static string? Fault(TemplateField field, string value) => (field.Kind, value) switch
    {
        (_, "") => field.Required ? $"This is needed. Use {Expected(field)}." : null,
        (TemplateField.IsFlag, not ("true" or "false")) => "Use true or false.",
        (TemplateField.IsChoice, _) when field.Choices.All(choice => choice.Value != value) => $"Use {Expected(field)}.",
        (TemplateField.IsText, _) when !field.Pattern!.Matches(value) => $"Use {Expected(field)}.",
        _ => null,
    };

    static (AddressRule? Rule, string Address, string? Fault) Rewrite(TemplateField field, string value, AppPlaces places)
    {
        var (address, fault) = WebAddress.Read(places.Fill(value));
        if (address is null) return (null, "", $"{fault} Use {Expected(field)}.");
        if (AddressMaker.Find(field.Rules, address, places) is not var (rule, groups))
            return (null, "", $"That address does not fit here. Use {Expected(field)}.");
        if (rule.Refuses is not null) return (rule, "", rule.Refuses);
        return (rule, AddressMaker.Make(rule, groups, address, places), null);
    }

    /// <summary>With what was chosen in it, and without a parameter that the messenger is going to add.</summary>
    static string Finish(string address, IEnumerable<FieldChoice> chosen, IdentifierParameter? identifier)
    {
        var parameters = new AddressParameters(address);
        foreach (var (name, value) in chosen.SelectMany(choice => choice.Query))
        {
            if (value is null) parameters.Remove(name);
            else parameters.Set(name, value);
        }
        if (identifier is not null) parameters.Remove((identifier.In == "fragment" ? "#" : "") + identifier.Name);
        return parameters.ToString();
    }

    static string Expected(TemplateField field) => field.Kind == TemplateField.IsChoice
        ? "one of these: " + string.Join(", ", field.Choices.Select(choice => choice.Label)) : field.Expects;

    static string OnlyFor(AppTemplate template) => "Only "
        + string.Join(" and ", template.Fields.SelectMany(field => field.Rules).Where(rule => rule.Identifier is not null)
            .Select(rule => rule.Provider).Distinct())
        + " take the identifier in their address. Turn this off, or use the address of a form there.";
}
