using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>The project's own templates, and what becomes of an address in one of them.</summary>
static class Templates
{
    public static readonly AppPlaces Places =
        new("http://localhost:5100", "http://127.0.0.1:5101", "http://localhost:5102");

    public static AppTemplates Project { get; } = AppTemplates.Read(Checkout.File("seed-data/app-templates"));

    /// <summary>The examples of every field, with these values in place of theirs.</summary>
    public static (MadeApp? App, IReadOnlyDictionary<string, string> Errors) Make(
        string template, params (string Key, string Value)[] values)
    {
        var all = Project.Find(template)!.Fields.Where(field => field.Required)
            .ToDictionary(field => field.Key, field => field.Example);
        foreach (var (key, value) in values) all[key] = value;
        return AppMaker.Make(Project.Find(template)!, all, Places);
    }

    public static string Address(string template, string address)
    {
        var (app, errors) = Make(template, ("address", address));
        return app?.Address ?? $"refused: {string.Join("; ", errors.Values)}";
    }

    public static string Refusal(string template, string address)
    {
        var (field, message) = Assert.Single(Make(template, ("address", address)).Errors);
        Assert.Equal("address", field);
        return message;
    }
}
