using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;

namespace Oxvo.PortalSample.Tools.TryAccount;

/// <summary>
/// Prints an answer member by member, a section of your own too: amounts, days and instants in the customer's locale
/// and time zone.
/// </summary>
sealed partial class AnswerPrinter(CustomerAnswer customer, TextWriter output)
{
    readonly CultureInfo culture = CultureInfo.GetCultureInfo(customer.Locale);
    readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(customer.TimeZone);

    public void Print(PortalAnswer answer)
    {
        var body = JsonSerializer.SerializeToNode(answer, PortalJson.Default.PortalAnswer)!.AsObject();
        body.Remove("asOf");
        foreach (var (name, part) in body) Print(name, part, "");
    }

    void Print(string name, JsonNode? value, string indent)
    {
        var label = indent + Capital().Replace(name, match => " " + match.Value.ToLowerInvariant());
        label = indent + char.ToUpperInvariant(label[indent.Length]) + label[(indent.Length + 1)..];
        switch (value)
        {
            case null:
                if (indent.Length == 0) Write($"{label}: not offered");
                break;
            case JsonObject { Count: 2 } money when money.ContainsKey("amount") && money.ContainsKey("currency"):
                Write($"{label}: {Money(money)}");
                break;
            case JsonObject members:
                Write(label);
                foreach (var (member, part) in members) Print(member, part, indent + "  ");
                break;
            case JsonArray items:
                Write($"{label}: {items.Count}");
                foreach (var (item, n) in items.Select((item, n) => (item, n + 1))) Print($"{n}", item, indent + "  ");
                break;
            default:
                Write($"{label}: {Text(value.AsValue())}");
                break;
        }
    }

    void Write(string line) => output.WriteLine(Unseen.OneLine(line));

    string Money(JsonObject money)
    {
        var (amount, currency) = ((long?)money["amount"], (string?)money["currency"]);
        if (amount is null || currency is null) return Row.Unfit;
        var digits = Portal.Accounts.Money.Digits(currency);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencyDecimalDigits = digits;
        format.CurrencySymbol = $"{currency} ";
        return ((decimal)amount / (decimal)Math.Pow(10, digits)).ToString("C", format);
    }

    string Text(JsonValue value)
    {
        if (!value.TryGetValue<string>(out var text)) return value.ToJsonString();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day.ToString("D", culture);
        if (!Instant().IsMatch(text)) return text;
        var instant = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
        return TimeZoneInfo.ConvertTime(instant, zone).ToString("f", culture);
    }

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}T.*\z")]
    private static partial Regex Instant();
}
