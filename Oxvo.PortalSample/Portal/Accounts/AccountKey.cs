using System.Text;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// What the page asks by: the customer's identifier, or the messenger's contact id. They are two parameters because one
/// would mix customer "42" with contact 42.
/// </summary>
public sealed partial record AccountKey(string? Identifier, long? ContactId)
{
    /// <summary>
    /// Reads the query, exactly one of <c>identifier</c> and <c>id</c>, once, and nothing else. Nothing is trimmed or
    /// folded. <paramref name="faults"/> names the parameters that are at fault.
    /// </summary>
    public static AccountKey? Read(IQueryCollection query, out string[] faults)
    {
        faults = [.. query.Where(p => p.Key is not ("identifier" or "id")).Select(_ => "query").Distinct()];
        if (faults.Length > 0) return null;

        faults = query.Count == 1 ? [query.Keys.Single()] : ["identifier", "id"];
        if (query.Count != 1 || query[faults[0]] is not [{ } value]) return null;

        if (faults[0] == "identifier") return IsIdentifier(value) ? new(value, null) : null;
        return ContactIdPattern().IsMatch(value) ? new(null, long.Parse(value, null)) : null;
    }

    /// <summary>1 to 128 characters, compared ordinally; no control characters, no broken encoding (U+FFFD).</summary>
    public static bool IsIdentifier(string text) =>
        text.Length is >= 1 and <= 128
        && !text.EnumerateRunes().Any(rune => Rune.IsControl(rune) || rune == Rune.ReplacementChar);

    [GeneratedRegex(@"\A[1-9][0-9]{0,15}\z")]
    private static partial Regex ContactIdPattern();
}
