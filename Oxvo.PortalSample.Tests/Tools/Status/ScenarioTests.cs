using System.Net;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Demo;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>The messenger's status endpoints over the mock providers.</summary>
public sealed class ScenarioTests(MockHostApp apps) : IClassFixture<MockHostApp>
{
    static readonly string[] Pages = ["acme-air", "acme-air-instatus", "acme-air-betterstack"];

    [Fact]
    public async Task The_configured_pages_and_the_scenarios_are_listed_without_an_address()
    {
        using var browser = MockHostApp.PageOn(apps.Messenger);

        var text = await browser.GetStringAsync("/status");

        var pages = JsonDocument.Parse(text).RootElement.GetProperty("pages");
        Assert.Equal(Pages, pages.EnumerateArray().Select(page => page.GetProperty("key").GetString()));
        Assert.DoesNotContain("http", text);
    }

    [Theory]
    [InlineData("all-well", "operational", 0, "")]
    [InlineData("minor", "degraded", 1, "")]
    [InlineData("major", "major_outage", 2, "")]
    [InlineData("maintenance-now", "maintenance", 0, "in_progress")]
    [InlineData("maintenance-planned", "operational", 0, "upcoming,upcoming")]
    [InlineData("empty", "operational", 0, "")]
    public async Task Every_provider_tells_the_same_story(
        string scenario, string state, int incidents, string maintenance)
    {
        foreach (var page in Pages)
        {
            var reading = await ReadAsync(page, $"?scenario={scenario}");
            Assert.Equal(state, reading.GetProperty("state").GetString());
            Assert.Equal(incidents, reading.GetProperty("incidents").GetArrayLength());
            var works = reading.GetProperty("maintenance").EnumerateArray();
            Assert.Equal(maintenance, string.Join(',', works.Select(work => work.GetProperty("phase").GetString())));
            Assert.Equal(0, reading.GetProperty("dropped_rows").GetInt32());
            Assert.False(reading.GetProperty("stale").GetBoolean());
        }
    }

    [Theory]
    [InlineData("long-groups")]
    [InlineData("markup")]
    public async Task Long_and_marked_up_texts_arrive_plain(string scenario)
    {
        foreach (var page in Pages)
        {
            var reading = await ReadAsync(page, $"?scenario={scenario}");
            Assert.NotEqual("operational", reading.GetProperty("state").GetString());
            Assert.DoesNotContain("alert(1)", reading.GetRawText());
            Assert.DoesNotContain("javascript:", reading.GetRawText());
        }
    }

    [Theory]
    [InlineData("not-found")]
    [InlineData("gateway-timeout")]
    [InlineData("broken-json")]
    public async Task A_provider_that_cannot_be_read_is_no_error_and_no_outage(string scenario)
    {
        foreach (var page in Pages)
            Assert.Equal(JsonValueKind.Null, (await ReadAsync(page, $"?scenario={scenario}")).ValueKind);
    }

    /// <summary>It waits for the client's own limit, which <see cref="CacheTests"/> passes without waiting.</summary>
    [Fact]
    [Trait("Category", "Exhaustive")]
    public async Task A_slow_provider_is_given_up_before_it_answers() =>
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(Pages[0], "?scenario=slow")).ValueKind);

    [Theory]
    [InlineData(0, "partial_outage,degraded", 1)]
    [InlineData(16, "partial_outage,degraded", 2)]
    [InlineData(31, "degraded", 3)]
    [InlineData(46, "operational", 0)]
    [InlineData(600, "operational", 0)]
    public async Task An_incident_plays_from_investigating_to_resolved_in_a_minute(
        int seconds, string states, int updates)
    {
        foreach (var page in Pages)
        {
            var since = DateTimeOffset.UtcNow.AddSeconds(-seconds).ToUnixTimeMilliseconds();
            var reading = await ReadAsync(page, $"?scenario=incident-in-a-minute&since={since}");
            Assert.Contains(reading.GetProperty("state").GetString()!, states);
            var incidents = reading.GetProperty("incidents").EnumerateArray().ToArray();
            Assert.Equal(updates == 0 ? 0 : 1, incidents.Length);
            if (incidents.Length > 0 && page != "acme-air-instatus")
                Assert.Equal(updates, incidents[0].GetProperty("updates").GetArrayLength());
        }
    }

    [Fact]
    public async Task A_thousand_home_screens_share_one_reading()
    {
        using var browser = MockHostApp.PageOn(apps.Messenger);

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000)
            .Select(_ => browser.GetStringAsync("/status/acme-air?scenario=minor")));

        var readings = answers.Select(text => JsonDocument.Parse(text).RootElement.GetProperty("reading"));
        Assert.Single(readings.Select(reading => reading.GetProperty("read_at").GetString()).Distinct());
    }

    [Theory]
    [InlineData("/status/nobody", HttpStatusCode.NotFound)]
    [InlineData("/status/acme-air?scenario=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/status/acme-air?scenario=../minor", HttpStatusCode.BadRequest)]
    [InlineData("/status/acme-air?scenario=minor&scenario=major", HttpStatusCode.BadRequest)]
    [InlineData("/status/acme-air?address=https://evil.example", HttpStatusCode.BadRequest)]
    [InlineData("/status/acme-air?since=1", HttpStatusCode.BadRequest)]
    [InlineData("/status/acme-air?since=-1", HttpStatusCode.BadRequest)]
    [InlineData("/status/acme-air?since=99999999999999", HttpStatusCode.BadRequest)]
    [InlineData("/mock-status/statuspage/nothing/api/v2/summary.json", HttpStatusCode.NotFound)]
    [InlineData("/mock-status/statuspage/minor/index.json", HttpStatusCode.NotFound)]
    [InlineData("/mock-status/statuspage/minor.1.x/api/v2/summary.json", HttpStatusCode.NotFound)]
    public async Task A_visitor_chooses_among_known_names_and_never_an_address(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await MockHostApp.PageOn(apps.Messenger).GetAsync(path)).StatusCode);

    async Task<JsonElement> ReadAsync(string page, string query)
    {
        using var browser = MockHostApp.PageOn(apps.Messenger);
        var answer = JsonDocument.Parse(await browser.GetStringAsync($"/status/{page}{query}"));
        return answer.RootElement.GetProperty("reading");
    }
}
