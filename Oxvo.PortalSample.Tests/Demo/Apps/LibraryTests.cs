using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>The library and the widgets' lists, as the settings page and the home screen ask for them.</summary>
public sealed class LibraryTests(MockHostApp mock) : IClassFixture<MockHostApp>, IDisposable
{
    const string Store = "acme-store", Help = "acme-help";
    readonly HttpClient settings = MockHostApp.PageOn(mock.Messenger);

    public void Dispose() => settings.Dispose();

    [Fact]
    public async Task A_saved_app_is_on_nowhere_until_it_is_turned_on_for_a_widget()
    {
        var id = await SaveAsync("Walkthrough");
        Assert.DoesNotContain("Walkthrough", await TitlesAsync(Store));

        await TurnOnAsync(Store, id);

        Assert.Equal("Walkthrough", (await TitlesAsync(Store)).Last());
        Assert.DoesNotContain("Walkthrough", await TitlesAsync(Help));
    }

    [Fact]
    public async Task An_app_moves_to_any_place_of_its_list_and_leaves_it()
    {
        var id = await SaveAsync("Mover");
        await TurnOnAsync(Store, id);
        var before = await TitlesAsync(Store);

        await TurnOnAsync(Store, id, 0);
        Assert.Equal(before.SkipLast(1).Prepend("Mover"), await TitlesAsync(Store));
        await TurnOnAsync(Store, id, 2);
        Assert.Equal(before.Take(2).Append("Mover").Concat(before.Skip(2).SkipLast(1)), await TitlesAsync(Store));
        await TurnOnAsync(Store, id, 9999);
        Assert.Equal(before, await TitlesAsync(Store));
        Assert.Equal(HttpStatusCode.NoContent,
            (await settings.DeleteAsync($"/api/widgets/{Store}/apps/{id}")).StatusCode);
        Assert.Equal(before.SkipLast(1), await TitlesAsync(Store));
    }

    [Fact]
    public async Task What_forbids_frames_is_asked_again_soon_after_it_was_repaired()
    {
        var headers = "Content-Type: text/html\r\nX-Frame-Options: DENY";
        using var server = new LocalServer((_, stream, cancel) =>
            stream.WriteAsync(LocalServer.Http("<h1>Order</h1>", headers), cancel).AsTask());
        var saved = await settings.PostAsJsonAsync("/api/library/apps", Page("Repaired", server.Address.AbsoluteUri));
        await TurnOnAsync(Store, (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64());
        var key = (await ListAsync(Store)).Last().GetProperty("key").GetString();
        Assert.Equal(("blocked", "blocked"), (await OutcomeAsync(key!), await OutcomeAsync(key!)));

        headers = "Content-Type: text/html";
        var questions = 2;
        await Eventually.HoldsAsync(async () =>
        {
            questions++;
            return await OutcomeAsync(key!) == "allowed";
        }, () => "It stayed blocked.");

        Assert.InRange(server.Requests.Length, 2, questions - 1);
    }

    [Fact]
    public async Task A_deleted_app_is_gone_everywhere_and_its_number_never_comes_again()
    {
        var id = await SaveAsync("Short-lived");
        await TurnOnAsync(Store, id);
        await TurnOnAsync(Help, id);

        Assert.Equal(HttpStatusCode.NoContent, (await settings.DeleteAsync($"/api/library/apps/{id}")).StatusCode);

        Assert.DoesNotContain("Short-lived", (await TitlesAsync(Store)).Concat(await TitlesAsync(Help)));
        Assert.Equal(HttpStatusCode.NotFound, (await settings.DeleteAsync($"/api/library/apps/{id}")).StatusCode);
        Assert.True(await SaveAsync("Another") > id);
    }

    [Fact]
    public async Task A_changed_app_keeps_its_place_and_its_key()
    {
        var id = await SaveAsync("First words");
        await TurnOnAsync(Store, id, 1);
        var key = (await ListAsync(Store))[1].GetProperty("key").GetString();

        var answer =
            await settings.PutAsJsonAsync($"/api/library/apps/{id}", Page("Other words", "https://other.example/"));

        var app = (await ListAsync(Store))[1];
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("Other words", key), (app.GetProperty("title").GetString(), app.GetProperty("key").GetString()));
        Assert.Equal("https://other.example/", app.GetProperty("made").GetProperty("address").GetString());
    }

    [Theory]
    [InlineData("title", """{"template":"page","title":" ","line":"","values":{"address":"https://a.example/"}}""")]
    [InlineData("title", """
        {"template":"page","title":"A title that is longer than forty characters","line":"",
         "values":{"address":"https://a.example/"}}
        """)]
    [InlineData("line",
        """{"template":"page","title":"T","line":"two\nlines","values":{"address":"https://a.example/"}}""")]
    [InlineData("template", """{"template":"nothing","title":"T","line":"","values":{}}""")]
    [InlineData("address", """{"template":"page","title":"T","line":"","values":{"address":"javascript:alert(1)"}}""")]
    [InlineData("address", """{"template":"page","title":"T","line":"","values":{}}""")]
    public async Task What_cannot_be_saved_is_told_by_field_and_changes_nothing(string field, string draft)
    {
        var id = await SaveAsync("Kept");
        var before = await settings.GetStringAsync("/api/library");

        HttpResponseMessage[] answers =
        [
            await settings.PostAsync("/api/library/apps", Json(draft)),
            await settings.PutAsync($"/api/library/apps/{id}", Json(draft)),
        ];
        foreach (var answer in answers)
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
            Assert.NotEmpty(errors.GetProperty(field).GetString()!);
        }

        Assert.Equal(before, await settings.GetStringAsync("/api/library"));
    }

    [Theory]
    [InlineData("PUT", "/api/library/apps/999999")]
    [InlineData("DELETE", "/api/library/apps/999999")]
    [InlineData("PUT", "/api/widgets/acme-store/apps/999999")]
    [InlineData("DELETE", "/api/widgets/acme-store/apps/999999")]
    [InlineData("PUT", "/api/widgets/nobodys/apps/1")]
    [InlineData("GET", "/api/apps?website_token=nobodys")]
    [InlineData("GET", "/api/apps/nothing/embed")]
    public async Task What_is_not_there_is_404(string method, string path)
    {
        var body = path.Contains("widgets")
            ? """{"position":null}""" : JsonSerializer.Serialize(Page("T", "https://a.example/"));

        var answer = await settings.SendAsync(new(new(method), path) { Content = method == "PUT" ? Json(body) : null });

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_home_screen_hears_of_each_change_at_once()
    {
        using var stream = await settings.GetStreamAsync($"/api/apps/changes?website_token={Store}");
        using var events = new StreamReader(stream);
        await NextAsync(events);
        var next = NextAsync(events);
        Assert.False(next.IsCompleted);

        await SaveAsync("News");

        Assert.Equal("event: changed", await next.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Many_writers_at_once_lose_nothing()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 12).Select(number => SaveAsync($"At once {number}")));

        await Task.WhenAll(ids.Select(id => TurnOnInTurnAsync(Help, id)));

        var titles = (await TitlesAsync(Help)).Where(title => title.StartsWith("At once")).ToArray();
        Assert.Equal(12, titles.Distinct().Count());
        Assert.Equal(12, titles.Length);
        foreach (var id in ids) (await settings.DeleteAsync($"/api/library/apps/{id}")).EnsureSuccessStatusCode();
    }

    static async Task<string?> NextAsync(StreamReader events)
    {
        string? line;
        do line = await events.ReadLineAsync();
        while (line?.StartsWith("event:") == false);
        return line;
    }

    async Task<long> SaveAsync(string title)
    {
        var answer = await settings.PostAsJsonAsync("/api/library/apps", Page(title, "https://app.example/widget"));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
    }

    // A busy machine keeps the file locked for longer than a writer waits: it is told so, and comes again.
    async Task TurnOnInTurnAsync(string widget, long id)
    {
        HttpStatusCode status;
        var place = new { position = (int?)null };
        do status = (await settings.PutAsJsonAsync($"/api/widgets/{widget}/apps/{id}", place)).StatusCode;
        while (status == HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.NoContent, status);
    }

    async Task TurnOnAsync(string widget, long id, int? position = null) =>
        Assert.Equal(HttpStatusCode.NoContent,
            (await settings.PutAsJsonAsync($"/api/widgets/{widget}/apps/{id}", new { position })).StatusCode);

    async Task<string?> OutcomeAsync(string key) =>
        (await settings.GetFromJsonAsync<JsonElement>($"/api/apps/{key}/embed")).GetProperty("outcome").GetString();

    async Task<JsonElement[]> ListAsync(string widget) =>
        (await settings.GetFromJsonAsync<JsonElement[]>($"/api/apps?website_token={widget}"))!;

    async Task<string[]> TitlesAsync(string widget) =>
        [.. (await ListAsync(widget)).Select(app => app.GetProperty("title").GetString()!)];

    static object Page(string title, string address) =>
        new { template = "page", title, line = "", values = new { address } };

    static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
