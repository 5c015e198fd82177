using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Repository;
using StoredRow = System.Collections.Generic.Dictionary<string, object?>;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>Rows of an account and the answer that they make, without a database or a server.</summary>
sealed record StoredAccount(ImmutableDictionary<string, StoredRow[]> Sections)
{
    /// <summary>
    /// Half past midnight on the 23rd in the customer's time zone; everywhere else it is the 22nd.
    /// </summary>
    public const string Now = "2026-11-22T10:30Z";

    /// <summary>A customer who lives where the day begins first, of a business that offers nothing.</summary>
    public static readonly StoredAccount Empty = new StoredAccount(ImmutableDictionary<string, StoredRow[]>.Empty)
        .With("customer", new StoredRow
        {
            ["owns_key"] = 1L,
            ["name"] = "Kiri",
            ["locale"] = "en",
            ["time_zone"] = "Pacific/Kiritimati",
        });

    /// <summary>The same with everything, and nothing to do.</summary>
    public static readonly StoredAccount Subscriber = Empty
        .With("plan", new StoredRow
        {
            ["name"] = "Team",
            ["price_minor"] = 100L,
            ["currency"] = "EUR",
            ["interval"] = "month",
            ["status"] = "active",
            ["renews_on"] = "2026-12-01",
        })
        .With("seats", new StoredRow { ["used"] = 9L, ["total"] = 10L })
        .With("payment_method", new StoredRow { ["brand"] = "Visa", ["last4"] = "4242", ["expires"] = "2026-12" })
        .With("invoices").With("orders").With("items").With("shipments")
        .With("shipment_items").With("checkpoints").With("tasks");

    /// <summary>The demo's statements.</summary>
    public static AccountFile File { get; } = AccountFile.Read(
        Checkout.File("Oxvo.PortalSample/account.sql"), Section.FindAll().SelectMany(section => section.Statements));

    public static StoredRow Invoice(int number) => new()
    {
        ["number"] = $"INV-{number}",
        ["issued_on"] = "2026-11-01",
        ["total_minor"] = 100L,
        ["amount_due_minor"] = 100L,
        ["currency"] = "EUR",
        ["status"] = "open",
    };

    public static StoredRow Order(int id) => new()
    {
        ["id"] = (long)id,
        ["number"] = $"{id}",
        ["placed_at"] = 1_700_000_000_000L,
        ["status"] = "shipped",
        ["total_minor"] = 100L,
        ["currency"] = "EUR",
    };

    public static StoredRow Shipment(long id, long order) =>
        new() { ["id"] = id, ["order_id"] = order, ["carrier"] = "Post", ["status"] = "in_transit" };

    public static StoredRow Checkpoint(long shipment, object? at) => new() { ["shipment_id"] = shipment, ["at"] = at };

    public static StoredRow Task(string title, string status) => new() { ["title"] = title, ["status"] = status };

    /// <summary>The section with these rows only.</summary>
    public StoredAccount With(string section, params StoredRow[] rows) => new(Sections.SetItem(section, rows));

    /// <summary>The section's first row with another value.</summary>
    public StoredAccount With(string section, string column, object? value) =>
        With(section, [Sections[section][0].With(column, value), .. Sections[section].Skip(1)]);

    public StoredAccount Without(string section) => new(Sections.Remove(section));

    public Account Read(PortalOptions? options = null)
    {
        var account = new Account(new LinkTargets(options ?? new()));
        var statements = Section.FindAll().SelectMany(section => section.Statements).Prepend(Statement.Customer);
        Assert.Empty(Sections.Keys.Except(statements.Select(statement => statement.Name)));
        foreach (var statement in statements.Where(statement => Sections.ContainsKey(statement.Name)))
        {
            if (statement != Statement.Customer && account.Hide(statement)) continue;
            var (rows, added) = (Sections[statement.Name], account.Add(statement));
            foreach (var row in rows)
            {
                Assert.Empty(statement.Faults([.. row.Keys]));
                added.Add(new Row(account, new Columns(statement, [.. row.Keys]), [.. row.Values]));
            }
        }
        return account;
    }

    public PortalAnswer Answer(PortalOptions? options = null) => Answers().Build(Read(options));

    public static PortalAnswers Answers(PortalOptions? options = null, string now = Now, ILogger<PortalAnswers>? log = null) =>
        new(Section.FindAll(), Options.Create(options ?? new()), FixedClock.At(now), log ?? NullLogger<PortalAnswers>.Instance);
}

static class StoredAccounts
{
    public static StoredRow With(this StoredRow row, string column, object? value) => new(row) { [column] = value };

    extension(PortalAnswer answer)
    {
        public BillingAnswer? Billing => answer.Sections["billing"] as BillingAnswer;
        public OrdersAnswer? Orders => answer.Sections["orders"] as OrdersAnswer;
        public OnboardingAnswer? Onboarding => (OnboardingAnswer?)answer.Sections["onboarding"];
    }
}
