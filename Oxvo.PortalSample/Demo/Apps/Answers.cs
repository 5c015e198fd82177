using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>A template, for the gallery and the form. Its examples hold the origins of this run.</summary>
internal sealed record TemplateAnswer
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Line { get; init; }
    public required string Icon { get; init; }
    public required string Opens { get; init; }
    public required bool WantsCurrentUser { get; init; }
    public required IReadOnlyList<FieldAnswer> Fields { get; init; }

    public static TemplateAnswer Of(AppTemplate template, AppPlaces places) => new()
    {
        Key = template.Key,
        Title = template.Title,
        Line = template.Line,
        Icon = template.Icon,
        Opens = template.Opens,
        WantsCurrentUser = template.WantsCurrentUser,
        Fields = [.. template.Fields.Select(field => FieldAnswer.Of(field, places))],
    };
}

/// <summary>A field of a template's form. Its rules stay on the server, which says what does not fit.</summary>
internal sealed record FieldAnswer
{
    public required string Key { get; init; }
    public required string Label { get; init; }

    /// <summary>"address", "text", "choice" or "flag".</summary>
    public required string Kind { get; init; }
    public required string? Hint { get; init; }
    public required string? Example { get; init; }
    public required bool Required { get; init; }
    public required IReadOnlyList<FieldChoice> Choices { get; init; }

    public static FieldAnswer Of(TemplateField field, AppPlaces places) => new()
    {
        Key = field.Key,
        Label = field.Label,
        Kind = field.Kind,
        Hint = field.Hint,
        Example = field.Example is { } example ? places.Fill(example) : null,
        Required = field.Required,
        Choices = field.Choices,
    };
}

internal sealed record LibraryAnswer
{
    public required IReadOnlyList<SavedAppAnswer> Apps { get; init; }
    public required IReadOnlyList<WidgetAnswer> Widgets { get; init; }
}

/// <summary>A widget, and the numbers of the apps that are on, in order.</summary>
internal sealed record WidgetAnswer
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<long> Apps { get; init; }
}

/// <summary>A saved app: what was said of it, and what its template makes of that.</summary>
internal sealed record SavedAppAnswer
{
    public required long Id { get; init; }
    public required string Template { get; init; }
    public required string Title { get; init; }
    public required string Line { get; init; }
    public required string? Icon { get; init; }
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>As made from the values; it and what follows are null where the template does not take them any more.</summary>
    public required string? Address { get; init; }
    public required string? Opens { get; init; }
    public required string? Provider { get; init; }
    public required bool? WantsCurrentUser { get; init; }
    public required string? Allow { get; init; }
    public required string? ReferrerPolicy { get; init; }
    public required IdentifierParameter? Identifier { get; init; }
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Why it cannot be used any more, in one line.</summary>
    public required string? Fault { get; init; }

    public static SavedAppAnswer Of(SavedApp app, AppMaker maker)
    {
        var (made, errors) = maker.Make(app);
        return new()
        {
            Id = app.Id,
            Template = app.Template,
            Title = app.Title,
            Line = app.Line,
            Icon = made?.Icon ?? maker.Template(app)?.Icon,
            Values = app.Values,
            Address = made?.Address,
            Opens = made?.Opens,
            Provider = made?.Provider,
            WantsCurrentUser = made?.WantsCurrentUser,
            Allow = made?.Allow,
            ReferrerPolicy = made?.ReferrerPolicy,
            Identifier = made?.Identifier,
            Warnings = made?.Warnings ?? [],
            Fault = made is null ? string.Join(' ', errors.Values) : null,
        };
    }
}

/// <summary>What cannot be saved, by field.</summary>
internal sealed record FaultsAnswer
{
    public required IReadOnlyDictionary<string, string> Errors { get; init; }

    public static FaultsAnswer Of(string field, string fault) => new() { Errors = new Dictionary<string, string> { [field] = fault } };
}
