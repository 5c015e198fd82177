using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Portal;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary>Dates are counted on the customer's own calendar, and made fresh when it has turned a page.</summary>
public sealed class DateTests : IDisposable
{
    readonly DemoFolder demo = new();

    public void Dispose() => demo.Dispose();

    [Theory]
    [InlineData("kailani", "2026-11-22T09:59Z", "2026-11-21")]
    [InlineData("kailani", "2026-11-22T10:01Z", "2026-11-22")]
    [InlineData("aroha", "2026-11-22T10:59Z", "2026-11-22")]
    [InlineData("aroha", "2026-11-22T11:01Z", "2026-11-23")]
    [InlineData("mira", "2027-02-28T23:59Z", "2027-02-28")]
    [InlineData("mira", "2027-03-01T00:01Z", "2027-03-01")]
    public async Task Today_begins_at_midnight_where_the_customer_lives(string identifier, string utc, string today)
    {
        foreach (var renewal in (string[])["+1mo@1", "+21d", "+19d"])
            demo.EditCustomers($"\"renewsOn\": \"{renewal}\"", "\"renewsOn\": \"today\"");

        await demo.Prepare(utc);

        Assert.Equal(today, (await demo.Answer(identifier, utc)).Billing!.Subscriptions[0].RenewsOn);
    }

    [Theory]
    [InlineData("2026-01-31T12:00Z", "2026-02-01", "2026-01-01")]
    [InlineData("2028-02-29T12:00Z", "2028-03-01", "2028-02-01")]
    [InlineData("2026-12-31T12:00Z", "2027-01-01", "2026-12-01")]
    [InlineData("2026-03-01T00:30Z", "2026-04-01", "2026-02-01")]
    public async Task The_first_of_a_month_is_found_from_any_day(string utc, string renewsOn, string issuedOn)
    {
        await demo.Prepare(utc);

        var billing = (await demo.Answer("mira", utc)).Billing!;

        Assert.Equal(renewsOn, billing.Subscriptions[0].RenewsOn);
        Assert.Equal(issuedOn, billing.Invoices!.Items[0].IssuedOn);
    }

    [Fact]
    public async Task A_local_time_is_an_instant_in_the_customers_zone()
    {
        await demo.Prepare("2026-07-15T12:00Z");

        var parcel = (await demo.Answer("mira", "2026-07-15T12:00Z")).Orders!.Items[0].Shipments[0];

        Assert.Equal(FixedClock.Instant("2026-07-15T17:00Z"), parcel.ExpectedBy);
        Assert.Equal(FixedClock.Instant("2026-07-15T06:52Z"), parcel.Checkpoints[0].At);
    }

    [Theory]
    [InlineData("2026-11-22T00:05Z")]
    [InlineData("2026-11-22T05:30Z")]
    [InlineData("2026-11-22T11:10Z")]
    [InlineData("2026-11-22T23:55Z")]
    public async Task Nothing_that_happened_lies_in_the_future_and_its_order_is_kept(string utc)
    {
        await demo.Prepare(utc);

        foreach (var customer in DemoDatabase.Read(demo.CustomersFile).SelectMany(one => one.People))
        {
            var answer = await demo.Answer(customer.Identifier, utc);
            var shipments = (answer.Orders?.Items ?? []).SelectMany(order => order.Shipments).ToList();
            Assert.All(shipments.SelectMany(s => s.Checkpoints), c => Assert.True(c.At <= answer.AsOf));
            Assert.All(shipments.Where(s => s.Checkpoints.Count > 0),
                s => Assert.Equal(s.Status, s.Checkpoints[0].Status));
        }
    }

    [Fact]
    public async Task Dates_are_written_again_on_another_day_and_not_on_the_same()
    {
        await demo.Prepare("2026-11-22T08:00Z");
        demo.Execute("update people set name = 'Changed' where identifier = 'mira'");

        await demo.Prepare("2026-11-22T09:00Z");
        var sameDay = demo.Ask<string>("select name from people where identifier = 'mira'");
        await demo.Prepare("2026-11-23T08:00Z");

        Assert.Equal("Changed", sameDay);
        Assert.Equal("Mira Okafor", demo.Ask<string>("select name from people where identifier = 'mira'"));
        Assert.Equal("2026-11-15", demo.Ask<string>("select failed_on from invoices where number = 'INV-2041'"));
    }

    [Fact]
    public async Task A_day_that_began_in_one_customers_zone_only_is_another_day()
    {
        await demo.Prepare("2026-11-22T14:00Z");
        await demo.Prepare("2026-11-22T16:00Z");

        Assert.Equal("2026-11-24",
            demo.Ask<string>("select expected_on from shipments where tracking_number = '3381-7702-6654'"));
    }

    [Fact]
    public async Task An_edited_file_shows_at_the_next_start_and_a_reset_undoes_what_was_changed()
    {
        await demo.Prepare("2026-11-22T08:00Z");
        demo.EditCustomers("Mira Okafor", "Mira Okafor-Byrne");
        await demo.Prepare("2026-11-22T08:00Z");
        var edited = demo.Ask<string>("select name from people where identifier = 'mira'");
        demo.Execute(
            "delete from customers where id = (select customer_id from people where identifier = 'mira')");

        await demo.Reset("2026-11-22T08:00Z");

        Assert.Equal("Mira Okafor-Byrne", edited);
        Assert.Equal(9, demo.Ask<int>("""
            select count(*)
            from invoices
            join people using (customer_id)
            where identifier = 'mira'
            """));
    }

    [Fact]
    public async Task Links_lead_to_the_site_where_it_is_at_this_start_the_volumes_too()
    {
        const string utc = "2026-11-22T08:00Z", links = "select count(*) from invoices where document_url like ";
        var volume = DemoVolume.Parse("3", "1");
        await demo.Prepare(utc, volume, "http://localhost:5100");
        var before = demo.Ask<int>(links + "'http://localhost:5100/account/%'");

        await demo.Prepare(utc, volume, "http://localhost:6100");

        Assert.Equal(demo.Ask<int>("select count(*) from invoices"), before);
        Assert.Equal(before, demo.Ask<int>(links + "'http://localhost:6100/account/%'"));
    }
}
