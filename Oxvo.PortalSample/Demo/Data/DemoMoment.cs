using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// Turns the notation of <c>customers.json</c> into days and instants by one customer's calendar and clock, at one
/// moment. A day is <c>today</c>, or steps such as <c>-8d</c>, <c>+18mo</c>, <c>-8d-1mo</c>, taken from the left, then
/// optionally <c>@1</c>, that day of the month reached. An instant is a day and a local time: <c>-2d 14:05</c>.
/// </summary>
sealed partial class DemoMoment
{
    static readonly TimeSpan Noon = TimeSpan.FromHours(12);

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
    }

    public DateOnly Today => DateOnly.FromDateTime(local);

    public string? Day(string? text, [CallerArgumentExpression(nameof(text))] string field = "") =>
        text is null ? null : Text(Date(text, field));

    public DateOnly Date(string text, [CallerArgumentExpression(nameof(text))] string field = "") =>
        Parse(text) is (var day, null)
            ? day
            : throw Fault(field, text,
                "is not a day; write \"today\", \"-8d\", \"+18mo\" or \"+1mo@1\" (the 1st of next month)");

    /// <summary>Unix milliseconds of a local time, whether it lies ahead or behind.</summary>
    public long? Instant(string? text, [CallerArgumentExpression(nameof(text))] string field = "")
    {
        if (text is null) return null;
        var (day, time) = DayAndTime(text, field);
        return Milliseconds(day, time);
    }

    /// <summary>
    /// Unix milliseconds of something that has happened. While it is not noon yet, what happened "today" (written with
    /// a time before noon) moves towards midnight in proportion: it never lies in the future, and keeps its order. By
    /// the hour, so that starts shortly after one another write the same.
    /// </summary>
    public long Happened(string text, [CallerArgumentExpression(nameof(text))] string field = "")
    {
        var (day, time) = DayAndTime(text, field);
        if (day > Today || (day == Today && time.ToTimeSpan() >= Noon))
            throw Fault(field, text,
                "has not happened yet; write a day that has passed, or \"today\" and a time before 12:00");
        var elapsed = TimeSpan.FromMinutes(Math.Max(1, 60 * local.Hour));
        if (day == Today && elapsed < Noon) time = TimeOnly.FromTimeSpan(time.ToTimeSpan() * (elapsed / Noon));
        return Milliseconds(day, time);
    }

    /// <summary>One of the words of the portal's contract.</summary>
    public string Word(
        string text, IReadOnlyCollection<string> words, [CallerArgumentExpression(nameof(text))] string field = "") =>
        words.Contains(text) ? text : throw Fault(field, text, $"is not one of {string.Join(", ", words)}");

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    DemoDataException Fault(string field, string text, string cure)
    {
        var path = string.Join('.', field.Split('.').Select(part => char.ToLowerInvariant(part[0]) + part[1..]));
        return new($"Demo customer \"{customer.Identifier}\", {path}: \"{text}\" {cure}.");
    }

    (DateOnly, TimeOnly) DayAndTime(string text, string field) =>
        Parse(text) is (var day, { } time)
            ? (day, time)
            : throw Fault(field, text,
                "is not an instant; write a day and a local time, such as \"-2d 14:05\" or \"today 09:30\"");

    (DateOnly Day, TimeOnly? Time)? Parse(string text)
    {
        if (Notation().Match(text) is not { Success: true } match) return null;
        var day = Today;
        foreach (Capture step in match.Groups["step"].Captures)
        {
            var count = int.Parse(step.Value.TrimEnd('d', 'm', 'o'), CultureInfo.InvariantCulture);
            day = step.Value.EndsWith('d') ? day.AddDays(count) : day.AddMonths(count);
        }
        if (match.Groups["date"] is { Success: true } date)
            day = new(day.Year, day.Month, int.Parse(date.Value, CultureInfo.InvariantCulture));
        return (day, match.Groups["time"] is { Success: true } time
            ? TimeOnly.Parse(time.Value, CultureInfo.InvariantCulture) : null);
    }

    // A local time that the clocks skip in spring counts as if they had not been changed yet.
    long Milliseconds(DateOnly day, TimeOnly clock)
    {
        var time = day.ToDateTime(clock);
        return new DateTimeOffset(time, zone.GetUtcOffset(time)).ToUnixTimeMilliseconds();
    }

    [GeneratedRegex("""
        \A(?:today|(?<step>[+-][0-9]{1,4}(?:d|mo))+(?:@(?<date>0?[1-9]|1[0-9]|2[0-8]))?)
        (?:[ ](?<time>(?:[01][0-9]|2[0-3]):[0-5][0-9]))?\z
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Notation();
}
