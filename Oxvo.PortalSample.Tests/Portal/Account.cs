using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>Rows of an account and the answer that they make, without a database or a server.</summary>
static class Account
{
    /// <summary>
    /// Half past midnight on the 23rd in <see cref="Rows"/>' time zone; everywhere else it is the 22nd.
    /// </summary>
    public const string Now = "2026-11-22T10:30Z";

    /// <summary>A subscriber who lives where the day begins first, and has nothing to do.</summary>
    public static AccountRows Rows { get; } = new(
        new()
        {
            OwnsKey = 1,
            Name = "Kiri",
            Locale = "en",
            TimeZone = "Pacific/Kiritimati",
            HasOrders = 1,
            HasOnboarding = 1,
            PlanName = "Team",
            Price = 100,
            Currency = "EUR",
            Interval = "month",
            Status = "active",
            RenewsOn = "2026-12-01",
            SeatsUsed = 9,
            SeatsTotal = 10,
            CardBrand = "Visa",
            CardLast4 = "4242",
            CardExpires = "2026-12",
        },
        [], [], [], [], [], []);

    public static InvoiceRow Invoice(int number) => new()
    {
        Number = $"INV-{number}",
        IssuedOn = "2026-11-01",
        Total = 100,
        AmountDue = 100,
        Currency = "EUR",
        Status = "open",
    };

    public static OrderRow Order(int id) => new()
    {
        Id = id,
        Number = $"{id}",
        PlacedAt = 0,
        Status = "shipped",
        Total = 100,
        Currency = "EUR",
    };

    public static ShipmentRow Shipment(long id, long order) => new() { Id = id, OrderId = order, Carrier = "Post", Status = "in_transit" };

    public static TaskRow Task(string title, string status) => new() { Title = title, Status = status };

    public static PortalAnswer Answer(this AccountRows rows, params string[] linkHosts) =>
        new PortalAnswers(Options.Create(new PortalOptions { LinkHosts = [.. linkHosts] }), FixedClock.At(Now)).Build(rows);
}
