namespace Oxvo.PortalSample.MockHost.Applications;

/// <summary>From what a person filled in to what the messenger opens.</summary>
public static class AppAddress
{
    public const string Claim = "The identifier is a claim: anybody at the browser can change it. "
        + "Keep it beside the answers, and let it decide nothing, above all not what is shown.";

    static readonly AddressRule Default = new() { Hosts = [], Makes = "{address}" };

    /// <summary>The app, or what is wrong by the key of the field, each a sentence or two that says what was expected.</summary>
    /// <param name="values">The fields' values by their keys; one that is missing counts as empty.</param>
    public static (MadeApp? App, IReadOnlyDictionary<string, string> Errors) Make(
        AppTemplate template, IReadOnlyDictionary<string, string> values, AppPlaces places)
    {
        var errors = values.Keys.Where(key => template.Fields.All(field => field.Key != key))
            .ToDictionary(key => key, _ => "This template has no such field.");
        var address = places.Fill(template.Address ?? "");
        var rule = Default;
        foreach (var field in template.Fields)
        {
            var value = Value(field);
            if (Fault(field, value, places) is { } fault) errors[field.Key] = fault;
            else if (field.Kind == TemplateField.IsAddress && value.Length > 0) (rule, address) = Rewrite(field, value, places);
        }
        var carries = IsOn(TemplateField.AddsIdentifier);
        if (errors.Count == 0 && carries is not null && rule.Identifier is null) errors[carries.Key] = OnlyFor(template);
        if (errors.Count > 0) return (null, errors);

        var identifier = carries is null ? null : rule.Identifier! with { Name = Named() ?? rule.Identifier.Name };
        address = Finish(address, template.Fields.SelectMany(field => field.Choices.Where(choice => choice.Value == Value(field))), identifier);
        if (address.Length > WebAddress.Longest)
            return (null, new Dictionary<string, string>
            {
                [template.Fields.First(field => field.Kind == TemplateField.IsAddress).Key] =
                    $"With what it needs to be embedded, the address has {address.Length:N0} characters, and {WebAddress.Longest:N0} is the most.",
            });

        return (new()
        {
            Address = address,
            Opens = template.Opens,
            Provider = template.Provider,
            Allow = template.Allow,
            ReferrerPolicy = template.ReferrerPolicy,
            WantsCurrentUser = template.WantsCurrentUser || IsOn(TemplateField.TellsCurrentUser) is not null,
            Identifier = identifier,
            Warnings = [.. rule.Warns is { } warning ? [warning] : Array.Empty<string>(), .. identifier is null ? Array.Empty<string>() : [Claim]],
        }, errors);

        string Value(TemplateField field) => values.GetValueOrDefault(field.Key)?.Trim() ?? "";
        TemplateField? IsOn(string does) => template.Fields.FirstOrDefault(field => field.Does == does && Value(field) == "true");
        string? Named() => template.Fields.Where(field => field.Does == TemplateField.NamesIdentifier).Select(Value)
            .FirstOrDefault(name => name.Length > 0);
    }

    static string? Fault(TemplateField field, string value, AppPlaces places) => (field.Kind, value) switch
    {
        (_, "") => field.Required ? $"This is needed. Use {Expected(field)}." : null,
        (TemplateField.IsFlag, not ("true" or "false")) => "Use true or false.",
        (TemplateField.IsChoice, _) when field.Choices.All(choice => choice.Value != value) => $"Use {Expected(field)}.",
        (TemplateField.IsText, _) when field.Pattern?.Matches(value) == false => $"Use {Expected(field)}.",
        (TemplateField.IsAddress, _) => AddressFault(field, value, places),
        _ => null,
    };

    static string? AddressFault(TemplateField field, string value, AppPlaces places)
    {
        var (address, fault) = WebAddress.Read(places.Fill(value));
        if (address is null) return places.Fill($"{fault} Use {Expected(field)}.");
        return AddressMaker.Find(field.Rules, address, places) is { } found
            ? found.Rule.Refuses : places.Fill($"That address does not fit here. Use {Expected(field)}.");
    }

    static (AddressRule Rule, string Address) Rewrite(TemplateField field, string value, AppPlaces places)
    {
        var address = WebAddress.Read(places.Fill(value)).Address!;
        var (rule, groups) = AddressMaker.Find(field.Rules, address, places)!.Value;
        return (rule, AddressMaker.Make(rule, groups, address, places));
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
