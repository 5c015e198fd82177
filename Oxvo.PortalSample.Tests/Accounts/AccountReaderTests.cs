using System.Data.Common;
using System.Net;
using Oxvo.PortalSample.Accounts;
using Oxvo.PortalSample.Tests.Portal;

namespace Oxvo.PortalSample.Tests.Accounts;

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

        var names = identifiers.ToDictionary(who => who, who => portal.Ask<string>("select name from customers where identifier = @who", new { who }));
        Assert.All(asked.Zip(answers), pair => Assert.Equal(names[pair.First],
            System.Text.Json.JsonDocument.Parse(pair.Second).RootElement.GetProperty("customer").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task While_all_readers_wait_for_the_database_others_are_refused_and_open_nothing()
    {
        using var database = new UnresponsiveDatabase();
        using var reader = new AccountReader(database);
        var reads = Enumerable.Range(0, 20 * Environment.ProcessorCount).Select(_ => reader.ReadAsync("mira", "mira", null, default)).ToList();
        database.IsFull = true;

        var first = await Task.WhenAny(reads);
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => first);

        Assert.Equal("No reader came free.", refused.Message);
        Assert.InRange(reads.Count(read => read.IsCompleted), 1, reads.Count - 1);
    }

    [Fact]
    public async Task A_database_that_took_the_place_of_another_is_read()
    {
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);

        File.Copy(portal.DatabaseFile, portal.DatabaseFile + ".next");
        File.Delete(portal.DatabaseFile);
        await mira.GetAsync(MirasAccount);
        File.Move(portal.DatabaseFile + ".next", portal.DatabaseFile);
        portal.Execute("update customers set name = 'Restored' where identifier = 'mira'");

        Assert.Contains("Restored", await mira.GetStringAsync(MirasAccount));
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

    /// <summary>Opens no connection until its end, and none at all once it is said to be full.</summary>
    sealed class UnresponsiveDatabase : DbDataSource
    {
        readonly TaskCompletionSource<DbConnection> end = new();

        public bool IsFull { get; set; }

        public override string ConnectionString => "";

        protected override DbConnection CreateDbConnection() => throw new NotSupportedException();

        protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancel) =>
            IsFull ? throw new InvalidOperationException("One reader too many.") : await end.Task;

        protected override void Dispose(bool disposing)
        {
            end.TrySetCanceled(CancellationToken.None);
            base.Dispose(disposing);
        }
    }

    // Only Linux lists them; elsewhere there is nothing to see. The name of a file that was deleted goes on after its path.
    int OpenFiles() => !Directory.Exists("/proc/self/fd") ? 0 : Directory.EnumerateFiles("/proc/self/fd")
        .Count(open => new FileInfo(open).LinkTarget?.StartsWith(portal.DatabaseFile, StringComparison.Ordinal) == true);

    static async Task<List<HttpStatusCode>> StatusesAsync(HttpClient client, int count)
    {
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < count; i++) statuses.Add((await client.GetAsync(MirasAccount)).StatusCode);
        return statuses;
    }
}
