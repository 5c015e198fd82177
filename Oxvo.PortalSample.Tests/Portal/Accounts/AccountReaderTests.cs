using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>Reading goes on after every fault of the database, however often it comes.</summary>
public sealed class AccountReaderTests : IDisposable
{
    const string MirasAccount = "/api/widget-portal?identifier=mira";
    readonly PortalApp portal = new();

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task After_more_faults_than_readers_it_reads_again()
    {
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);

        File.Move(portal.DatabaseFile, portal.DatabaseFile + ".away");
        var during = await StatusesAsync(mira, 3 * Environment.ProcessorCount + 1);
        File.Move(portal.DatabaseFile + ".away", portal.DatabaseFile);

        Assert.All(during, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        Assert.Equal(HttpStatusCode.OK, (await mira.GetAsync(MirasAccount)).StatusCode);
    }

    [Fact]
    public async Task More_customers_than_readers_are_answered_at_once_each_with_their_own()
    {
        var identifiers = new[] { "mira", "42", "anneliese", "kailani" };
        var asked = Enumerable.Repeat(identifiers, 2 * Environment.ProcessorCount + 1).SelectMany(all => all).ToArray();

        var answers = await Task.WhenAll(asked.Select(who => portal.SignedInAs(who).GetStringAsync($"/api/widget-portal?identifier={who}")));

        var names = identifiers.ToDictionary(who => who, who => portal.Ask<string>("select name from people where identifier = @who", new { who }));
        Assert.All(asked.Zip(answers), pair => Assert.Equal(names[pair.First],
            System.Text.Json.JsonDocument.Parse(pair.Second).RootElement.GetProperty("customer").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Where_no_flag_says_who_sees_what_a_read_leaves_nothing_locked_either()
    {
        await portal.SignedInAs("mira").GetAsync(MirasAccount);
        var statements = portal.DatabaseFile + ".sql";
        File.WriteAllText(statements, File.ReadAllText(Checkout.File("Oxvo.PortalSample/account.sql"))
            .Replace("p.sees_billing, p.sees_orders, ", ""));
        using var reader = new AccountReader(AccountsDatabase.Locate($"Data Source={portal.DatabaseFile}", "/"),
            AccountFile.Read(statements, Section.FindAll().SelectMany(section => section.Statements)),
            Options.Create(new PortalOptions()), NullLogger<AccountReader>.Instance);

        var account = await reader.ReadAsync("mira", new("mira", null), default);
        portal.Execute("update people set name = 'Mira A.' where identifier = 'mira'");
        var again = await reader.ReadAsync("mira", new("mira", null), default);

        Assert.NotEmpty(account!.Rows("invoices"));
        Assert.Equal("Mira A.", again!.Customer.Text("name"));
    }

    [Fact]
    public async Task Of_more_than_can_wait_the_newest_are_read_first()
    {
        var database = AccountsDatabase.Locate($"Data Source={portal.DatabaseFile}", "/");
        await portal.SignedInAs("mira").GetAsync(MirasAccount);
        using var reader = new AccountReader(database, StoredAccount.File,
            Options.Create(new PortalOptions()), NullLogger<AccountReader>.Instance);
        var locked = portal.Lock();

        var reads = Enumerable.Range(0, database.MostAtOnce + 256 + 20)
            .Select(_ => reader.ReadAsync("mira", new("mira", null), default)).ToList();
        var oldest = reads[database.MostAtOnce..][..20];
        await Task.WhenAll(oldest.Select(read => Assert.ThrowsAsync<AccountsUnavailableException>(() => read)));
        locked.Dispose();

        Assert.All(await Task.WhenAll(reads.TakeLast(20)), account => Assert.True(account!.OwnsKey));
    }

    [Fact]
    public async Task More_than_can_wait_are_refused_at_once_and_open_nothing()
    {
        await portal.SignedInAs("mira").GetAsync(MirasAccount);
        var database = AccountsDatabase.Locate($"Data Source={portal.DatabaseFile}", "/");
        var before = OpenFiles();
        using var locked = new LockedDatabase(portal.DatabaseFile);
        using var reader = new AccountReader(database, StoredAccount.File,
            Options.Create(new PortalOptions()), NullLogger<AccountReader>.Instance);

        List<Task<Account?>> reads;
        Stopwatch clock;
        do
        {
            clock = Stopwatch.StartNew();
            reads = [.. Enumerable.Range(0, database.MostAtOnce + 256 + 5)
                .Select(_ => reader.ReadAsync("mira", new("mira", null), default))];
            // On a busy machine the first of them give up before the last ones come: then they are sent once more.
            if (clock.Elapsed > TimeSpan.FromSeconds(2))
                await Task.WhenAll(reads).ContinueWith(_ => { }, TaskScheduler.Default);
        }
        while (clock.Elapsed > TimeSpan.FromSeconds(2));
        var open = OpenFiles() - before;
        List<string> faults = [];
        await foreach (var read in Task.WhenEach(reads))
            faults.Add((await Assert.ThrowsAsync<AccountsUnavailableException>(() => read)).Message);

        Assert.All(faults[..5], fault => Assert.Equal("Too many customers wait for the database.", fault));
        Assert.All(faults[5..], fault => Assert.Equal("The database did not answer in time.", fault));
        Assert.InRange(open, 0, database.MostAtOnce + 2); // the writer and the patient reader of LockedDatabase
    }

    [Fact]
    public async Task A_database_that_took_the_place_of_another_is_read()
    {
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);

        File.Copy(portal.DatabaseFile, portal.DatabaseFile + ".next");
        portal.Execute("update people set name = 'Deleted' where identifier = 'mira'");
        File.Move(portal.DatabaseFile + ".next", portal.DatabaseFile, overwrite: true);

        Assert.DoesNotContain("Deleted", await mira.GetStringAsync(MirasAccount));
    }

    [Fact]
    public async Task Reading_again_and_again_opens_the_file_no_further_time()
    {
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);
        var once = OpenFiles();

        await StatusesAsync(mira, 20);

        Assert.Equal(once, OpenFiles());
    }

    [Fact]
    public async Task After_a_fault_no_file_stays_open_and_once_it_is_mended_it_reads_again()
    {
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);
        portal.Execute("alter table tasks rename to mislaid");

        var during = await StatusesAsync(mira, 3);
        var open = OpenFiles();
        portal.Execute("alter table mislaid rename to tasks");

        Assert.All(during, status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        Assert.Equal(0, open);
        Assert.Equal(HttpStatusCode.OK, (await mira.GetAsync(MirasAccount)).StatusCode);
    }

    [Fact]
    public async Task When_the_portal_ends_no_file_stays_open()
    {
        await portal.SignedInAs("mira").GetAsync(MirasAccount);

        portal.Dispose();

        Assert.Equal(0, OpenFiles());
    }

    // Only Linux lists them; elsewhere there is nothing to see. The name of a file that was deleted goes on after its
    // path.
    int OpenFiles() => !Directory.Exists("/proc/self/fd") ? 0 : Directory.EnumerateFiles("/proc/self/fd")
        .Count(open => new FileInfo(open).LinkTarget?.StartsWith(portal.DatabaseFile, StringComparison.Ordinal) == true);

    static async Task<List<HttpStatusCode>> StatusesAsync(HttpClient client, int count)
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < count; i++) statuses.Add((await client.GetAsync(MirasAccount)).StatusCode);
        return statuses;
    }
}
