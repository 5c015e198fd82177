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
        ["marcus"] = "parcel_silent",
        ["margaux"] = "parcel_exception card_expires_before_renewal",
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
    public async Task Every_state_of_a_parcel_a_refund_and_a_step_is_in_a_story()
    {
        await demo.Prepare(Now);
        var answers = await All();
        var orders = answers.SelectMany(answer => answer.Orders?.Items ?? []).ToList();
        var parcels = orders.SelectMany(order => order.Shipments).ToList();
        var steps = answers.SelectMany(answer => answer.Onboarding?.Tasks ?? []).ToList();

        Assert.Equal(
            ["delivered", "exception", "failed", "in_transit", "out_for_delivery", "preparing", "ready_for_pickup", "returned"],
            parcels.Select(parcel => parcel.Status).Distinct().Order());
        Assert.Contains(parcels, parcel => parcel.Exception is { Kind: "customs", Text.Length: > 20 });
        Assert.Contains(parcels, parcel => parcel.ExpectedFrom < parcel.ExpectedBy);
        Assert.Contains(parcels, parcel => parcel is { Status: "delivered", ProofUrl: not null });
        Assert.Contains(orders, order => order.Shipments.Count(parcel => parcel.Items.Count > 0) == 2);
        Assert.Contains(orders, order => order.Refund is { Status: "on_the_way", Amount.Amount: > 0 });
        Assert.Contains(orders, order => order.Refund is { Status: "refunded", On: not null } && order.Status == "returned");
        Assert.Contains(steps, step => step.Status == "skipped");
        Assert.Contains(steps, step => step is { Optional: true, Status: "open" });
        Assert.Contains(answers, answer => answer.Onboarding is { Total: > 0 } all && all.Done == all.Total);
    }

    [Fact]
    public async Task What_is_in_an_orders_parcels_is_what_was_ordered()
    {
        await demo.Prepare(Now);
        var split = (await All()).SelectMany(answer => answer.Orders?.Items ?? [])
            .Where(order => order.Shipments.Any(parcel => parcel.Items.Count > 0)).ToList();

        Assert.NotEmpty(split);
        foreach (var order in split)
            Assert.Equal(order.Items.Select(item => (item.Title, item.Quantity)).Order(), order.Shipments
                .SelectMany(parcel => parcel.Items).GroupBy(item => item.Title)
                .Select(same => (same.Key, same.Sum(item => item.Quantity))).Order());
    }

    [Fact]
    public async Task Every_state_of_a_plan_and_a_bill_is_in_a_story()
    {
        await demo.Prepare(Now);
        var bills = (await All()).Select(answer => answer.Billing).OfType<BillingAnswer>().ToList();
        var plans = bills.SelectMany(billing => billing.Subscriptions).ToList();
        var invoices = bills.SelectMany(billing => billing.Invoices!.Items).ToList();

        Assert.Equal(["active", "cancelled", "past_due", "paused", "trialing"],
            plans.Select(plan => plan.Status).Distinct().Order());
        Assert.Contains(plans, plan => plan is { NextCharge.Amount.Amount: > 0, Plan.Interval: "year" });
        Assert.Contains(plans, plan => plan is { NextCharge: null, Status: "paused" });
        Assert.Contains(bills, billing => billing.Subscriptions.Count == 2);
        Assert.Contains(bills, billing => billing is { Subscriptions.Count: 0, Invoices.Items.Count: > 0 });
        Assert.Contains(bills, billing => billing.Balance is { Amount: > 0 });
        Assert.Contains(plans, plan => plan.Usage.Any(usage => usage.Used > usage.Included));
        Assert.Equal(["credit_note", "invoice", "receipt"], invoices.Select(one => one.Kind).Distinct().Order());
        Assert.Contains(invoices, one => one.Refund is { Status: "on_the_way", Amount.Amount: > 0, On: not null });
        Assert.DoesNotContain(invoices, one => string.IsNullOrEmpty(one.Description));
    }

    [Fact]
    public async Task A_companys_people_see_what_their_stories_say()
    {
        await demo.Prepare(Now);
        var (owner, accountant, member) = (await demo.Answer("dana", Now), await demo.Answer("idris", Now),
            await demo.Answer("saoirse", Now));

        Assert.All(owner.Sections.Values, section => Assert.False(section is null or HiddenAnswer));
        Assert.Equal(new HiddenAnswer("Dana Whitfield"), accountant.Sections["orders"]);
        Assert.Equal(owner.Billing!.Invoices!.Items, accountant.Billing!.Invoices!.Items);
        Assert.Equal(41, Assert.IsType<HiddenBillingAnswer>(member.Sections["billing"]).Seats!.Used);
        Assert.NotEmpty(member.Orders!.Items);
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
