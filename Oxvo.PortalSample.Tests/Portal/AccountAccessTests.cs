using System.Net;
using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>Who gets which answer, and in which order it is decided.</summary>
public class AccountAccessTests(PortalApp portal) : IClassFixture<PortalApp>
{
    const string Api = "/api/widget-portal";

    [Theory]
    [InlineData("?identifier=mira")]
    [InlineData("?identifier=nobody-at-all")]
    [InlineData("?id=0x1")]
    [InlineData("")]
    public async Task Without_a_token_every_key_gets_the_same_401(string query)
    {
        var (status, body) = await Get(portal.CreateClient(), Api + query);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal("""{"type":"urn:oxvo-portal:unauthorized","title":"Send a valid site token as a Bearer token.","status":401}""", body);
    }

    [Fact]
    public async Task A_customer_reads_their_own_account_by_identifier_and_by_contact_id()
    {
        var contact = portal.Ask<long>("select contact_id from people where identifier = 'mira'");
        using var mira = portal.SignedInAs("mira");

        var byIdentifier = await Read(mira, "?identifier=mira");
        var byId = await Read(mira, $"?id={contact}");

        Assert.Equal(portal.Ask<string>("select name from people where identifier = 'mira'"), Name(byIdentifier));
        Assert.Equal(Name(byIdentifier), Name(byId));
    }

    [Fact]
    public async Task Somebody_elses_key_gets_the_same_403_as_one_that_does_not_exist()
    {
        using var mira = portal.SignedInAs("mira");
        var other = portal.Ask<string>("select identifier from people where identifier <> 'mira' limit 1");
        var contact = portal.Ask<long>("select contact_id from people where identifier <> 'mira' and contact_id is not null limit 1");

        var answers = new List<(HttpStatusCode Status, string Body)>();
        foreach (var query in new[] { $"identifier={other}", $"id={contact}", "identifier=nobody-at-all", "id=9999999999999999" })
            answers.Add(await Get(mira, $"{Api}?{query}"));

        Assert.Equal(HttpStatusCode.Forbidden, answers[0].Status);
        Assert.Single(answers.Distinct());
        Assert.Equal("""{"type":"urn:oxvo-portal:not_your_key","title":"This key does not belong to the customer who is signed in.","status":403}""", answers[0].Body);
    }

    [Theory]
    [InlineData("Mira")]
    [InlineData("mira ")]
    [InlineData(" mira")]
    [InlineData("ｍｉｒａ")]
    [InlineData("mira\u0301")]
    [InlineData("' or 1=1--")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("*")]
    public async Task An_identifier_is_compared_ordinally_and_never_trimmed_or_folded(string identifier)
    {
        using var mira = portal.SignedInAs("mira");

        var (status, _) = await Get(mira, $"{Api}?identifier={Uri.EscapeDataString(identifier)}");

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task Customer_42_and_the_customer_with_contact_id_42_are_two()
    {
        var other = portal.Ask<string>("select identifier from people where contact_id = 42");
        using var customer42 = portal.SignedInAs("42");
        using var contact42 = portal.SignedInAs(other);

        Assert.NotEqual("42", other);
        Assert.Equal(HttpStatusCode.OK, (await Get(customer42, Api + "?identifier=42")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(customer42, Api + "?id=42")).Status);
        Assert.Equal(HttpStatusCode.OK, (await Get(contact42, Api + "?id=42")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(contact42, Api + "?identifier=42")).Status);
    }

    [Theory]
    [InlineData("identifier=mira")]
    [InlineData("identifier=somebody-else")]
    [InlineData("id=42")]
    public async Task A_signed_in_customer_without_an_account_gets_404_for_every_key(string query)
    {
        using var stranger = portal.SignedInAs("deleted-customer");

        var (status, body) = await Get(stranger, $"{Api}?{query}");

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal("""{"type":"urn:oxvo-portal:no_account","title":"The customer who is signed in has no account here.","status":404}""", body);
    }

    [Theory]
    [InlineData("", "identifier,id")]
    [InlineData("identifier=mira&id=42", "identifier,id")]
    [InlineData("identifier=mira&identifier=mira", "identifier")]
    [InlineData("id=1&id=2", "id")]
    [InlineData("key=mira", "query")]
    [InlineData("identifier=mira&key=1", "query")]
    [InlineData("key=1&other=2", "query")]
    [InlineData("Identifier=mira", "query")]
    [InlineData("identifier=", "identifier")]
    [InlineData("identifier=a%00b", "identifier")]
    [InlineData("identifier=%0A", "identifier")]
    [InlineData("identifier=%EF%BF%BD", "identifier")]
    [InlineData("id=042", "id")]
    [InlineData("id=%2042", "id")]
    [InlineData("id=42%0A", "id")]
    [InlineData("id=%2B42", "id")]
    [InlineData("id=4.2e1", "id")]
    [InlineData("id=42.0", "id")]
    [InlineData("id=٤٢", "id")]
    [InlineData("id=1,000", "id")]
    [InlineData("id=-1", "id")]
    [InlineData("id=0", "id")]
    [InlineData("id=10000000000000000", "id")]
    [InlineData("id=9223372036854775808", "id")]
    public async Task A_query_that_is_not_exactly_one_well_formed_key_gets_400_with_the_parameters_at_fault(string query, string fields)
    {
        using var mira = portal.SignedInAs("mira");

        var (status, body) = await Get(mira, $"{Api}?{query}");
        var problem = JsonDocument.Parse(body).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("urn:oxvo-portal:invalid_request", Type(body));
        Assert.StartsWith("Send exactly one of identifier", problem.GetProperty("title").GetString());
        Assert.Equal(fields.Split(','), problem.GetProperty("fields").EnumerateArray().Select(f => f.GetString()));
    }

    [Fact]
    public async Task An_identifier_may_have_one_to_128_characters_and_no_more()
    {
        using var mira = portal.SignedInAs("mira");

        Assert.Equal(HttpStatusCode.Forbidden, (await Get(mira, $"{Api}?identifier=a")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Get(mira, $"{Api}?identifier={new string('a', 128)}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Get(mira, $"{Api}?identifier={new string('a', 129)}")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Get(mira, $"{Api}?identifier={new string('a', 10_000)}")).Status);
    }

    static async Task<(HttpStatusCode Status, string Body)> Get(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    static async Task<JsonElement> Read(HttpClient client, string query) =>
        JsonDocument.Parse((await Get(client, Api + query)).Body).RootElement;

    static string? Name(JsonElement answer) => answer.GetProperty("customer").GetProperty("name").GetString();

    static string? Type(string body) => JsonDocument.Parse(body).RootElement.GetProperty("type").GetString();
}
