namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>One customer as the source of truth has them: the rows of each section of <c>account.sql</c>.</summary>
/// <param name="links">Where a link may lead.</param>
public sealed class Account(LinkTargets links)
{
    readonly Dictionary<string, List<Row>> sections = [];
    readonly Dictionary<string, bool> shown = [];
    readonly HashSet<string> hidden = [];

    /// <summary>Values that did not fit, as far as the account was looked at.</summary>
    public List<Misfit> Misfits { get; } = [];

    public Row Customer => sections["customer"][0];

    /// <summary>
    /// Whether the identifier or contact id is the customer's own; where it is another's, or nobody's, nothing else was
    /// read.
    /// </summary>
    public bool OwnsKey => Customer.Flag("owns_key") ?? false;

    /// <summary>Whether an amount may leave to this person.</summary>
    internal bool ShowsMoney => Shows(Statement.SeesBilling);

    internal bool IsOwn => Rows(Statement.Customer.Name).Count == 1 && OwnsKey;

    internal LinkTargets Links => links;

    /// <summary>Whether <c>account.sql</c> has the section.</summary>
    public bool Offers(string section) => sections.ContainsKey(section);

    /// <summary>Whether <c>account.sql</c> has the section and this person may not see it: it was not read.</summary>
    public bool Hides(string section) => hidden.Contains(section);

    /// <summary>The section's rows in the statement's order; none where the section is not offered.</summary>
    public IReadOnlyList<Row> Rows(string section) => sections.GetValueOrDefault(section) ?? [];

    /// <summary>The section's only row, or null.</summary>
    public Row? Row(string section) => Rows(section) is [var row, ..] ? row : null;

    public List<Row> Add(Statement statement) => sections[statement.Name] = [];

    /// <summary>
    /// Decides before a section is read, and after its parent, whether this person may see it: where the flag's column
    /// is there, only by its yes.
    /// </summary>
    public bool Hide(Statement statement)
    {
        var isShown = (statement.SeenBy is not { } flag || Shows(flag)) && !hidden.Contains(statement.Parent ?? "");
        if (!isShown) hidden.Add(statement.Name);
        return !isShown;
    }

    bool Shows(string flag)
    {
        if (!shown.TryGetValue(flag, out var isShown))
            shown[flag] = isShown = !Customer.Has(flag) || Customer.Flag(flag) == true;
        return isShown;
    }
}

/// <summary>A value that does not fit its column.</summary>
/// <param name="Value">May be personal: it is never logged.</param>
public sealed record Misfit(string Section, string Column, string Reason, object? Value);
