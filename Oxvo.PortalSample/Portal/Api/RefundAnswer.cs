using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>What is given back of an order or an invoice.</summary>
/// <param name="Status">requested, approved, on_the_way, received, refunded or declined.</param>
/// <param name="On">The day of that status.</param>
public sealed record RefundAnswer(string? Status, Money? Amount, string? On)
{
    /// <summary>From the columns refund_status, refund and refund_on; null where there is no status.</summary>
    internal static RefundAnswer? Read(Row row, string? currency) =>
        row.Word("refund_status", "requested", "approved", "on_the_way", "received", "refunded", "declined")
            is { } status ? new(status, row.Money("refund", currency), row.Day("refund_on")) : null;
}
