using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Portal;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>Signing in and out on Acme's website.</summary>
[Collection(RunningMock.Name)]
public sealed class SessionTests(MockHostApp mock)
{
    [Fact]
    public async Task The_menu_lists_customers_each_with_a_story()
    {
        var customers = await MockHostApp.Stranger(mock.Site).GetFromJsonAsync<JsonElement[]>("/demo/customers");

        Assert.NotEmpty(customers!);
        Assert.All(customers!, customer =>
        {
            Assert.Equal(["identifier", "name", "story", "group"],
                customer.EnumerateObject().Select(member => member.Name));
            Assert.All(customer.EnumerateObject(), member => Assert.NotEmpty(member.Value.GetString()!));
        });
    }

    [Fact]
    public async Task No_customer_is_signed_in_at_first()
    {
        var answer = await MockHostApp.PageOn(mock.Site).GetAsync("/demo/session");

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_signed_in_customer_is_told_what_to_identify_with()
    {
        var browser = await mock.SignedInAs("mira");

        var session = await browser.GetFromJsonAsync<JsonElement>("/demo/session");

        Assert.Equal(["identifier", "name", "email", "identifier_hash"],
            session.EnumerateObject().Select(member => member.Name));
        Assert.Equal("mira", session.GetProperty("identifier").GetString());
        Assert.Matches("^[0-9a-f]{64}$", session.GetProperty("identifier_hash").GetString());
    }

    [Fact]
    public async Task Every_customer_of_the_menu_can_be_signed_in()
    {
        var customers = await MockHostApp.PageOn(mock.Site).GetFromJsonAsync<JsonElement[]>("/demo/customers");

        foreach (var identifier in customers!.Select(customer => customer.GetProperty("identifier").GetString()!))
        {
            var session = await (await mock.SignedInAs(identifier)).GetFromJsonAsync<JsonElement>("/demo/session");
            Assert.Equal(identifier, session.GetProperty("identifier").GetString());
        }
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var browser = await mock.SignedInAs("mira");

        Assert.Equal(HttpStatusCode.NoContent, (await browser.DeleteAsync("/demo/session")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync("/demo/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/portal-token", null)).StatusCode);
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("PUT")]
    public async Task A_cookie_that_was_kept_is_good_for_nothing_after_a_sign_out_or_another_sign_in(string change)
    {
        var signedIn = await MockHostApp.PageOn(mock.Site).PutAsJsonAsync("/demo/session", new { identifier = "mira" });
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        // A browser keeps what it is sent later; a thief does not.
        var (browser, kept) = (MockHostApp.PageOn(mock.Site), MockHostApp.PageOn(mock.Site));
        foreach (var client in new[] { browser, kept }) client.DefaultRequestHeaders.Add("Cookie", cookie);
        var before = await kept.PostAsync("/portal-token", null);

        await browser.SendAsync(new(new(change), "/demo/session")
        { Content = change == "PUT" ? JsonContent.Create(new { identifier = "42" }) : null });

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await kept.PostAsync("/portal-token", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await kept.GetAsync("/demo/session")).StatusCode);
    }

    [Fact]
    public async Task The_session_cookie_is_out_of_scripts_reach_and_of_other_sites_posts()
    {
        var answer = await MockHostApp.PageOn(mock.Site).PutAsJsonAsync("/demo/session", new { identifier = "mira" });

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("; httponly", cookie);
        Assert.Contains("; samesite=lax", cookie);
        Assert.DoesNotContain("mira", cookie);
    }

    [Theory]
    [InlineData("""{"identifier":"nobody-has-this"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"identifier":"MIRA"}""", HttpStatusCode.NotFound)]
    [InlineData("""{"identifier":""}""", HttpStatusCode.NotFound)]
    [InlineData("""{"identifier":42}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"identifier":null}""", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"Identifier":"mira"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"identifier":"mira","identifier":"noor"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"identifier":"mira","role":"admin"}""", HttpStatusCode.BadRequest)]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("", HttpStatusCode.BadRequest)]
    public async Task What_names_no_customer_signs_no_customer_in(string body, HttpStatusCode expected)
    {
        var answer = await MockHostApp.PageOn(mock.Site)
            .PutAsync("/demo/session", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(expected, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_forged_cookie_signs_no_customer_in()
    {
        var browser = MockHostApp.PageOn(mock.Site);
        browser.DefaultRequestHeaders.Add("Cookie", "acme_session=mira");

        Assert.Equal(HttpStatusCode.NoContent, (await browser.GetAsync("/demo/session")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.PostAsync("/portal-token", null)).StatusCode);
    }

    [Theory]
    [InlineData("PUT", "/demo/session")]
    [InlineData("POST", "/demo/reset")]
    public async Task A_database_that_is_locked_is_said_to_be_unavailable(string method, string path)
    {
        using var locked = new LockedDatabase(mock.DatabaseFile);

        var answer = await MockHostApp.PageOn(mock.Site).SendAsync(
            new(new(method), path) { Content = JsonContent.Create(new { identifier = "mira" }) });

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.True(locked.KeepsTheDriverWaiting);
    }

    [Fact]
    public async Task A_reset_keeps_the_session_and_the_customers()
    {
        var browser = await mock.SignedInAs("mira");

        Assert.Equal(HttpStatusCode.NoContent, (await browser.PostAsync("/demo/reset", null)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/demo/session")).StatusCode);
    }
}
