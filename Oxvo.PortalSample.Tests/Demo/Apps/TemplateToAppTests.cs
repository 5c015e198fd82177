using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>From every template to an app on the home screen of one widget, as the settings page asks for it.</summary>
public sealed class TemplateToAppTests(MockHostApp mock) : IClassFixture<MockHostApp>, IDisposable
{
    readonly HttpClient settings = MockHostApp.PageOn(mock.Messenger);

    public static TheoryData<string, string> Made => new()
    {
        { "portal", "{portal}/?view=orders" },
        { "video", "https://www.youtube-nocookie.com/embed/M7lc1UVf-VE" },
        { "booking", "https://calendly.com/acme/intro?embed_domain=127.0.0.1&embed_type=Inline" },
        { "status-statuspage", "{messenger}/mock-status/statuspage/minor" },
        { "status-betterstack", "{messenger}/mock-status/betterstack/minor" },
        { "status-instatus", "{messenger}/mock-status/instatus/minor" },
        { "status-page", "https://status.acme.example/" },
        { "feedback", "https://form.typeform.com/to/moe6aa" },
        { "changelog", "https://www.acme.example/changelog" },
        { "page", "https://app.acme.example/widget" },
    };

    public void Dispose() => settings.Dispose();

    [Fact]
    public async Task The_settings_offer_all_of_them() =>
        Assert.Equal(Made.Select(row => row.Data.Item1),
            (await TemplatesAsync()).Select(template => template.GetProperty("key").GetString()));

    [Theory]
    [MemberData(nameof(Made))]
    public async Task Its_examples_are_saved_listed_on_one_widget_and_open_what_they_should(string key, string address)
    {
        var template = (await TemplatesAsync()).Single(template => template.GetProperty("key").GetString() == key);
        var values = template.GetProperty("fields").EnumerateArray()
            .Where(field => field.GetProperty("required").GetBoolean())
            .ToDictionary(field => field.GetProperty("key").GetString()!,
                field => field.GetProperty("example").GetString());
        var saved =
            await settings.PostAsJsonAsync("/api/library/apps", new { template = key, title = key, line = "", values });
        var id = (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();

        var turnedOn =
            await settings.PutAsJsonAsync($"/api/widgets/acme-help/apps/{id}", new { position = (int?)null });

        var made = (await FindAsync("acme-help", key))!.Value.GetProperty("made");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.NoContent), (saved.StatusCode, turnedOn.StatusCode));
        Assert.Equal(address.Replace("{portal}", mock.Portal).Replace("{messenger}", mock.Messenger),
            made.GetProperty("address").GetString());
        Assert.Equal(template.GetProperty("opens").GetString(), made.GetProperty("opens").GetString());
        Assert.Null(await FindAsync("acme-store", key));
    }

    async Task<JsonElement[]> TemplatesAsync() => (await settings.GetFromJsonAsync<JsonElement[]>("/api/templates"))!;

    async Task<JsonElement?> FindAsync(string widget, string title) =>
        (await settings.GetFromJsonAsync<JsonElement[]>($"/api/apps?website_token={widget}"))!
            .Where(app => app.GetProperty("title").GetString() == title)
            .Select(app => (JsonElement?)app).SingleOrDefault();
}
