using System.Globalization;
using System.Runtime.CompilerServices;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// Turns the notation of <c>customers.json</c> into days and instants as one customer's calendar and clock have them, at one
/// moment. A day is <c>today</c>, or steps such as <c>-8d</c>, <c>+18mo</c>, <c>-8d-1mo</c>, taken from the left, and then
/// perhaps <c>@1</c>, that day of the month reached. An instant is a day and a local time: <c>-2d 14:05</c>.
/// </summary>
sealed class DemoMoment
{
    readonly DemoCustomer customer;
    readonly TimeZoneInfo zone;
    readonly DateTime local;

    public DemoMoment(DemoCustomer customer, DateTimeOffset now)
    {
        this.customer = customer;
        zone = TimeZoneInfo.TryFindSystemTimeZoneById(customer.TimeZone, out var found)
            ? found
            : throw Fault("timeZone", customer.TimeZone, "is not an IANA time zone, such as \"Europe/Berlin\"");
        local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        Today = DateOnly.FromDateTime(local);
    }

    public DateOnly Today { get; }

    public string? Day(string? text, [CallerArgumentExpression(nameof(text))] string field = "") =>
        text is null ? null : Text(DateOf(text, field));

    public string Month(string text, [CallerArgumentExpression(nameof(text))] string field = "") =>
        DateOf(text, field).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public DateOnly DateOf(string text, [CallerArgumentExpression(nameof(text))] string field = "") =>
        TryDay(text, Today, out var day)
            ? day
            : throw Fault(field, text, "is not a day; write \"today\", \"-8d\", \"+18mo\" or \"+1mo@1\" (the 1st of next month)");

    /// <summary>Unix milliseconds of a local time, whether it lies ahead or behind.</summary>
    public long? Instant(string? text, [CallerArgumentExpression(nameof(text))] string field = "") =>
        text is null ? null : Milliseconds(Read(text, field));

    /// <summary>
    /// Unix milliseconds of something that has happened. A demo may be given at seven in the morning: what happened "today" is
    /// written with a time before noon, and moves towards midnight in proportion while it is not noon yet, so that it does not
    /// lie in the future and keeps its order. By the hour, so that starts shortly after one another write the same.
    /// </summary>
    public long Happened(string text, [CallerArgumentExpression(nameof(text))] string field = "")
    {
        var (day, time) = Read(text, field);
        if (day > Today || (day == Today && time.Hour >= 12))
            throw Fault(field, text, "has not happened yet; write a day that has passed, or \"today\" and a time before 12:00");
        var noon = TimeSpan.FromHours(12);
        var elapsed = TimeSpan.FromMinutes(Math.Max(1, 60 * local.Hour));
        return day == Today && elapsed < noon
            ? Milliseconds((day, TimeOnly.FromTimeSpan(time.ToTimeSpan() * (elapsed / noon))))
            : Milliseconds((day, time));
    }

    /// <summary>One of the words of the portal's contract.</summary>
    public string Word(string text, string[] words, [CallerArgumentExpression(nameof(text))] string field = "") =>
        words.Contains(text, StringComparer.Ordinal)
            ? text
            : throw Fault(field, text, $"is not one of {string.Join(", ", words)}");

    public DemoDataException Fault(string field, string text, string cure)
    {
        var path = string.Join('.', field.Split('.').Select(part => char.ToLowerInvariant(part[0]) + part[1..]));
        return new DemoDataException($"Demo customer \"{customer.Identifier}\", {path}: \"{text}\" {cure}.");
    }

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    (DateOnly, TimeOnly) Read(string text, string field)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && TryDay(text.AsSpan(0, space), Today, out var day) &&
            TimeOnly.TryParseExact(text.AsSpan(space + 1), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return (day, time);
        throw Fault(field, text, "is not an instant; write a day and a local time, such as \"-2d 14:05\" or \"today 09:30\"");
    }

    // A local time that the clocks skip in spring counts as if they had not been changed yet.
    long Milliseconds((DateOnly Day, TimeOnly Time) at)
    {
        var time = at.Day.ToDateTime(at.Time);
        return new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUnixTimeMilliseconds();
    }

    static bool TryDay(ReadOnlySpan<char> text, DateOnly today, out DateOnly day)
    {
        day = today;
        if (text is "today") return true;

        var steps = 0;
        for (; text.Length > 0 && text[0] is '+' or '-'; steps++)
        {
            var digits = text[1..].IndexOfAnyExceptInRange('0', '9');
            if (digits is < 1 or > 4) return false;
            var count = int.Parse(text[1..(digits + 1)], CultureInfo.InvariantCulture) * (text[0] == '-' ? -1 : 1);
            text = text[(digits + 1)..];
            var months = text.StartsWith("mo", StringComparison.Ordinal);
            if (!months && text[0] != 'd') return false;
            day = months ? day.AddMonths(count) : day.AddDays(count);
            text = text[(months ? 2 : 1)..];
        }
        if (text.IsEmpty) return steps > 0;

        if (text[0] != '@' || steps == 0 || text.Length > 3 || text[1..].ContainsAnyExceptInRange('0', '9') ||
            !int.TryParse(text[1..], CultureInfo.InvariantCulture, out var date) || date is < 1 or > 28)
            return false;
        day = new DateOnly(day.Year, day.Month, date);
        return true;
    }
}
