using System.Globalization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// One row of a section, read by its columns' names. Null is what is not there. A value that does not fit its column
/// never becomes a wrong one: a text, word, day or month becomes <see cref="Unfit"/>, a number or an instant null, and
/// the account remembers it (<see cref="Account.Misfits"/>).
/// </summary>
public sealed partial class Row(Account account, Statement statement, string[] columns, object?[] values)
{
    /// <summary>What the page shows for a value that does not fit.</summary>
    public const string Unfit = "—";

    static readonly DateTimeOffset FirstInstant = new(1990, 1, 1, 0, 0, 0, default), LastInstant = FirstInstant.AddYears(150);

    public string? Text(string column) => Text(column, "is not a text", AsText);

    /// <summary>One of these words, to the letter.</summary>
    public string? Word(string column, params string[] words) =>
        Text(column, $"is not one of {string.Join(", ", words)}", value => Array.Find(words, value.Equals));

    /// <summary><c>YYYY-MM-DD</c>, from such a text, a date, or an instant at midnight.</summary>
    public string? Day(string column) => Text(column, "is not a day (YYYY-MM-DD)", value => value switch
    {
        string text => DayPattern().Match(text) is { Success: true } day
            && DateOnly.TryParseExact(day.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out _) ? day.Groups[1].Value : null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    });

    /// <summary><c>YYYY-MM</c>.</summary>
    public string? Month(string column) => Text(column, "is not a month (YYYY-MM)",
        value => value is string text && MonthPattern().IsMatch(text) ? text : null);

    /// <summary>ISO 4217, in capitals.</summary>
    public string? Currency() => Text("currency", "is not a currency (three letters, ISO 4217)",
        value => value is string text && CurrencyPattern().IsMatch(text) ? text.ToUpperInvariant() : null);

    /// <summary>Milliseconds since 1970, or ISO 8601; a text without an offset is UTC.</summary>
    public DateTimeOffset? Instant(string column) =>
        Number(column, "is not an instant (milliseconds since 1970, or ISO 8601)", AsInstant);

    public long? Number(string column) => Number(column, "is not a whole number", value => Accounts.Money.Minor(value));

    /// <summary>Yes or no, as the database has it: a boolean, or 0 and 1.</summary>
    public bool? Flag(string column) => Number<bool>(column, "is not yes or no (1 or 0)", value => value switch
    {
        bool flag => flag,
        1L => true,
        0L => false,
        _ => null,
    });

    /// <summary>An amount in the row's own currency; null where the section has no such column, or the row no
    /// amount.</summary>
    public Money? Money(string column) => Money(column, Currency());

    /// <inheritdoc cref="Money(string)"/>
    public Money? Money(string column, string? currency)
    {
        var (name, isMinor) = Has($"{column}_minor") ? ($"{column}_minor", true) : (column, false);
        if (Value(name) is null) return null;
        if (currency is null or Unfit) return new(null, null);
        var amount = isMinor
            ? Number(name, "is not whole minor units", value => Accounts.Money.Minor(value))
            : Number(name, $"is not an amount in {currency}", value => Accounts.Money.Minor(value, Accounts.Money.Digits(currency)));
        return amount is null ? new(null, null) : new(amount, currency);
    }

    /// <summary>
    /// A web address that may leave: https, without a user, on a host of <c>Portal:LinkHosts</c>. A link that a colleague
    /// typed wrongly, or that an attacker planted, must not become a way out of the panel.
    /// </summary>
    public string? Link(string column)
    {
        if (Value(column) is not { } value || value is "") return null;
        if (Uri.TryCreate(value as string, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "" }
            && (account.LinkHosts.Count == 0 || account.LinkHosts.Contains(uri.IdnHost))) return uri.AbsoluteUri;
        Misfit(column, "is not an https address on a host of Portal:LinkHosts");
        return null;
    }

    /// <summary>Tells rows apart: a number or a text.</summary>
    internal string Key(string column) => Value(column) is { } value ? AsText(value) ?? "" : "";

    bool Has(string column) => Array.IndexOf(columns, column) >= 0;

    object? Value(string column) => Array.IndexOf(columns, column) is >= 0 and var i ? values[i] : null;

    string? Text(string column, string misfit, Func<object, string?> fit)
    {
        var value = Value(column);
        if (value is null && !statement.Requires(column)) return null;
        if (value is not null && fit(value) is { } text) return text;
        Misfit(column, value is null ? "is not there" : misfit);
        return Unfit;
    }

    T? Number<T>(string column, string misfit, Func<object, T?> fit) where T : struct
    {
        var value = Value(column);
        if (value is null && !statement.Requires(column)) return null;
        if (value is not null && fit(value) is { } number) return number;
        Misfit(column, value is null ? "is not there" : misfit);
        return null;
    }

    void Misfit(string column, string reason) => account.Misfits.Add(new(statement.Name, column, reason, Value(column)));

    static string? AsText(object value) => value switch
    {
        string text => text,
        long or Guid => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    // Seconds in place of milliseconds would lie in January 1970.
    static DateTimeOffset? AsInstant(object value)
    {
        var instant = value switch
        {
            long milliseconds when milliseconds > FirstInstant.ToUnixTimeMilliseconds()
                && milliseconds < LastInstant.ToUnixTimeMilliseconds() => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            string text when InstantPattern().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var parsed) => parsed,
            _ => default,
        };
        return instant > FirstInstant && instant < LastInstant ? instant : null;
    }

    [GeneratedRegex(@"\A([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?\z")]
    private static partial Regex DayPattern();

    [GeneratedRegex(@"\A[0-9]{4}-(?:0[1-9]|1[0-2])\z")]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"\A[A-Za-z]{3}\z")]
    private static partial Regex CurrencyPattern();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?:Z| ?[+-][0-9]{2}(?::?[0-9]{2})?)?\z")]
    private static partial Regex InstantPattern();
}
