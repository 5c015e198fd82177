using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>How a person comes to each screen of the settings, by name.</summary>
static class SettingsScreens
{
    const string Long = "Donaudampfschifffahrtsgesellschaftskapit", Long80 = Long + Long;

    public static readonly IReadOnlyDictionary<string, Func<Administrator, Task>> All = new Dictionary<string, Func<Administrator, Task>>
    {
        ["list"] = administrator => administrator.Row("Track my order").WaitForAsync(),
        ["list, other widget"] = async administrator =>
        {
            await administrator.Page.GetByRole(AriaRole.Radio, new() { Name = "Acme Help" }).CheckAsync();
            await administrator.Page.Locator(".lists .nothing").WaitForAsync();
        },
        ["loading"] = async administrator =>
        {
            await administrator.Page.RouteAsync("**/api/library", _ => Task.CompletedTask);
            await administrator.Page.ReloadAsync();
            await administrator.Page.Locator(".bone").First.WaitForAsync();
        },
        ["error"] = async administrator =>
        {
            await administrator.Page.RouteAsync("**/api/library", route => route.FulfillAsync(new() { Status = 503 }));
            await administrator.Page.ReloadAsync();
            await administrator.Button("Try again").WaitForAsync();
        },
        ["change refused"] = async administrator =>
        {
            await administrator.Page.RouteAsync("**/api/widgets/**", route => route.FulfillAsync(new() { Status = 503 }));
            await administrator.Switch("Track my order").ClickAsync();
            await administrator.Notice.Locator(".notice").WaitForAsync();
        },
        ["gallery"] = async administrator =>
        {
            await administrator.Link("Add an app").ClickAsync();
            await administrator.Template("video").WaitForAsync();
        },
        ["form"] = administrator => Fill(administrator, "video", "Our tour"),
        ["form, status"] = administrator => Fill(administrator, "status-statuspage", "Status"),
        ["form, warning"] = async administrator =>
        {
            await Fill(administrator, "feedback", "Feedback");
            await administrator.Form.Locator("[type=checkbox]").First.CheckAsync();
            await administrator.Form.Locator(".warning").WaitForAsync();
        },
        ["form, errors"] = async administrator =>
        {
            await Fill(administrator, "video", "");
            await administrator.Field("Video").FillAsync("https://www.youtube.com/@acme " + Long80);
            await administrator.Field("Line below it").FillAsync(Long80 + Long);
            await administrator.Button("Add the app").ClickAsync();
            await administrator.Form.Locator(".error:not([hidden])").First.WaitForAsync();
        },
        ["form, not saved"] = async administrator =>
        {
            await administrator.Page.RouteAsync("**/api/library/apps", route => route.AbortAsync());
            await Fill(administrator, "portal", "One");
            await administrator.Button("Add the app").ClickAsync();
            await administrator.Button("Try again").WaitForAsync();
        },
        ["blocked"] = async administrator =>
        {
            await administrator.Page.RouteAsync("**/api/embed-check", route => route.FulfillAsync(new() { ContentType = "application/json", Body = Blocked }));
            await Fill(administrator, "video", "Our tour");
            await administrator.Button("Add the app").ClickAsync();
            await administrator.Page.Locator("[data-outcome=blocked]").WaitForAsync();
        },
        ["checklist"] = async administrator =>
        {
            await administrator.Button("Run checks of Track my order").ClickAsync();
            await administrator.Page.Locator(".checklist[aria-busy=false]").WaitForAsync();
            await administrator.Page.EvaluateAsync("() => document.querySelectorAll('.checklist details').forEach((part) => { part.open = true; })");
        },
        ["dialog"] = async administrator =>
        {
            await administrator.Button("Delete Track my order").ClickAsync();
            await administrator.Dialog.WaitForAsync();
        },
        ["not found"] = async administrator =>
        {
            await administrator.Page.EvaluateAsync("() => { location.hash = '#app-987654'; }");
            await Assertions.Expect(administrator.Title).ToHaveTextAsync("Not found");
        },
    };

    const string Blocked = """
        {"outcome":"blocked","summary":"A browser will not show it in the messenger.","address":null,"findings":[{"blocks":true,
        "seen":"Content-Security-Policy: frame-ancestors https://www.acme-with-a-long-name.example","why":"The messenger is not on that list.",
        "repair":"Content-Security-Policy: frame-ancestors https://www.acme-with-a-long-name.example http://127.0.0.1:5101 http://localhost:5100"}]}
        """;

    static async Task Fill(Administrator administrator, string template, string title)
    {
        await administrator.Link("Add an app").ClickAsync();
        await administrator.Template(template).ClickAsync();
        await administrator.UseExamples(example => example.ClickAsync());
        await administrator.Field("Title").FillAsync(title);
        await administrator.Preview.Locator(".stage > :not(.nothing)").WaitForAsync();
    }
}
