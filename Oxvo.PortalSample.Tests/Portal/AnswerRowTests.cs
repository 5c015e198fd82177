using Oxvo.PortalSample.Portal.Api;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>How rows become the answer: which link may leave, what stands for nothing, what is counted.</summary>
public sealed class AnswerRowTests
{
    [Theory]
    [InlineData("https://track.example/1", "https://track.example/1")]
    [InlineData("https://TRACK.example/1", "https://track.example/1")]
    [InlineData("http://track.example/1", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData(" JaVaScRiPt:alert(1)", null)]
    [InlineData("data:text/html,x", null)]
    [InlineData("vbscript:x", null)]
    [InlineData("//evil.example", null)]
    [InlineData("https://evil.example/", null)]
    [InlineData("https://track.example.evil.example/", null)]
    [InlineData("https://track.example@evil.example/", null)]
    [InlineData("https://user@track.example/", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_link_leaves_only_as_https_and_to_a_listed_host(string? stored, string? sent)
    {
        var rows = Account.Rows with { Customer = Account.Rows.Customer with { ManageUrl = stored } };

        Assert.Equal(sent, rows.Answer("Track.example").Billing!.ManageUrl);
    }

    [Theory]
    [InlineData("https://anywhere.example/", "https://anywhere.example/")]
    [InlineData("http://anywhere.example/", null)]
    [InlineData("https://user@anywhere.example/", null)]
    public void Without_listed_hosts_a_link_leads_anywhere_by_https(string stored, string? sent)
    {
        var rows = Account.Rows with { Customer = Account.Rows.Customer with { ManageUrl = stored } };

        Assert.Equal(sent, rows.Answer().Billing!.ManageUrl);
    }

    [Theory]
    [InlineData(12, 10, 12, 10, false)]
    [InlineData(13, 11, 12, 10, true)]
    public void More_rows_than_an_answer_holds_are_left_out_and_said(int invoices, int orders, int invoicesSent, int ordersSent, bool hasMore)
    {
        var rows = Account.Rows with
        {
            Invoices = [.. Enumerable.Range(1, invoices).Select(Account.Invoice)],
            Orders = [.. Enumerable.Range(1, orders).Select(Account.Order)],
        };

        var answer = rows.Answer();

        Assert.Equal((invoicesSent, hasMore), (answer.Billing!.Invoices.Items.Count, answer.Billing.Invoices.HasMore));
        Assert.Equal((ordersSent, hasMore), (answer.Orders!.Items.Count, answer.Orders.HasMore));
    }

    [Fact]
    public void Each_parcel_stands_under_its_order_and_each_checkpoint_under_its_parcel()
    {
        var rows = Account.Rows with
        {
            Orders = [Account.Order(7), Account.Order(8)],
            OrderItems = [new() { OrderId = 8, Title = "Tea", Quantity = 2, Price = 5 }],
            Shipments = [Account.Shipment(1, order: 8) with { ExpectedBy = 60_000 }, Account.Shipment(2, order: 7)],
            Checkpoints = [new() { ShipmentId = 2, At = 1_000, Status = "in_transit", Text = "On its way" }],
        };

        var orders = rows.Answer().Orders!.Items;

        Assert.Equal([(0, 1, null, 1), (1, 1, DateTimeOffset.FromUnixTimeSeconds(60), 0)], orders.Select(order =>
            (order.Items.Count, order.Shipments.Count, order.Shipments[0].ExpectedBy, order.Shipments[0].Checkpoints.Count)));
    }

    [Theory]
    [InlineData(9L, 10L, true)]
    [InlineData(null, 10L, false)]
    [InlineData(9L, null, false)]
    public void Seats_are_told_where_both_numbers_are_known(long? used, long? total, bool told)
    {
        var rows = Account.Rows with { Customer = Account.Rows.Customer with { SeatsUsed = used, SeatsTotal = total } };

        Assert.Equal(told ? new SeatsAnswer(9, 10) : null, rows.Answer().Billing!.Seats);
    }

    [Theory]
    [InlineData("Your bank", "you", true)]
    [InlineData("Your bank", null, false)]
    [InlineData(null, "you", false)]
    public void A_blocker_is_told_where_its_text_and_its_owner_are_known(string? text, string? owner, bool told)
    {
        var rows = Account.Rows with { Tasks = [Account.Task("Connect", "blocked") with { BlockerText = text, BlockerOwner = owner }] };

        Assert.Equal(told ? new BlockerAnswer("Your bank", "you") : null, rows.Answer().Onboarding!.Tasks[0].Blocker);
    }

    [Fact]
    public void Done_tasks_are_counted_among_all()
    {
        var rows = Account.Rows with { Tasks = [Account.Task("A", "done"), Account.Task("B", "open"), Account.Task("C", "done")] };

        var onboarding = rows.Answer().Onboarding!;

        Assert.Equal((2, 3), (onboarding.Done, onboarding.Total));
    }

    [Fact]
    public void A_section_that_is_not_offered_is_null()
    {
        var rows = Account.Rows with { Customer = Account.Rows.Customer with { PlanName = null, HasOrders = 0, HasOnboarding = 0 } };

        Assert.True(rows.Answer() is { Billing: null, Orders: null, Onboarding: null });
        Assert.True(Account.Rows.Answer() is { Billing: not null, Orders: not null, Onboarding: not null });
    }

    [Fact]
    public void A_customer_without_a_card_has_no_payment_method()
    {
        var rows = Account.Rows with { Customer = Account.Rows.Customer with { CardLast4 = null } };

        Assert.Null(rows.Answer().Billing!.PaymentMethod);
        Assert.Equal(new PaymentMethodAnswer("Visa", "4242", "2026-12"), Account.Rows.Answer().Billing!.PaymentMethod);
    }
}
