using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// <c>account.sql</c>: how the account is read from your tables, one statement a section. A section that is missing is
/// not offered to customers.
/// </summary>
public sealed partial class AccountFile
{
    public const string Name = "account.sql";

    AccountFile(IReadOnlyList<AccountSection> sections) => Sections = sections;

    /// <summary>The sections that are there, the customer first.</summary>
    public IReadOnlyList<AccountSection> Sections { get; }

    /// <param name="path">Where the file is.</param>
    /// <param name="statements">The sections that there can be, beside the customer.</param>
    /// <param name="mayHoldOthers">Leaves out a section that is not among them, as one of your own.</param>
    /// <exception cref="OptionsValidationException">The file is not there, or its sections are not those that the
    /// portal shows; each message names the section and the cure.</exception>
    public static AccountFile Read(string path, IEnumerable<Statement> statements, bool mayHoldOthers = false)
    {
        if (!File.Exists(path)) throw Fault([$"{path} is not there. It holds the statements that read an account."]);
        Statement[] known = [Statement.Customer, .. statements];
        // Each head is followed by its section's text.
        var parts = Head().Split(File.ReadAllText(path));
        var sections = parts.Skip(1).Chunk(2)
            .Select(part => new Part(part[0], WithoutComments(part[1]))).ToArray();
        string[] faults =
        [
            .. WithoutComments(parts[0]) is "" ? Array.Empty<string>()
                : [$"{Name}: a statement is in front of the first section. Begin it with a line such as "
                    + "-- section customer"],
            .. FindFaults(known, sections, mayHoldOthers),
        ];
        if (faults.Length > 0) throw Fault(faults);

        return new([.. known.Join(sections.Where(section => section.Sql.Length > 0),
            statement => statement.Name, section => section.Name,
            (statement, section) => new AccountSection(statement, section.Sql))]);
    }

    static IEnumerable<string> FindFaults(Statement[] known, Part[] sections, bool mayHoldOthers)
    {
        string[] names = [.. sections.Select(section => section.Name)];
        string[] knownNames = [.. known.Select(statement => statement.Name)];
        if (!sections.Any(section => section is { Name: "customer", Sql.Length: > 0 }))
            yield return $"{Name}: section customer has no statement. Select owns_key and name for @subject there.";
        foreach (var name in mayHoldOthers ? [] : names.Except(knownNames))
            yield return $"{Name}: section {name} is not known. {Statement.Nearest(name, knownNames.Except(names))}";
        foreach (var same in names.GroupBy(name => name).Where(same => same.Count() > 1))
            yield return $"{Name}: section {same.Key} is there twice. Leave one out.";
        foreach (var section in known.Where(s => names.Contains(s.Name)))
            if (section.Parent is { } parent && !names.Contains(parent))
                yield return $"{Name}: section {section.Name} needs section {parent}, to whose rows it belongs.";
        // Without it the section would show everybody the same rows.
        foreach (var (name, sql) in sections.Where(s => s.Sql.Length > 0 && !Subject().IsMatch(s.Sql)))
            yield return $"{Name}: section {name} does not select by @subject, the customer whose account is read.";
    }

    internal static OptionsValidationException Fault(IEnumerable<string> faults) =>
        new(Name, typeof(AccountFile), faults);

    static string WithoutComments(string sql) => Comment().Replace(sql, "").Trim().TrimEnd(';').TrimEnd();

    // A section of the file, known or not.
    sealed record Part(string Name, string Sql);

    [GeneratedRegex(@"^--[ \t]*section[ \t]+(\w+)(?::.*|[ \t]*)\r?$", RegexOptions.Multiline)]
    private static partial Regex Head();

    [GeneratedRegex(@"^[ \t]*--.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@subject\b")]
    private static partial Regex Subject();
}

/// <summary>A section that is there.</summary>
/// <param name="Statement">What it should return.</param>
/// <param name="Sql">The statement itself, without comments.</param>
public sealed record AccountSection(Statement Statement, string Sql);
