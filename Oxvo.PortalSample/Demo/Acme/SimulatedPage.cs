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

    public static string Money(long minor, string currency)
    {
        var digits = Portal.Accounts.Money.Digits(currency);
        var amount = (decimal)minor / (long)Math.Pow(10, digits);
        return $"{amount.ToString($"N{digits}", CultureInfo.InvariantCulture)} {currency}";
    }

    public static string? Day(string? day) => day is null ? null
        : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A word of the contract as a person writes it: <c>past_due</c> is "Past due".</summary>
    public static string Word(string word) => char.ToUpperInvariant(word[0]) + word[1..].Replace('_', ' ');

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
