using System.Net;
using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// The people of a company see what the customer section lets them: what is hidden is not read, and does not leave.
/// </summary>
public class HiddenSectionTests : OnEachDatabase
{
    const string Api = "/api/widget-portal?identifier=";

    public HiddenSectionTests() : this(new()) { }

    protected HiddenSectionTests(PortalApp portal) : base(portal) { }

    [Fact]
    public async Task A_statement_of_what_is_hidden_is_not_even_sent()
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("dana")).Status);

        portal.Execute("""
            alter table invoices rename to mislaid;
            alter table subscriptions rename column plan_name to mislaid;
            alter table customers rename column balance to mislaid;
            alter table customers rename column card_last4 to mislaid_too
            """);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync("dana")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync("idris")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("saoirse")).Status);
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("order_items")]
    [InlineData("shipments")]
    [InlineData("checkpoints")]
    public async Task With_the_orders_everything_of_them_is_hidden(string table)
    {
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("dana")).Status);

        portal.Execute($"alter table {table} rename to mislaid");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await GetAsync("saoirse")).Status);
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("idris")).Status);
    }

    [Fact]
    public async Task Without_the_bills_no_amount_leaves_and_nothing_of_them_needs_attention()
    {
        const string company = "(select customer_id from people where identifier = 'dana')";
        portal.Execute($"""
            update invoices set status = 'open', amount_due = total, failed_on = '2026-01-02'
            where customer_id = {company};
            update subscriptions set seats_used = seats_total where customer_id = {company}
            """);
        string[] secrets =
        [
            "\"amount\"", "\"currency\"", "GBP", "INV-", "7788", "12900", "2400", "92000", "Business", "payment_failed",
        ];

        var (_, everything) = await GetAsync("dana");
        var (_, body) = await GetAsync("saoirse");
        var answer = JsonDocument.Parse(body).RootElement;

        Assert.All(secrets, secret => Assert.Contains(secret, everything, StringComparison.Ordinal));
        Assert.DoesNotContain(secrets, secret => body.Contains(secret, StringComparison.Ordinal));
        Assert.DoesNotContain("\"billing\"", answer.GetProperty("attention").GetRawText());
        Assert.Equal(["askWho", "hidden", "seats", "usage"],
            answer.GetProperty("billing").EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal(50, answer.GetProperty("billing").GetProperty("seats").GetProperty("used").GetInt32());
    }

    [Fact]
    public async Task What_is_hidden_says_who_can_help_and_no_more()
    {
        var orders = JsonDocument.Parse((await GetAsync("idris")).Body).RootElement.GetProperty("orders");
        portal.Execute("update people set ask_who = null where identifier = 'idris'");
        var unsaid = JsonDocument.Parse((await GetAsync("idris")).Body).RootElement.GetProperty("orders");

        Assert.Equal("""{"askWho":"Dana Whitfield","hidden":true}""", orders.GetRawText());
        Assert.Equal("""{"askWho":null,"hidden":true}""", unsaid.GetRawText());
    }

    [Theory]
    [InlineData("idris", HttpStatusCode.OK)]
    [InlineData("saoirse", HttpStatusCode.Forbidden)]
    [InlineData("dana", HttpStatusCode.Forbidden)]
    [InlineData("mira", HttpStatusCode.Forbidden)]
    public async Task A_colleagues_key_is_refused_as_anybody_elses(string key, HttpStatusCode expected) =>
        Assert.Equal(expected, (await GetAsync("idris", key)).Status);

    async Task<(HttpStatusCode Status, string Body)> GetAsync(string identifier, string? key = null)
    {
        using var client = portal.SignedInAs(identifier);
        using var answer = await client.GetAsync(Api + (key ?? identifier));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
