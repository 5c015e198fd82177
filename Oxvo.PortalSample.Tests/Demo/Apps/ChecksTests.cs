using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>"Run checks" beside an app, as the settings page asks for it.</summary>
public sealed class ChecksTests(MockHostApp mock) : IClassFixture<MockHostApp>
{
    [Fact]
    public async Task The_report_of_a_silent_app_ends_with_the_time_and_passes_nothing()
    {
        using var server = new LocalServer((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));
        using var settings = MockHostApp.PageOn(mock.Messenger);
        var saved = await settings.PostAsJsonAsync("/api/library/apps",
            new { template = "page", title = "Silent", line = "", values = new { address = server.Address } });

        var id = (await saved.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id");
        var answer = await settings.PostAsync($"/api/library/apps/{id}/checks", null);

        List<JsonElement> results = [];
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync())
            results.Add(JsonElement.Parse(item.Data));
        Assert.Contains("The time was up: 1 seconds", results[0].GetProperty("seen").GetString());
        Assert.All(results, result => Assert.NotEqual("pass", result.GetProperty("result").GetString()));
    }
}
