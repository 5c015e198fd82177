using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>What the messenger opens, made from a template and the values that were filled in.</summary>
/// <param name="Address">At most 2,000 characters; https, or http on this machine.</param>
/// <param name="Icon">A name from <c>wwwroot/messenger/icons.js</c>.</param>
/// <param name="Opens"><c>frame</c>, or <c>status</c> for the messenger's own view.</param>
/// <param name="Provider">Whose feed the status view reads; null for a frame.</param>
/// <param name="Allow">The frame's <c>allow</c>; empty where nothing is allowed.</param>
/// <param name="Identifier">Where the messenger adds the visitor's identifier when it opens the app.</param>
/// <param name="Warnings">What the person who sets it up should know.</param>
public sealed record MadeApp(
    string Address, string Icon, string Opens, string? Provider, string Allow, string ReferrerPolicy,
    bool WantsCurrentUser, IdentifierParameter? Identifier, IReadOnlyList<string> Warnings);

/// <summary>Makes what the messenger opens from what was filled in, or says what is wrong, by field.</summary>
/// <param name="templates">The templates.</param>
/// <param name="places">The origins of this run, asked for at each use: the portal's is not known at first.</param>
public sealed class AppMaker(AppTemplates templates, Func<AppPlaces> places)
{
    public const string Claim = "The identifier is a claim: anybody at the browser can change it. "
        + "Keep it beside the answers, and let it decide nothing, above all not what is shown.";

    const int LongestTitle = 40, LongestLine = 80;

    public AppTemplates Templates => templates;

    public (MadeApp? App, IReadOnlyDictionary<string, string> Errors) Make(SavedApp app)
    {
        if (templates.Find(app.Template) is not { } template)
            return (null, new Dictionary<string, string>
            {
                ["template"] = "There is no such template. Choose one of the list.",
            });

        var (made, faults) = Make(template, app.Values, places());
        Dictionary<string, string> errors = new(faults);
        if (app.Title.Trim().Length is 0 or > LongestTitle || app.Title.Any(char.IsControl))
            errors["title"] = app.Title.Length > LongestTitle
                ? $"{app.Title.Length} characters are too many: {LongestTitle} at the most."
                : $"Give it a title of 1 to {LongestTitle} characters.";
        if (app.Line.Length > LongestLine || app.Line.Any(char.IsControl))
            errors["line"] = $"Say it in one line of at most {LongestLine} characters.";
        return (errors.Count == 0 ? made : null, errors);
    }

    /// <summary>The app, or by the key of a field what is wrong: sentences that say what was expected.</summary>
    /// <param name="values">The fields' values by their keys; one that is missing counts as empty.</param>
    public static (MadeApp? App, IReadOnlyDictionary<string, string> Errors) Make(
        AppTemplate template, IReadOnlyDictionary<string, string> values, AppPlaces places)
    {
        var errors = values.Keys.Where(key => template.Fields.All(field => field.Key != key))
            .ToDictionary(key => key, _ => "This template has no such field.");
        var address = places.Fill(template.Address ?? "");
        RuledAddress? ruled = null;
        foreach (var field in template.Fields)
        {
            var value = Value(field);
            var fault = Check(field, value);
            if (fault is null && field.Kind == TemplateField.IsAddress && value.Length > 0)
                (ruled, fault) = Rewrite(field, value, places);
            if (fault is not null) errors[field.Key] = places.Fill(fault);
        }
        address = ruled?.Address ?? address;
        var carries = FindFlag(TemplateField.AddsIdentifier);
        if (errors.Count == 0 && carries is not null && ruled?.Rule.Identifier is null)
            errors[carries.Key] = OnlyFor(template);
        if (errors.Count > 0) return (null, errors);

        var identifier = carries is null ? null : ruled!.Rule.Identifier;
        var parameter = template.Fields.Where(field => field.Does == TemplateField.NamesIdentifier).Select(Value)
            .FirstOrDefault(name => name.Length > 0);
        if (identifier is not null && parameter is not null) identifier = identifier with { Name = parameter };
        var chosen = template.Fields
            .SelectMany(field => field.Choices.Where(choice => choice.Value == Value(field))).ToList();
        address = Finish(address, chosen, identifier);
        if (CheckMade(template, address, places) is { } unfit)
        {
            errors[template.Fields.First(field => field.Kind == TemplateField.IsAddress).Key] = unfit;
            return (null, errors);
        }
        return (new(
            address, chosen.Select(choice => choice.Icon).OfType<string>().FirstOrDefault(template.Icon),
            template.Opens, template.Provider, template.Allow, template.ReferrerPolicy,
            template.WantsCurrentUser || FindFlag(TemplateField.TellsCurrentUser) is not null,
            identifier, [.. new[]
            {
                ruled?.Rule.Warns, TellDropped(ruled?.Dropped ?? []), FindUnnamed(template, address),
                identifier is null ? null : Claim,
            }.OfType<string>()]), errors);

        string Value(TemplateField field) => values.GetValueOrDefault(field.Key)?.Trim() ?? "";
        TemplateField? FindFlag(string does) =>
            template.Fields.FirstOrDefault(field => field.Does == does && Value(field) == "true");
    }

    static string? Check(TemplateField field, string value) => (field.Kind, value) switch
    {
        (_, "") => field.Required ? $"This is needed. Use {Expected(field)}." : null,
        (TemplateField.IsFlag, not ("true" or "false")) => "Use true or false.",
        (TemplateField.IsChoice, _) when field.Choices.All(one => one.Value != value) => $"Use {Expected(field)}.",
        (TemplateField.IsText, _) when !field.Pattern!.IsMatch(value) => $"Use {Expected(field)}.",
        _ => null,
    };

    static (RuledAddress? Ruled, string? Fault) Rewrite(TemplateField field, string value, AppPlaces places)
    {
        var (given, fault) = WebAddress.Read(places.Fill(value));
        if (given is null) return (null, $"{fault} Use {Expected(field)}.");
        return AddressMaker.Apply(field.Rules, given, places) is { } ruled ? (ruled, ruled.Rule.Refuses)
            : (null, $"That address does not fit here. Use {Expected(field)}.");
    }

    static string? TellDropped(IReadOnlyList<string> names)
    {
        const int most = 8;
        var more = names.Count > most ? $" and {names.Count - most} more" : "";
        return names.Count == 0 ? null : $"Left out of your address: {string.Join(", ", names.Take(most))}{more}.";
    }

    // The messenger's own policy cannot name it: https://www.w3.org/TR/CSP3/#grammardef-host-part has no brackets.
    static string? FindUnnamed(AppTemplate template, string address) => template.Opens == AppTemplate.Frame
        && new Uri(address) is { Scheme: "http", HostNameType: UriHostNameType.IPv6 }
            ? "A browser shows no frame of [::1] in the messenger. Use localhost, where the same server answers."
            : null;

    // With what was chosen in it, and without a parameter that the messenger is going to add.
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

    static string? CheckMade(AppTemplate template, string address, AppPlaces places)
    {
        if (address.Length > WebAddress.Longest)
            return "With what it needs in a frame, the address has more than 2,000 characters. Use a shorter one.";
        if (template.Opens != AppTemplate.Frame || places.Portals.Count == 0) return null;
        var origin = new Uri(address).GetLeftPart(UriPartial.Authority);
        return places.Portals.Contains(origin) ? null
            : $"This messenger shows pages of {string.Join(" and ", places.Portals)} only. "
                + $"Start it with --portal {origin} as well.";
    }

    static string Expected(TemplateField field) => field.Kind == TemplateField.IsChoice
        ? "one of these: " + string.Join(", ", field.Choices.Select(choice => choice.Label)) : field.Expects;

    static string OnlyFor(AppTemplate template) => "Only "
        + string.Join(" and ", template.Fields.SelectMany(field => field.Rules)
            .Where(rule => rule.Identifier is not null).Select(rule => rule.Provider).Distinct())
        + " take the identifier in their address. Turn this off, or use the address of a form there.";
}
