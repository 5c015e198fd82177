using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Portal;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary>
/// Each hand-made customer shows what its one line says, whenever the demo is given, and nothing of another's.
/// </summary>
public sealed class StoryTests : IDisposable
{
    const string Now = "2026-11-22T10:00Z";
    static readonly Dictionary<string, string> Needed = new()
    {
        ["mira"] = "payment_failed task_blocked",
        ["joaquin"] = "parcel_late",
        ["kailani"] = "usage_near seats_full",
        ["thabo"] = "task_blocked task_blocked",
        ["freja"] = "trial_ends",
        ["layla"] = "task_blocked",
        ["maximiliane"] = "task_blocked",
        ["aroha"] = "usage_over",
        ["margaux"] = "card_expires_before_renewal",
    };

    readonly DemoFolder demo = new();

    public void Dispose() => demo.Dispose();

    [Fact]
    public async Task A_customer_needs_what_the_story_says_and_no_more_on_every_day()
    {
        foreach (var day in Enumerable.Range(0, 366).Select(n => new DateTime(2028, 1, 1, 12, 30, 0).AddDays(n))
            .Where(IsTelling))
        {
            var utc = day.ToString("yyyy-MM-ddTHH:mmZ", CultureInfo.InvariantCulture);
            await demo.Prepare(utc);
            foreach (var customer in People())
            {
                var needed = (await demo.Answer(customer.Identifier, utc)).Attention.Select(a => a.Kind);
                Assert.Equal(Needed.GetValueOrDefault(customer.Identifier, ""), string.Join(' ', needed));
            }
        }
    }

    [Fact]
    public async Task Every_story_that_the_demo_promises_is_told()
    {
        demo.EditCustomers("\"count\": 5, \"firstNumber\": 410001", "\"count\": 5000, \"firstNumber\": 410001");
        await demo.Prepare(Now);
        var answers = await All();

        Assert.Contains(answers,
            a => a.Orders?.Items.Any(o => o.Shipments is [{ Status: "delivered", ExpectedOn: "2026-11-22" }]) == true);
        Assert.Contains(answers,
            a => a.Orders?.Items.Any(o => o.Shipments.Count(s => s.Status == "ready_for_pickup") == 2) == true);
        Assert.Contains(answers, a => a.Billing?.Subscriptions is [{ Status: "cancelled" }]);
        Assert.Contains(answers, a => a.Orders?.Items.Any(o => o.Status == "returned") == true
            && a.Billing!.Invoices!.Items.Any(i => i.Status == "void"));
        Assert.Contains(answers, a => a.Sections.Values.All(section => section is null));
        Assert.Contains(answers, a => a.Billing?.Subscriptions is [{ Plan.Price.Currency: "JPY" }]);
        Assert.Equal(5000,
            demo.Ask<int>("select max(n) from (select count(*) as n from invoices group by customer_id)"));
        Assert.Equal(1,
            demo.Ask<int>("""
                select count(*)
                from people a
                join people b on b.contact_id = 42 and b.customer_id <> a.customer_id
                where a.identifier = '42'
                """));
    }

    [Fact]
    public async Task Long_right_to_left_and_emoji_text_and_markup_are_among_the_data()
    {
        await demo.Prepare(Now);
        var texts = (await All()).SelectMany(a =>
            (a.Orders?.Items ?? []).SelectMany(o => o.Items).Select(i => i.Title!).Append(a.Customer.Name)).ToList();

        Assert.Contains(texts, t => t.Split(' ').Any(word => word.Length > 80));
        Assert.Contains(texts, t => t.Any(c => c is >= '\u0600' and <= '\u06FF'));
        Assert.Contains(texts, t => t.Contains("\u200D\U0001F469", StringComparison.Ordinal));
        Assert.Contains(texts, t => t.Contains("<b>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customers_name_order_or_invoice_occurs_in_no_other_account()
    {
        await demo.Prepare(Now);
        var customers = DemoDatabase.Read(demo.CustomersFile);

        foreach (var other in customers)
        {
            var answer =
                JsonSerializer.Serialize(await demo.Answer(other.Identifier, Now) with { AsOf = default }, Readable);
            var found = customers.Where(own => own != other).SelectMany(Marks)
                .Where(mark => answer.Contains(mark, StringComparison.OrdinalIgnoreCase));
            Assert.Empty(found);
        }
    }

    [Fact]
    public void The_menu_reads_a_name_an_address_and_one_line_for_each_customer()
    {
        var customers = People().ToArray();

        Assert.Equal("mira", customers[0].Identifier);
        Assert.All(customers, c => Assert.EndsWith(".example", c.Email, StringComparison.Ordinal));
        Assert.All(customers, c => Assert.InRange(c.Story.Length, 20, 110));
        Assert.Equal(customers.Length, customers.Select(c => c.Story).Distinct().Count());
    }

    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Numbers without "INV-": they must not hide in a tracking number or an amount either.
    static IEnumerable<string> Marks(DemoCustomer customer) =>
    [
        customer.Name, customer.Name.Split(' ')[0], .. (customer.Orders ?? []).Select(order => order.Number),
        .. customer.People.Select(person => person.Name),
        .. CustomerCheck.Invoices(customer).Select(invoice => invoice.Number[4..]),
        .. CustomerCheck.Subscriptions(customer).SelectMany(one => one.RepeatInvoices)
            .SelectMany(run => Enumerable.Range(run.FirstNumber, run.Count).Select(n => $"{n}")),
    ];

    IEnumerable<DemoPerson> People() => DemoDatabase.Read(demo.CustomersFile).SelectMany(one => one.People);

    async Task<List<PortalAnswer>> All()
    {
        List<PortalAnswer> answers = [];
        foreach (var customer in People())
            answers.Add(await demo.Answer(customer.Identifier, Now));
        return answers;
    }

    // The ends of months are where calendars go wrong; of the rest one a month is enough.
    static bool IsTelling(DateTime day) => day.Day is 1 or 15 || day.AddDays(1).Day == 1;
}
