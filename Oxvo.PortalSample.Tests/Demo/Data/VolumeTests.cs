using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Data;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary>
/// Made-up customers beside the hand-made ones: as many as asked for, the same for the same arguments and day.
/// </summary>
public sealed class VolumeTests : IDisposable
{
    const string Now = "2026-11-22T10:00Z";
    readonly DemoFolder demo = new();

    public void Dispose() => demo.Dispose();

    [Fact]
    public async Task Exactly_as_many_as_asked_for_are_made_and_another_number_takes_their_place()
    {
        await demo.Prepare(Now, Volume(120));
        var first = Count();
        await demo.Prepare(Now, Volume(30));
        var second = Count();
        await demo.Prepare(Now);
        var untouched = Count();
        await demo.Prepare(Now, Volume(0));

        Assert.Equal((120, 30, 30, 0), (first, second, untouched, Count()));
        Assert.Equal(DemoDatabase.Read(demo.CustomersFile).Count, demo.Ask<int>("select count(*) from customers"));
    }

    [Fact]
    public async Task The_same_arguments_and_day_make_the_same_data_whatever_the_machines_language_and_the_minute()
    {
        using var other = new DemoFolder();
        await demo.Prepare("2026-11-22T12:30Z", Volume(60));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            await other.Prepare("2026-11-22T12:45Z", Volume(60));
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        Assert.Equal(demo.Dump(), other.Dump());
    }

    [Theory]
    [InlineData(8, Now)]
    [InlineData(7, "2026-11-23T10:00Z")]
    public async Task Another_seed_or_day_makes_other_data(int seed, string utc)
    {
        await demo.Prepare(Now, Volume(20));
        var before = demo.Dump();

        await demo.Prepare(utc, Volume(20, seed));

        Assert.NotEqual(Made(before), Made(demo.Dump()));
        Assert.Equal(20, Count());
    }

    [Fact]
    public async Task A_customer_does_not_depend_on_how_many_are_made()
    {
        using var other = new DemoFolder();

        await demo.Prepare(Now, Volume(10));
        await other.Prepare(Now, Volume(25));

        Assert.Subset(Made(other.Dump()).ToHashSet(), Made(demo.Dump()).ToHashSet());
    }

    [Fact]
    public async Task What_was_stopped_halfway_can_be_used_and_is_finished_by_the_next_start()
    {
        using var whole = new DemoFolder();
        await whole.Prepare(Now, Volume(2_030));
        await demo.Prepare(Now);
        demo.Execute("""
            create trigger stop before insert on people when new.identifier = 'demo-002010'
            begin select raise(abort, 'stopped'); end
            """);

        await Assert.ThrowsAsync<DemoDataException>(() => demo.Prepare(Now, Volume(2_030)));
        var (stopped, usable) = (Count(), (await demo.Answer("demo-002000", Now)).Customer.Name);
        demo.Execute("drop trigger stop");
        await demo.Prepare(Now, Volume(2_030));

        Assert.Equal(2_000, stopped);
        Assert.NotEmpty(usable);
        Assert.Equal(whole.Dump(), demo.Dump());
    }

    [Fact]
    public async Task Numbers_and_contact_ids_of_the_volume_are_far_from_the_hand_made_ones()
    {
        await demo.Prepare(Now, Volume(300));

        Assert.Equal(1_000_001, demo.Ask<long>("select min(contact_id) from people where identifier like 'demo-%'"));
        Assert.Equal(8, demo.Ask<int>(Shortest("orders")));
        Assert.Equal(12, demo.Ask<int>(Shortest("invoices")));
        Assert.Equal("demo-000001",
            demo.Ask<string>("select min(identifier) from people where identifier like 'demo-%'"));
    }

    [Fact]
    public async Task Each_made_parcel_holds_its_orders_items_and_what_came_back_is_refunded()
    {
        await demo.Prepare(Now, Volume(300));

        Assert.Equal(0, demo.Ask<int>("""
            select count(*)
            from shipments s
            where s.order_id > 1000000 and not exists (select 1 from shipment_items i where i.shipment_id = s.id)
            """));
        Assert.NotEqual(0, demo.Ask<int>("select count(*) from orders where id > 1000000 and refund_status = 'refunded'"));
        Assert.Equal(0, demo.Ask<int>("""
            select count(*)
            from orders
            where id > 1000000 and (refund_status is not null) <> (status in ('cancelled', 'returned'))
            """));
    }

    static string Shortest(string table) =>
        $"""
        select min(length(number))
        from {table}
        join people using (customer_id)
        where identifier like 'demo-%'
        """;

    [Fact]
    public async Task Progress_goes_to_a_file_as_whole_lines()
    {
        await demo.Prepare(Now, Volume(40));
        await demo.Prepare(Now, Volume(40));

        var line =
            Assert.Single(demo.Progress.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("Demo customers: 40 of 40 · ", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', line);
    }

    static DemoVolume Volume(int customers, int seed = 7) => new() { Customers = customers, Seed = seed };

    int Count() => demo.Ask<int>("select count(*) from people where identifier like 'demo-%'");

    static IEnumerable<string> Made(string dump) =>
        dump.Split('\n').Where(line => Regex.IsMatch(line, @"\A\w+: [0-9]{7}"));
}
