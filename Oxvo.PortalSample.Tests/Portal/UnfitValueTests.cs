using System.Globalization;
using Microsoft.Extensions.Logging;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using StoredRow = System.Collections.Generic.Dictionary<string, object?>;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>What a shop's own tables hold: read rightly where it fits, and never as something else where not.</summary>
public sealed class UnfitValueTests
{
    [Theory]
    [InlineData("total_minor", 1990L, "EUR", 1990L)]
    [InlineData("total_minor", 1990.0, "EUR", 1990L)]
    [InlineData("total_minor", "1990", "EUR", 1990L)]
    [InlineData("total_minor", 1990L, "eur", 1990L)]
    [InlineData("total", 19.9, "EUR", 1990L)]
    [InlineData("total", 179L, "EUR", 17900L)]
    [InlineData("total", "19.90", "EUR", 1990L)]
    [InlineData("total", -4.5, "EUR", -450L)]
    [InlineData("total", 19L, "JPY", 19L)]
    [InlineData("total", 1.234, "KWD", 1234L)]
    [InlineData("total", 19.90, "HUF", 1990L)]
    public void An_amount_is_whole_minor_units_or_decimal_major_units(string column, object stored, string currency, long amount)
    {
        var total = Invoice((column, stored), ("currency", currency)).Total;

        Assert.Equal(new Money(amount, currency.ToUpperInvariant()), total);
    }

    [Theory]
    [InlineData("total_minor", 19.9, "EUR")]
    [InlineData("total_minor", "19,90", "EUR")]
    [InlineData("total_minor", long.MaxValue, "EUR")]
    [InlineData("total", 19.999, "EUR")]
    [InlineData("total", 19.5, "JPY")]
    [InlineData("total", "free", "EUR")]
    [InlineData("total", "1e3", "EUR")]
    [InlineData("total", "1,000.00", "EUR")]
    [InlineData("total", 1e300, "EUR")]
    [InlineData("total", double.NaN, "EUR")]
    [InlineData("total", 19L, "€€€")]
    [InlineData("total", 19L, "EURO")]
    [InlineData("total", 19L, null)]
    [InlineData("total", true, "EUR")]
    public void An_amount_that_does_not_fit_is_no_amount(string column, object stored, string? currency)
    {
        var total = Invoice((column, stored), ("currency", currency)).Total;

        Assert.Equal(new Money(null, null), total);
    }

    [Fact]
    public void An_amount_that_is_not_stored_is_not_there() => Assert.Null(Invoice(("total", null)).Total);

    [Theory]
    [InlineData("open", 100L)]
    [InlineData("paid", null)]
    public void An_open_invoice_without_a_due_amount_is_due_in_full(string status, long? due)
    {
        var invoice = Invoice(("total_minor", 100L), ("currency", "EUR"), ("status", status));

        Assert.Equal(due, invoice.AmountDue?.Amount);
    }

    [Theory]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2026-11-20 00:00:00", "2026-11-20")]
    [InlineData("2026-11-20T00:00:00.000", "2026-11-20")]
    [InlineData("soon", "—")]
    [InlineData("20.11.2026", "—")]
    [InlineData("2026-02-30", "—")]
    [InlineData("2026-11-20 10:00:00", "—")]
    [InlineData("", "—")]
    [InlineData(20_261_120L, "—")]
    [InlineData(null, "—")]
    public void A_day_is_YYYY_MM_DD(object? stored, string day) => Assert.Equal(day, Invoice(("issued_on", stored)).IssuedOn);

    [Fact]
    public void A_date_of_PostgreSQL_is_a_day()
    {
        Assert.Equal("2026-11-20", Invoice(("issued_on", new DateOnly(2026, 11, 20))).IssuedOn);
        Assert.Equal("2026-11-20", Invoice(("issued_on", new DateTime(2026, 11, 20))).IssuedOn);
        Assert.Equal(Row.Unfit, Invoice(("issued_on", new DateTime(2026, 11, 20, 1, 0, 0))).IssuedOn);
    }

    [Theory]
    [InlineData(1_700_000_000_000L, "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T22:13:20Z", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14 22:13:20", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14T23:13:20+01:00", "2023-11-14T22:13:20Z")]
    [InlineData("2023-11-14 22:13:20.5+00", "2023-11-14T22:13:20.5Z")]
    [InlineData(1_700_000_000L, null)]
    [InlineData(long.MaxValue, null)]
    [InlineData("yesterday", null)]
    [InlineData("11/14/2023 22:13", null)]
    [InlineData("2023-11-14", null)]
    [InlineData("0001-01-01T00:00:00Z", null)]
    [InlineData(null, null)]
    public void An_instant_is_milliseconds_or_ISO_8601(object? stored, string? utc)
    {
        var order = StoredAccount.Order(1).With("placed_at", stored);

        var placedAt = StoredAccount.Subscriber.With("orders", order).Answer().Orders!.Items[0].PlacedAt;

        Assert.Equal(utc is null ? null : DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), placedAt);
    }

    [Theory]
    [InlineData("late")]
    [InlineData("Paid")]
    [InlineData("")]
    [InlineData(1L)]
    [InlineData(null)]
    public void A_word_that_is_not_known_is_none(object? stored) =>
        Assert.Equal(Row.Unfit, Invoice(("status", stored)).Status);

    [Theory]
    [InlineData(7L, 7L)]
    [InlineData(7.0, 7L)]
    [InlineData(7.5, null)]
    [InlineData("seven", null)]
    public void A_number_is_whole(object stored, long? used) =>
        Assert.Equal(used, StoredAccount.Subscriber.With("seats", "used", stored).Answer().Billing!
            .Subscriptions[0].Seats!.Used);

    [Theory]
    [InlineData("de-DE", "Europe/Berlin", "de-DE", "Europe/Berlin")]
    [InlineData(null, "Europe/Berlin", "fr-CA", "Europe/Berlin")]
    [InlineData("de-DE", null, "de-DE", "America/Toronto")]
    [InlineData("de_DE", "W. Europe Standard Time", "fr-CA", "America/Toronto")]
    [InlineData("german", "Europe/Atlantis", "fr-CA", "America/Toronto")]
    [InlineData(5L, "", "fr-CA", "America/Toronto")]
    public void A_locale_or_a_zone_that_is_missing_or_unknown_falls_back_by_itself(
        object? locale, string? zone, string shownLocale, string shownZone)
    {
        var account = StoredAccount.Empty.With("customer", "locale", locale).With("customer", "time_zone", zone);

        var answer = StoredAccount.Answers(new() { Locale = "fr-CA", TimeZone = "America/Toronto" }).Build(account.Read());

        Assert.Equal((shownLocale, shownZone), (answer.Customer.Locale, answer.Customer.TimeZone));
    }

    [Fact]
    public void Each_of_plan_total_and_payment_method_is_there_or_not_by_itself()
    {
        var invoice = new StoredRow { ["number"] = "B-1", ["issued_on"] = "2026-11-01", ["status"] = "open" };

        var billing = StoredAccount.Empty.With("invoices", invoice).Answer().Billing!;

        Assert.Empty(billing.Subscriptions);
        Assert.Equal((null, null), (billing.PaymentMethod, billing.Balance));
        Assert.Equal(("B-1", null, null), (billing.Invoices!.Items[0].Number, billing.Invoices.Items[0].Total,
            billing.Invoices.Items[0].AmountDue));
    }

    [Fact]
    public void The_log_names_section_and_column_once_and_never_the_value()
    {
        var log = new LogCapture();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        var answers = StoredAccount.Answers(log: loggers.CreateLogger<PortalAnswers>());
        var account = StoredAccount.Subscriber.With("invoices",
            StoredAccount.Invoice(1).With("status", "overdue by Mira"), StoredAccount.Invoice(2).With("status", "late"));

        answers.Build(account.Read());
        answers.Build(account.Read());

        Assert.Equal("Warning account.sql, section invoices, column status: a value is not one of the words of "
            + "account.sql. It is not shown.", Assert.Single(log.Lines).TrimEnd());
    }

    static InvoiceAnswer Invoice(params IEnumerable<(string Column, object? Value)> values)
    {
        StoredRow row = new() { ["number"] = "B-1", ["issued_on"] = "2026-11-01", ["status"] = "open", ["currency"] = "EUR" };
        foreach (var (column, value) in values) row[column] = value;
        return StoredAccount.Empty.With("invoices", row).Answer().Billing!.Invoices!.Items[0];
    }
}
