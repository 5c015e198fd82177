namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>What one section of <c>account.sql</c> returns: its columns' names, which the start checks.</summary>
/// <param name="Name">As the section's head names it.</param>
/// <param name="Required">Columns without which the section stops the start.</param>
/// <param name="Optional">Columns that may be left out; then the page does not show them.</param>
/// <param name="Money">Optional amounts: as <c>NAME_minor</c> in whole minor units, or as <c>NAME</c> in decimal major
/// units, with the currency in a column <c>currency</c> of the section itself or of <paramref name="Parent"/>.</param>
/// <param name="Parent">The section to whose rows these belong, without which nothing of these is shown.</param>
/// <param name="Most">How many rows are read, so that one strange account costs no other customer.</param>
/// <param name="SeenBy">The customer section's flag without which this person may not see it, nor what belongs to it:
/// then it is not run.</param>
public sealed record Statement(
    string Name, string[] Required, string[] Optional, string[] Money, string? Parent = null, int Most = 500,
    string? SeenBy = null)
{
    /// <summary>A flag of the customer section, without which no amount leaves.</summary>
    public const string SeesBilling = "sees_billing";

    /// <summary>Whose account it is, and how to write for them: the one section that must be there.</summary>
    public static readonly Statement Customer = new("customer", ["owns_key"],
        ["name", "locale", "time_zone", SeesBilling, "sees_orders", "ask_who", "has_orders", "has_onboarding",
            "orders_url", "invoices_url"], [], Most: 2);

    public bool Requires(string column) => Required.Contains(column);

    /// <summary>What is wrong with the columns of a result, each fault with the nearest name.</summary>
    public IEnumerable<string> Faults(IReadOnlyList<string> columns)
    {
        string[] known = [.. Required, .. Optional, .. Money.SelectMany(m => new[] { $"{m}_minor", m }),
            .. Money.Length > 0 && Parent is null ? ["currency"] : Array.Empty<string>()];
        foreach (var column in columns.Except(known))
            yield return $"'{column}' is not a column of this section. {Nearest(column, known.Except(columns))}";
        foreach (var column in Required.Except(columns))
            yield return $"the column '{column}' is missing. {Nearest(column, columns.Except(known))}";
        foreach (var column in columns.GroupBy(c => c).Where(same => same.Count() > 1))
            yield return $"the column '{column.Key}' is there twice. Leave one out.";
        foreach (var money in Money.Where(m => columns.Contains(m) && columns.Contains($"{m}_minor")))
            yield return $"'{money}' and '{money}_minor' are both there. Leave one out.";
        if (Parent is null && !columns.Contains("currency")
            && Money.FirstOrDefault(m => columns.Contains(m) || columns.Contains($"{m}_minor")) is { } amount)
            yield return $"the column 'currency' (ISO 4217) is missing beside '{amount}'.";
    }

    /// <summary>"Did you mean …?" where one of the names is near, else the names.</summary>
    internal static string Nearest(string name, IEnumerable<string> names)
    {
        var nearest = names.MinBy(other => Distance(name, other));
        if (nearest is null) return "Add it to the select.";
        return Distance(name, nearest) <= name.Length / 2
            ? $"Did you mean '{nearest}'?" : $"Names left: {string.Join(", ", names)}.";
    }

    // How many letters differ (Levenshtein).
    static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j - 1], row[j]) + 1);
            }
        }
        return row[^1];
    }
}
