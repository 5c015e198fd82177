using System.Globalization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// One row of a section, read by its columns' names. Null is what is not there. A value that does not fit its column
/// never becomes a wrong one: a text, word, day or month becomes <see cref="Unfit"/>, a number or an instant null, and
/// the account remembers it (<see cref="Account.Misfits"/>).
/// </summary>
public sealed partial class Row(Account account, Columns columns, object?[] values)
{
    /// <summary>What the page shows for a value that does not fit.</summary>
    public const string Unfit = "—";

    static readonly DateTimeOffset FirstInstant = new(1990, 1, 1, 0, 0, 0, default);
    static readonly DateTimeOffset LastInstant = FirstInstant.AddYears(150);

    public string? Text(string column)
    {
        var value = Value(column);
        return AsText(value) ?? NoText(column, value, "is not a text");
    }

    /// <summary>One of these words, to the letter.</summary>
    public string? Word(string column, params ReadOnlySpan<string> words)
    {
        var value = Value(column);
        foreach (var word in words)
            if (word.Equals(value)) return word;
        return NoText(column, value, "is not one of the words of account.sql");
    }

    /// <summary><c>YYYY-MM-DD</c>, from such a text, a date, or an instant at midnight.</summary>
    public string? Day(string column)
    {
        var value = Value(column);
        return AsDay(value) ?? NoText(column, value, "is not a day (YYYY-MM-DD)");
    }

    /// <summary><c>YYYY-MM</c>.</summary>
    public string? Month(string column)
    {
        var value = Value(column);
        return value is string text && MonthPattern().IsMatch(text)
            ? text : NoText(column, value, "is not a month (YYYY-MM)");
    }

    /// <summary>ISO 4217, in capitals.</summary>
    public string? Currency()
    {
        var value = Value("currency");
        return value is string text && CurrencyPattern().IsMatch(text)
            ? text.ToUpperInvariant() : NoText("currency", value, "is not a currency (three letters, ISO 4217)");
    }

    /// <summary>Milliseconds since 1970, or ISO 8601; a text without an offset is UTC.</summary>
    public DateTimeOffset? Instant(string column)
    {
        var value = Value(column);
        return AsInstant(value)
            ?? None<DateTimeOffset>(column, value, "is not an instant (milliseconds since 1970, or ISO 8601)");
    }

    public long? Number(string column)
    {
        var value = Value(column);
        return Accounts.Money.Minor(value) ?? None<long>(column, value, "is not a whole number");
    }

    /// <summary>Yes or no, as the database has it: a boolean, or 0 and 1.</summary>
    public bool? Flag(string column) => Value(column) switch
    {
        bool flag => flag,
        1L => true,
        0L => false,
        var value => None<bool>(column, value, "is not yes or no (1 or 0)"),
    };

    /// <summary>
    /// An amount, stored in minor or in major units; null where there is none, and for a person who may not see what is
    /// paid, in whichever section it is.
    /// </summary>
    public Money? Money(string column, string? currency)
    {
        if (!account.ShowsMoney) return null;
        if (Value(column) is not { } value) return null;
        if (currency is null or Unfit) return new(null, null);
        var isMinor = columns.IsMinor(column);
        var amount = Accounts.Money.Minor(value, isMinor ? 0 : Accounts.Money.Digits(currency))
            ?? (isMinor ? None<long>(column + "_minor", value, "is not whole minor units")
                : None<long>(column, value, "is not an amount of its currency"));
        return new(amount, amount is null ? null : currency);
    }

    /// <summary>A web address that may leave, see <see cref="LinkTargets"/>.</summary>
    public string? Link(string column)
    {
        if (Value(column) is not { } value || value is "") return null;
        if (Uri.TryCreate(value as string, UriKind.Absolute, out var uri) && account.Links.Allow(uri))
            return uri.AbsoluteUri;
        Misfit(column, value, "is not an https address on a host of Portal:LinkHosts, or on the site");
        return null;
    }

    /// <summary>Whether the statement selects the column, whatever its value.</summary>
    internal bool Has(string column) => columns.Find(column) is not null;

    /// <summary>Tells rows apart: a number or a text.</summary>
    internal string Key(string column) => AsText(Value(column)) ?? "";

    object? Value(string column) => columns.Find(column) is { } place ? values[place] : null;

    // Nothing there, which only an optional column may have, or something that does not fit.
    string? NoText(string column, object? value, string reason) => IsMissing(column, value, reason) ? null : Unfit;

    T? None<T>(string column, object? value, string reason) where T : struct
    {
        IsMissing(column, value, reason);
        return null;
    }

    bool IsMissing(string column, object? value, string reason)
    {
        if (value is null && !columns.Statement.Requires(column)) return true;
        Misfit(column, value, value is null ? "is not there" : reason);
        return false;
    }

    internal void Misfit(string column, string reason) => Misfit(column, Value(column), reason);

    void Misfit(string column, object? value, string reason) =>
        account.Misfits.Add(new(columns.Statement.Name, column, reason, value));

    static string? AsText(object? value) => value switch
    {
        string text => text,
        long or Guid => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    static string? AsDay(object? value) => value switch
    {
        string { Length: >= 10 } text when (text.Length == 10 || Midnight().IsMatch(text.AsSpan(10)))
            && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out _) => text[..10],
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => null,
    };

    // Seconds in place of milliseconds would lie in January 1970.
    static DateTimeOffset? AsInstant(object? value)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        var instant = value switch
        {
            long number when number > FirstInstant.ToUnixTimeMilliseconds()
                && number < LastInstant.ToUnixTimeMilliseconds() => DateTimeOffset.FromUnixTimeMilliseconds(number),
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            string text when InstantPattern().IsMatch(text)
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, utc, out var parsed) => parsed,
            _ => default,
        };
        return instant > FirstInstant && instant < LastInstant ? instant : null;
    }

    [GeneratedRegex(@"\A[T ]00:00(?::00(?:\.0+)?)?\z")]
    private static partial Regex Midnight();

    [GeneratedRegex(@"\A[0-9]{4}-(?:0[1-9]|1[0-2])\z")]
    private static partial Regex MonthPattern();

    [GeneratedRegex(@"\A[A-Za-z]{3}\z")]
    private static partial Regex CurrencyPattern();

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| ?[+-]\d\d(?::?\d\d)?)?\z",
        RegexOptions.ECMAScript)]
    private static partial Regex InstantPattern();
}
