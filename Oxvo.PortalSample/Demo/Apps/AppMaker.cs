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
