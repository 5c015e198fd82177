using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>A person who sets the messenger up: what they do on its settings page, and what they see there.</summary>
sealed class Administrator(Visitor visitor, Sample sample) : IAsyncDisposable
{
    const string StandIn = """<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><title>Simulated</title><main><h1>Simulated</h1></main>""";

    public Visitor Visitor => visitor;
    public IPage Page => visitor.Page;
    public ILocator Title => Page.Locator("#title");
    public ILocator Notice => Page.Locator("#notice");
    public ILocator Said => Page.Locator("#said");
    public ILocator Dialog => Page.Locator("dialog");
    public ILocator Form => Page.Locator("form");
    public ILocator Preview => Page.Locator(".preview");

    /// <summary>At the settings page, or the <paramref name="place"/> in it that follows on its address.</summary>
    public static async Task<Administrator> ArriveAsync(WholeSample whole, string place = "", BrowserNewContextOptions? options = null)
    {
        var visitor = await Visitor.ArriveAsync(await Chromium.SharedAsync(), options ?? new() { ReducedMotion = ReducedMotion.Reduce });
        var administrator = new Administrator(visitor, whole.Sample);
        // Providers are elsewhere; what stands in for their pages says so.
        await visitor.Context.RouteAsync(address => !new Uri(address).IsLoopback,
            route => route.FulfillAsync(new() { ContentType = "text/html", Body = StandIn }));
        await administrator.LoadAsync(place);
        return administrator;
    }

    /// <summary>Loads the page as if for the first time, and waits until its place is drawn.</summary>
    public async Task LoadAsync(string place = "")
    {
        await Page.GotoAsync(sample.Messenger + "/settings" + place);
        await Page.Locator("#view[aria-busy=false]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    /// <summary>The same person on a page of the website.</summary>
    public async Task<Shopper> GoShopping(string path)
    {
        await Page.GotoAsync(sample.Acme + path);
        return new Shopper(visitor, sample);
    }

    public ILocator Row(string title) =>
        Page.Locator(".app").Filter(new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true }) });

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => Page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

    public ILocator Switch(string title, string widget = "Acme Store") =>
        Page.GetByRole(AriaRole.Switch, new() { Name = $"{title} on {widget}", Exact = true });

    public ILocator Field(string label) => Form.GetByRole(AriaRole.Textbox, new() { Name = label });

    public ILocator Template(string key) => Page.Locator($"a[href='#new-{key}']");

    /// <summary>Fills in the example of every field that has to be filled in, once the form is drawn.</summary>
    public async Task UseExamples(Func<ILocator, Task> press)
    {
        await Form.WaitForAsync();
        foreach (var example in await Form.Locator(".field:has([aria-required]) .example button").AllAsync()) await press(example);
    }

    public Task AssertSeesOn(params string[] titles) => Assertions.Expect(Page.Locator(".lists > .card").First.Locator("h3")).ToHaveTextAsync(titles);

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}

/// <summary>The library as a test finds it, arranged by the settings' own endpoints.</summary>
static class Arranged
{
    /// <summary>
    /// Nothing but these apps, each a view of the portal; those whose names begin with '-' are saved and off, the
    /// others on for the shop.
    /// </summary>
    public static async Task LibraryAsync(this WholeSample whole, params string[] titles)
    {
        using var settings = Settings(whole);
        var library = await settings.GetFromJsonAsync<JsonElement>("/api/library");
        foreach (var app in library.GetProperty("apps").EnumerateArray())
            (await settings.DeleteAsync($"/api/library/apps/{app.GetProperty("id").GetInt64()}")).EnsureSuccessStatusCode();
        foreach (var title in titles)
        {
            var id = await whole.SaveAsync(title.TrimStart('-'));
            if (!title.StartsWith('-')) await whole.TurnOnAsync(id, "acme-store");
        }
    }

    public static async Task<long> SaveAsync(this WholeSample whole, string title)
    {
        using var settings = Settings(whole);
        var saved = await settings.PostAsJsonAsync("/api/library/apps",
            new { template = "portal", title, line = $"What {title} is for", values = new { view = "orders", address = "" } });
        return (await saved.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    public static async Task TurnOnAsync(this WholeSample whole, long id, string widget)
    {
        using var settings = Settings(whole);
        (await settings.PutAsJsonAsync($"/api/widgets/{widget}/apps/{id}", new { position = (int?)null })).EnsureSuccessStatusCode();
    }

    /// <summary>As another tab would do it.</summary>
    public static async Task DeleteAsync(this WholeSample whole, long id)
    {
        using var settings = Settings(whole);
        (await settings.DeleteAsync($"/api/library/apps/{id}")).EnsureSuccessStatusCode();
    }

    static HttpClient Settings(WholeSample whole)
    {
        var settings = new HttpClient { BaseAddress = new(whole.Sample.Messenger) };
        settings.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return settings;
    }
}

[CollectionDefinition(Name)]
public sealed class SettingUp : ICollectionFixture<WholeSample>
{
    public const string Name = "The whole sample, being set up";
}
