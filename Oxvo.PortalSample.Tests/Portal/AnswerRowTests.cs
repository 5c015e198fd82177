using Oxvo.PortalSample.Portal;
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
        var account = StoredAccount.Subscriber.With("plan", "manage_url", stored);

        Assert.Equal(sent, account.Answer(new() { LinkHosts = ["Track.example"] }).Billing!.Subscriptions[0].ManageUrl);
    }

    [Theory]
    [InlineData("https://anywhere.example/", "https://anywhere.example/")]
    [InlineData("http://anywhere.example/", null)]
    [InlineData("https://user@anywhere.example/", null)]
    public void Without_listed_hosts_a_link_leads_anywhere_by_https(string stored, string? sent)
    {
        var account = StoredAccount.Subscriber.With("plan", "manage_url", stored);

        Assert.Equal(sent, account.Answer().Billing!.Subscriptions[0].ManageUrl);
    }

    [Theory]
    [InlineData("http://localhost:5100/account/billing", "http://localhost:5100/account/billing")]
    [InlineData("http://LOCALHOST:5100", "http://localhost:5100/")]
    [InlineData("https://www.acme.example/pay?a=1#b", "https://www.acme.example/pay?a=1#b")]
    [InlineData("https://www.acme.example:443/", "https://www.acme.example/")]
    [InlineData("http://localhost:5101/", null)]
    [InlineData("http://localhost/", null)]
    [InlineData("https://localhost:5100/", null)]
    [InlineData("http://www.acme.example/", null)]
    [InlineData("http://localhost:5100.evil.example/", null)]
    [InlineData("http://localhost:5100@evil.example/", null)]
    [InlineData("http://mira@localhost:5100/", null)]
    [InlineData("http://evil.example/?http://localhost:5100/", null)]
    [InlineData("ftp://localhost:5100/", null)]
    [InlineData("//localhost:5100/", null)]
    public void A_link_to_an_origin_of_the_site_leaves_beside_those_to_listed_hosts(string stored, string? sent)
    {
        var account = StoredAccount.Subscriber.With("plan", "manage_url", stored);
        PortalOptions options = new()
        {
            LinkHosts = ["track.example"],
            Site = new() { Origins = ["http://localhost:5100", "https://www.acme.example"] },
        };

        Assert.Equal(sent, account.Answer(options).Billing!.Subscriptions[0].ManageUrl);
    }

    [Theory]
    [InlineData(12, 10, 12, 10, false)]
    [InlineData(13, 11, 12, 10, true)]
    public void More_rows_than_an_answer_holds_are_left_out_and_said(int invoices, int orders, int invoicesSent, int ordersSent, bool hasMore)
    {
        var answer = StoredAccount.Subscriber
            .With("invoices", [.. Enumerable.Range(1, invoices).Select(StoredAccount.Invoice)])
            .With("orders", [.. Enumerable.Range(1, orders).Select(StoredAccount.Order)])
            .Answer();

        Assert.Equal((invoicesSent, hasMore), (answer.Billing!.Invoices!.Items.Count, answer.Billing!.Invoices!.HasMore));
        Assert.Equal((ordersSent, hasMore), (answer.Orders!.Items.Count, answer.Orders!.HasMore));
    }

    [Fact]
    public void Each_parcel_stands_under_its_order_and_each_checkpoint_under_its_parcel()
    {
        var account = StoredAccount.Subscriber
            .With("orders", StoredAccount.Order(7), StoredAccount.Order(8))
            .With("items", new Dictionary<string, object?> { ["order_id"] = 8L, ["title"] = "Tea" })
            .With("shipments", StoredAccount.Shipment(1, order: 8).With("expected_by", 1_700_000_000_000),
                StoredAccount.Shipment(2, order: 7))
            .With("checkpoints", new Dictionary<string, object?> { ["shipment_id"] = 2L, ["at"] = 1_700_000_000_000 });

        var orders = account.Answer().Orders!.Items;

        Assert.Equal([(0, 1, null, 1), (1, 1, DateTimeOffset.FromUnixTimeSeconds(1_700_000_000), 0)], orders.Select(order =>
            (order.Items.Count, order.Shipments.Count, order.Shipments[0].ExpectedBy, order.Shipments[0].Checkpoints.Count)));
    }

    [Theory]
    [InlineData("Your bank", "you", true)]
    [InlineData("Your bank", null, false)]
    [InlineData(null, "you", false)]
    public void A_blocker_is_told_where_its_text_and_its_owner_are_known(string? text, string? owner, bool told)
    {
        var task = StoredAccount.Task("Connect", "blocked").With("blocker_text", text).With("blocker_owner", owner);
        var account = StoredAccount.Subscriber.With("tasks", task);

        Assert.Equal(told ? new BlockerAnswer("Your bank", "you") : null, account.Answer().Onboarding!.Tasks[0].Blocker);
    }

    [Fact]
    public void Done_tasks_are_counted_among_all()
    {
        var account = StoredAccount.Subscriber.With("tasks",
            StoredAccount.Task("A", "done"), StoredAccount.Task("B", "open"), StoredAccount.Task("C", "done"));

        var onboarding = account.Answer().Onboarding!;

        Assert.Equal((2, 3), (onboarding.Done, onboarding.Total));
    }

    [Fact]
    public void A_section_that_is_not_offered_is_null()
    {
        var hidden = StoredAccount.Empty.With("customer", "has_orders", 0L).With("customer", "has_onboarding", 0L)
            .With("orders", StoredAccount.Order(7)).With("tasks", StoredAccount.Task("A", "open"));

        Assert.All(StoredAccount.Empty.Answer().Sections.Values, Assert.Null);
        Assert.All(hidden.Answer().Sections.Values, Assert.Null);
        Assert.All(StoredAccount.Subscriber.Answer().Sections.Values, Assert.NotNull);
    }

    [Fact]
    public void A_customer_without_a_card_has_no_payment_method()
    {
        var account = StoredAccount.Subscriber.With("payment_method");

        Assert.Null(account.Answer().Billing!.PaymentMethod);
        Assert.Equal(new PaymentMethodAnswer("Visa", "4242", "2026-12"), StoredAccount.Subscriber.Answer().Billing!.PaymentMethod);
    }
}
