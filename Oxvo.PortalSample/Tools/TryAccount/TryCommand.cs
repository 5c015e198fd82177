using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tools.TryAccount;

/// <summary>
/// The verb <c>try</c>: reads one account by <c>account.sql</c>, prints it as the customer would see it, and lists
/// every doubt. Exit status: 0 all is well, 1 there is a doubt or no account, 2 it could not be read, with the cause on
/// standard error.
/// </summary>
public static class TryCommand
{
    const string Usage = "try IDENTIFIER [--folder FOLDER]";

    static readonly Argument<string> Identifier = new("IDENTIFIER")
    { Description = "The customer's identifier, as your site gives it to the messenger" };

    static readonly Option<DirectoryInfo> Folder = new Option<DirectoryInfo>("--folder")
    {
        HelpName = "FOLDER",
        Description = "A portal's folder, with its appsettings.json and account.sql; this portal's unless told",
    }.AcceptExistingOnly();

    public static readonly Command Verb = new(
        "try", "Reads one account and lists every doubt. Exit status: 0 none, 1 a doubt or no account, 2 not read.")
    { Identifier, Folder, new HelpOption() };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var line = Verb.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (line.Action is HelpAction) return await line.InvokeAsync(new() { Output = output, Error = error });
        if (StatusCommand.FindFault(line) is { } fault) return Fail($"{fault} Usage: {Usage}");
        var identifier = line.GetValue(Identifier)!;
        if (!AccountKey.IsIdentifier(identifier)) return Fail("An identifier has 1 to 128 characters.");

        try
        {
            await using var portal = Build(line.GetValue(Folder)?.FullName, clock);
            var accounts = portal.Services.GetRequiredService<AccountReader>();
            var account = await accounts.ReadAsync(identifier, new(identifier, null), CancellationToken.None);
            if (account is null)
            {
                output.WriteLine("There is no account of this customer: the page says \"Nothing here yet\".");
                return 1;
            }
            var doubts = new List<string>();
            if (!account.OwnsKey)
                doubts.Add("customer: owns_key is 0 for the customer's own identifier, so the page would refuse it. "
                    + "Compare your identifier with @identifier.");
            else
            {
                doubts.AddRange(await DoubtKeyAsync(accounts, identifier));
                Print(account, portal.Services.GetRequiredService<PortalAnswers>().Build(account), output, doubts);
                if (FindHint(account, portal.Services.GetServices<Statement>()) is { } hint)
                    output.WriteLine($"\n{hint}");
            }
            output.WriteLine(doubts.Count == 0 ? "\nNo doubts." : $"\nDoubts: {doubts.Count}");
            foreach (var doubt in doubts) output.WriteLine(Unseen.OneLine($"- {doubt}"));
            return doubts.Count == 0 ? 0 : 1;
        }
        catch (OptionsValidationException faults)
        {
            return Fail([.. faults.Failures]);
        }
        catch (AccountsUnavailableException why)
        {
            return Fail(why.InnerException is OptionsValidationException faults ? [.. faults.Failures] : [why.Message]);
        }

        int Fail(params string[] messages)
        {
            foreach (var message in messages) error.WriteLine(message.ReplaceLineEndings(" "));
            return 2;
        }
    }

    // The same account once more, with an identifier that is made up for this and so belongs to nobody.
    static async Task<string[]> DoubtKeyAsync(AccountReader accounts, string identifier)
    {
        try
        {
            var account = await accounts.ReadAsync(identifier, new($"{Guid.NewGuid()}", null), CancellationToken.None);
            return account is not { OwnsKey: true } ? []
                : ["customer: owns_key is 1 for an identifier that nobody has, so every customer would own every key. "
                    + "Compare your identifier, here uid, with @identifier: "
                    + "case when uid = @identifier then 1 else 0 end as owns_key."];
        }
        catch (AccountsUnavailableException why)
        {
            return [$"customer: owns_key fails for an identifier that nobody has: {why.Message} "
                + "Compare @identifier as text."];
        }
    }

    static void Print(Account account, PortalAnswer answer, TextWriter output, List<string> doubts)
    {
        new AnswerPrinter(answer.Customer, output).Print(answer);
        foreach (var (section, column, reason, value) in account.Misfits)
            doubts.Add($"{section}: {column} {(value is null ? "" : $"'{value}' ")}{reason}.{Cure(column, value)}");
        var (locale, zone) = (account.Customer.Text("locale"), account.Customer.Text("time_zone"));
        if (locale is not null && locale != answer.Customer.Locale)
            doubts.Add($"customer: locale '{locale}' is not known, so {answer.Customer.Locale} is used.");
        if (zone is not null && zone != answer.Customer.TimeZone)
            doubts.Add($"customer: time_zone '{zone}' is not known, so {answer.Customer.TimeZone} is used.");
    }

    // A fraction that is an amount of some currency, none of which has more than three digits.
    static string Cure(string column, object? value) =>
        column.EndsWith("_minor", StringComparison.Ordinal) && Money.Minor(value, digits: 3) is not null
            ? $" Select a decimal amount as {column[..^"_minor".Length]}." : "";

    // Cents in a decimal column fit it, and are shown a hundredfold. What is in minor units, in yen or 0 is the same
    // number either way, and tells nothing of its column.
    static string? FindHint(Account account, IEnumerable<Statement> statements)
    {
        var decimals = (
            from statement in statements
            from row in account.Rows(statement.Name)
            let currency = (statement.Parent is { } parent ? account.Row(parent) : row)?.Currency()
            from money in statement.Money
            let amount = row.Money(money, currency)?.Amount
            where amount is not null
            let number = row.Number(money)
            where number != amount
            select (Section: statement.Name, Column: money, Whole: number)).ToList();
        if (decimals.Count == 0 || decimals.Exists(each => each.Whole is null)) return null;
        var (section, column, whole) = decimals[0];
        return $"A hint: every decimal amount is a whole number, such as {section}: {column} {whole}. "
            + $"If these are cents, select it as {column}_minor.";
    }

    // The portal's settings and its accounts, without its server; the site's key is not needed yet.
    static WebApplication Build(string? folder, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Services.AddOptions<PortalOptions>().BindConfiguration("Portal");
        builder.Services.AddAccounts();
        builder.Services.AddSections();
        // A section of your own is known to your portal only.
        builder.Services.AddSingleton(provider => AccountFile.Read(
            Path.Combine(builder.Environment.ContentRootPath, AccountFile.Name), provider.GetServices<Statement>(),
            mayHoldOthers: true));
        return builder.Build();
    }
}
