namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>One customer as the source of truth has them: the rows of each section of <c>account.sql</c>.</summary>
/// <param name="links">Where a link may lead.</param>
public sealed class Account(LinkTargets links)
{
    readonly Dictionary<string, List<Row>> sections = [];

    /// <summary>Values that did not fit, as far as the account was looked at.</summary>
    public List<Misfit> Misfits { get; } = [];

    public Row Customer => sections["customer"][0];

    /// <summary>
    /// Whether the identifier or contact id is the customer's own; where it is another's, or nobody's, nothing else was
    /// read.
    /// </summary>
    public bool OwnsKey => Customer.Flag("owns_key") ?? false;

    internal LinkTargets Links => links;

    /// <summary>Whether <c>account.sql</c> has the section.</summary>
    public bool Offers(string section) => sections.ContainsKey(section);

    /// <summary>The section's rows in the statement's order; none where the section is not offered.</summary>
    public IReadOnlyList<Row> Rows(string section) => sections.GetValueOrDefault(section) ?? [];

    /// <summary>The section's only row, or null.</summary>
    public Row? Row(string section) => Rows(section) is [var row, ..] ? row : null;

    public List<Row> Add(Statement statement) => sections[statement.Name] = [];
}

/// <summary>A value that does not fit its column.</summary>
/// <param name="Value">May be personal: it is never logged.</param>
public sealed record Misfit(string Section, string Column, string Reason, object? Value);
