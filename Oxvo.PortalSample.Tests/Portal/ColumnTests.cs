using System.Text.Json;
using System.Text.Json.Nodes;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using StoredRow = System.Collections.Generic.Dictionary<string, object?>;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>Each column of <c>account.sql</c>, and the member of the answer that it becomes.</summary>
public sealed class ColumnTests
{
    const string Shop = "https://shop.acme.example/";

    static readonly StoredAccount Everything = StoredAccount.Subscriber
        .With("customer", StoredAccount.Empty.Sections["customer"][0]
            .With("orders_url", Shop + "orders").With("invoices_url", Shop + "invoices"))
        .With("plan", new StoredRow
        {
            ["id"] = 1L,
            ["name"] = "Team",
            ["status"] = "past_due",
            ["interval"] = "year",
            ["currency"] = "EUR",
            ["price_minor"] = 4900L,
            ["renews_on"] = "2026-12-01",
            ["ends_on"] = "2027-12-01",
            ["next_charge_on"] = "2026-12-02",
            ["next_charge_for"] = "Team, a year",
            ["next_charge"] = 49.5,
            ["manage_url"] = Shop + "plan",
        })
        .With("seats", new StoredRow { ["used"] = 9L, ["total"] = 12L, ["plan_id"] = 1L })
        .With("usage", new StoredRow
        {
            ["name"] = "Storage",
            ["used"] = 5L,
            ["included"] = 20L,
            ["unit"] = "GB",
            ["resets_on"] = "2026-12-03",
            ["plan_id"] = 1L,
        })
        .With("balance", new StoredRow { ["amount_minor"] = 250L, ["currency"] = "EUR" })
        .With("payment_method", new StoredRow { ["brand"] = "Visa", ["last4"] = "4242", ["expires"] = "2029-12" })
        .With("invoices", new StoredRow
        {
            ["number"] = "INV-1",
            ["kind"] = "receipt",
            ["description"] = "A year",
            ["issued_on"] = "2026-11-01",
            ["due_on"] = "2026-11-15",
            ["failed_on"] = "2026-11-16",
            ["currency"] = "EUR",
            ["total_minor"] = 300L,
            ["amount_due_minor"] = 200L,
            ["status"] = "open",
            ["refund_status"] = "approved",
            ["refund_minor"] = 100L,
            ["refund_on"] = "2026-11-17",
            ["pay_url"] = Shop + "pay",
            ["document_url"] = Shop + "INV-1.pdf",
        })
        .With("orders", new StoredRow
        {
            ["id"] = 7L,
            ["number"] = "A-7",
            ["placed_at"] = "2026-11-01T08:00Z",
            ["status"] = "delivered",
            ["currency"] = "EUR",
            ["total_minor"] = 700L,
            ["url"] = Shop + "A-7",
            ["refund_status"] = "requested",
            ["refund_minor"] = 70L,
            ["refund_on"] = "2026-11-02",
        })
        .With("items", new StoredRow
        {
            ["order_id"] = 7L,
            ["title"] = "A lamp",
            ["quantity"] = 2L,
            ["price_minor"] = 350L,
        })
        .With("shipments", new StoredRow
        {
            ["id"] = 70L,
            ["order_id"] = 7L,
            ["status"] = "exception",
            ["carrier"] = "Post",
            ["tracking_number"] = "T-70",
            ["tracking_url"] = Shop + "T-70",
            ["proof_url"] = Shop + "proof",
            ["exception_kind"] = "customs",
            ["exception_text"] = "We ask them",
            ["expected_on"] = "2026-11-28",
            ["expected_from"] = "2026-11-28T08:00Z",
            ["expected_by"] = "2026-11-28T10:00Z",
        })
        .With("shipment_items", new StoredRow { ["shipment_id"] = 70L, ["title"] = "The lamp", ["quantity"] = 1L })
        .With("checkpoints", new StoredRow
        {
            ["shipment_id"] = 70L,
            ["at"] = "2026-11-03T08:00Z",
            ["status"] = "ready_for_pickup",
            ["place"] = "Leiden",
            ["text"] = "It waits for you",
        })
        .With("tasks", new StoredRow
        {
            ["title"] = "Connect",
            ["status"] = "blocked",
            ["optional"] = 1L,
            ["due_on"] = "2026-11-30",
            ["url"] = Shop + "connect",
            ["blocker_text"] = "We look at it",
            ["blocker_owner"] = "us",
        });

    [Fact]
    public void Each_column_is_a_member_of_the_answer() => AssertJson("""
        {
          "subscriptions": [{
            "plan": { "name": "Team", "price": { "amount": 4900, "currency": "EUR" }, "interval": "year" },
            "status": "past_due", "renewsOn": "2026-12-01", "endsOn": "2027-12-01",
            "nextCharge": {
              "on": "2026-12-02", "amount": { "amount": 4950, "currency": "EUR" }, "what": "Team, a year" },
            "seats": { "used": 9, "total": 12 },
            "usage": [{ "name": "Storage", "used": 5, "included": 20, "unit": "GB", "resetsOn": "2026-12-03" }],
            "manageUrl": "https://shop.acme.example/plan"
          }],
          "paymentMethod": { "brand": "Visa", "last4": "4242", "expires": "2029-12" },
          "balance": { "amount": 250, "currency": "EUR" },
          "invoices": {
            "items": [{
              "kind": "receipt", "number": "INV-1", "description": "A year", "issuedOn": "2026-11-01",
              "dueOn": "2026-11-15", "total": { "amount": 300, "currency": "EUR" },
              "amountDue": { "amount": 200, "currency": "EUR" }, "status": "open", "failedOn": "2026-11-16",
              "refund": {
                "status": "approved", "amount": { "amount": 100, "currency": "EUR" }, "on": "2026-11-17" },
              "payUrl": "https://shop.acme.example/pay", "documentUrl": "https://shop.acme.example/INV-1.pdf"
            }],
            "hasMore": false, "allUrl": "https://shop.acme.example/invoices"
          }
        }
        """, """
        {
          "items": [{
            "number": "A-7", "placedAt": "2026-11-01T08:00:00+00:00", "status": "delivered",
            "total": { "amount": 700, "currency": "EUR" }, "url": "https://shop.acme.example/A-7",
            "items": [{ "title": "A lamp", "quantity": 2, "price": { "amount": 350, "currency": "EUR" } }],
            "refund": { "status": "requested", "amount": { "amount": 70, "currency": "EUR" }, "on": "2026-11-02" },
            "shipments": [{
              "carrier": "Post", "trackingNumber": "T-70", "trackingUrl": "https://shop.acme.example/T-70",
              "proofUrl": "https://shop.acme.example/proof", "items": [{ "title": "The lamp", "quantity": 1 }],
              "status": "exception", "exception": { "kind": "customs", "text": "We ask them" },
              "expectedOn": "2026-11-28", "expectedFrom": "2026-11-28T08:00:00+00:00",
              "expectedBy": "2026-11-28T10:00:00+00:00",
              "checkpoints": [{
                "at": "2026-11-03T08:00:00+00:00", "status": "ready_for_pickup", "place": "Leiden",
                "text": "It waits for you"
              }]
            }]
          }],
          "hasMore": false, "allUrl": "https://shop.acme.example/orders"
        }
        """, """
        {
          "done": 0, "total": 1,
          "tasks": [{
            "title": "Connect", "status": "blocked", "optional": true, "dueOn": "2026-11-30",
            "url": "https://shop.acme.example/connect", "blocker": { "text": "We look at it", "owner": "us" }
          }]
        }
        """);

    [Fact]
    public void No_value_of_them_is_in_doubt()
    {
        var account = Everything.Read();

        StoredAccount.Answers().Build(account);

        Assert.Empty(account.Misfits);
    }

    /// <summary>Each word that a column may hold, as it is.</summary>
    [Theory]
    [InlineData("plan", "interval", "month year")]
    [InlineData("plan", "status", "trialing active past_due paused cancelled")]
    [InlineData("invoices", "kind", "invoice receipt credit_note")]
    [InlineData("invoices", "status", "open paid void uncollectible")]
    [InlineData("invoices", "refund_status", "requested approved on_the_way received refunded declined")]
    [InlineData("orders", "status", "processing shipped out_for_delivery delivered cancelled returned")]
    [InlineData("shipments", "status", ShipmentWords)]
    [InlineData("shipments", "exception_kind", "customs damaged lost returned_to_sender other")]
    [InlineData("checkpoints", "status", ShipmentWords)]
    [InlineData("tasks", "status", "done open blocked skipped")]
    [InlineData("tasks", "blocker_owner", "you us third_party")]
    public void A_word_of_a_column_is_taken(string section, string column, string words) => Assert.All(words.Split(' '),
        word =>
        {
            var account = Everything.With(section, column, word).Read();

            var answer = StoredAccount.Answers().Build(account);

            Assert.Empty(account.Misfits);
            Assert.Contains($"\"{word}\"", JsonSerializer.Serialize(answer, PortalJson.Default.PortalAnswer));
        });

    const string ShipmentWords =
        "preparing in_transit out_for_delivery ready_for_pickup delivered failed returned exception";

    [Theory]
    [InlineData("customer", "orders_url", "ftp://shop", "is not an https address on a host of Portal:LinkHosts, or on the site")]
    [InlineData("plan", "name", 1.5, "is not a text")]
    [InlineData("plan", "name", null, "is not there")]
    [InlineData("plan", "status", "late", "is not one of the words of account.sql")]
    [InlineData("plan", "price_minor", 1.5, "is not whole minor units")]
    [InlineData("plan", "next_charge", 1.555, "is not an amount of its currency")]
    [InlineData("seats", "used", "nine", "is not a whole number")]
    [InlineData("seats", "plan_id", 2L, "is not the id of a row of plan: select that plan's id, or leave plan_id out")]
    [InlineData("usage", "plan_id", 2L, "is not the id of a row of plan: select that plan's id, or leave plan_id out")]
    [InlineData("payment_method", "expires", "12/29", "is not a month (YYYY-MM)")]
    [InlineData("invoices", "currency", "€€€", "is not a currency (three letters, ISO 4217)")]
    [InlineData("invoices", "due_on", "soon", "is not a day (YYYY-MM-DD)")]
    [InlineData("orders", "placed_at", "today", "is not an instant (milliseconds since 1970, or ISO 8601)")]
    [InlineData("tasks", "optional", "no", "is not yes or no (1 or 0)")]
    public void What_does_not_fit_is_told_with_its_section_column_and_reason(
        string section, string column, object? value, string reason)
    {
        var account = Everything.With(section, column, value).Read();

        StoredAccount.Answers().Build(account);

        Assert.Equal(new Misfit(section, column, reason, value), account.Misfits[0]);
    }

    static void AssertJson(string billing, string orders, string onboarding)
    {
        var text = JsonSerializer.Serialize(Everything.Answer(), PortalJson.Default.PortalAnswer);
        var sections = JsonDocument.Parse(text).RootElement;
        Assert.Equal(Tidy(billing), Tidy(sections.GetProperty("billing").GetRawText()));
        Assert.Equal(Tidy(orders), Tidy(sections.GetProperty("orders").GetRawText()));
        Assert.Equal(Tidy(onboarding), Tidy(sections.GetProperty("onboarding").GetRawText()));
    }

    static string Tidy(string json) => JsonNode.Parse(json)!.ToString();
}
