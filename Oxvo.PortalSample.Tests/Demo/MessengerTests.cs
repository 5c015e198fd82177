using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>What the messenger's frame asks its own server.</summary>
[Collection(RunningMock.Name)]
public sealed class MessengerTests(MockHostApp mock)
{
    [Fact]
    public async Task The_apps_lead_to_the_portal_that_runs()
    {
        var apps = await MockHostApp.Stranger(mock.Messenger)
            .GetFromJsonAsync<JsonElement[]>("/api/apps?website_token=acme-store");

        Assert.Equal(["Account status", "Track my order", "Billing", "Getting started"],
            apps!.Select(app => app.GetProperty("title").GetString()));
        Assert.Equal([$"{mock.Portal}/", $"{mock.Portal}/?view=orders", $"{mock.Portal}/?view=billing",
            $"{mock.Portal}/?view=onboarding"],
            apps!.Select(app => app.GetProperty("made").GetProperty("address").GetString()));
        Assert.All(apps!, app => Assert.True(app.GetProperty("made").GetProperty("wants_current_user").GetBoolean()));
    }

    [Fact]
    public async Task The_hash_that_the_website_sends_is_right()
    {
        var session = await (await mock.SignedInAs("mira")).GetFromJsonAsync<JsonElement>("/demo/session");

        var answer = await IdentifyAsync("mira", session.GetProperty("identifier_hash").GetString());

        Assert.Equal("right", answer.GetProperty("hash").GetString());
    }

    [Fact]
    public async Task Anothers_hash_is_wrong()
    {
        var session = await (await mock.SignedInAs("anneliese")).GetFromJsonAsync<JsonElement>("/demo/session");

        var answer = await IdentifyAsync("mira", session.GetProperty("identifier_hash").GetString());

        Assert.Equal("wrong", answer.GetProperty("hash").GetString());
    }

    [Theory]
    [InlineData("", "missing")]
    [InlineData(null, "missing")]
    [InlineData("0", "wrong")]
    [InlineData("not hex at all", "wrong")]
    public async Task A_hash_that_proves_nothing_is_told_apart(string? hash, string expected) =>
        Assert.Equal(expected, (await IdentifyAsync("mira", hash)).GetProperty("hash").GetString());

    [Fact]
    public async Task A_contact_has_the_number_that_the_website_stored_for_it() =>
        Assert.Equal(42, (await IdentifyAsync("aroha", null)).GetProperty("id").GetInt64());

    [Fact]
    public async Task A_contact_whose_number_was_not_stored_keeps_the_same_one()
    {
        var first = (await IdentifyAsync("of-another-website", null)).GetProperty("id").GetInt64();
        var second = (await IdentifyAsync("of-another-website", null)).GetProperty("id").GetInt64();

        Assert.Equal(first, second);
        Assert.NotEqual(first, (await IdentifyAsync("of-a-third", null)).GetProperty("id").GetInt64());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"identifier":42}""")]
    [InlineData("""{"identifier":"mira","identifier":"noor"}""")]
    [InlineData("""{"identifier":"mira","IDENTIFIER_HASH":"0"}""")]
    [InlineData("[")]
    public async Task Nonsense_is_refused_without_a_word_of_the_inside(string body)
    {
        var answer = await MockHostApp.PageOn(mock.Messenger)
            .PostAsync("/api/identify", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    async Task<JsonElement> IdentifyAsync(string identifier, string? hash)
    {
        var answer = await MockHostApp.PageOn(mock.Messenger)
            .PostAsJsonAsync("/api/identify", new { identifier, identifier_hash = hash });
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
