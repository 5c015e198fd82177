using System.Globalization;
using System.Net;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// A page that a link of the portal leads to: Acme's own, a carrier's, or a payment provider's. It says that it is
/// simulated, and what would be here.
/// </summary>
/// <param name="Whose">"Acme", or another name, as the page's head has it.</param>
/// <param name="Note">What would be here, one sentence.</param>
/// <param name="Title">The page's heading.</param>
public sealed record SimulatedPage(string Whose, string Note, string Title)
{
    /// <summary>The figure that people come for.</summary>
    public string? Amount { get; init; }

    public IReadOnlyList<(string Name, string? Value)> Facts { get; init; } = [];

    /// <summary>Rows of a list, each with where it leads, if anywhere.</summary>
    public IReadOnlyList<(string Text, string Side, string? Address)> Rows { get; init; } = [];

    /// <summary>What the page's button would do.</summary>
    public string? Action { get; init; }

    /// <summary>The page's main part; every text in it is encoded.</summary>
    public string Write() => $"""
        <p class="simulated"><span class="tag demo">Simulated</span> {Text(Note)}</p>
        <p class="brand">{Text(Whose)}</p>
        <h1>{Text(Title)}</h1>
        {(Amount is null ? "" : $"""<p class="amount">{Text(Amount)}</p>""")}
        <dl>{string.Concat(Facts.Where(fact => fact.Value is not null).Select(WriteFact))}</dl>
        <ul class="rows">{string.Concat(Rows.Select(WriteRow))}</ul>
        {(Action is null ? "" : WriteAction(Action))}
        """;

    /// <summary>An amount as the customer's region writes it, as the portal does.</summary>
    public static string Money(long minor, string currency, string locale)
    {
        var digits = Portal.Accounts.Money.Digits(currency);
        var culture = CultureInfo.GetCultureInfo(locale);
        var format = (NumberFormatInfo)culture.NumberFormat.Clone();
        format.CurrencyDecimalDigits = digits;
        format.CurrencySymbol = Symbol(currency, culture);
        var text = (minor / (decimal)Math.Pow(10, digits)).ToString("C", format);
        // .NET has the region's marks, and everywhere the same figures.
        text = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? format.NativeDigits[c - '0'] : $"{c}"));
        return culture.TextInfo.IsRightToLeft ? $"\u2068{text}\u2069" : text;
    }

    public static string? Day(string? day) => day is null ? null
        : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A word of the contract as a person writes it: <c>past_due</c> is "Past due".</summary>
    public static string Word(string word) => char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');

    // .NET knows a currency's sign by its regions.
    static string Symbol(string currency, CultureInfo own) =>
        CultureInfo.GetCultures(CultureTypes.SpecificCultures).Prepend(own)
            .Select(culture => new RegionInfo(culture.Name))
            .FirstOrDefault(region => region.ISOCurrencySymbol == currency)?.CurrencySymbol ?? currency;

    static string WriteFact((string Name, string? Value) fact) =>
        $"<div><dt>{Text(fact.Name)}</dt><dd>{Text(fact.Value!)}</dd></div>";

    static string WriteRow((string Text, string Side, string? Address) row)
    {
        var text = $"<bdi>{Text(row.Text)}</bdi>";
        var title = row.Address is null ? text : $"""<a href="{Text(row.Address)}">{text}</a>""";
        return $"<li>{title}<span>{Text(row.Side)}</span></li>";
    }

    static string WriteAction(string action) => $"""
        <details><summary class="button main">{Text(action)}</summary>
        <p>This is a simulation: nothing has happened. Close this tab to go back to the chat.</p></details>
        """;

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
