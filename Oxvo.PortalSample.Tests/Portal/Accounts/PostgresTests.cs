using System.Diagnostics;
using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Portal.Load;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>What only a server can do: restart, refuse, come late, and be shared.</summary>
public sealed class PostgresTests
{
    const string MirasAccount = "/api/widget-portal?identifier=mira";

    [Fact]
    public async Task After_a_restart_no_request_fails_that_comes_once_the_server_is_back()
    {
        var server = await PostgresServer.OwnServerAsync();
        using var portal = PortalApp.With(("ConnectionStrings:Accounts", await server.CreateDatabaseAsync()));
        using var mira = portal.SignedInAs("mira");
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => mira.GetAsync(MirasAccount)));

        server = await server.RestartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => mira.GetAsync(MirasAccount)));
        server.Stop();

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task A_server_that_falls_silent_gets_503_before_its_driver_gives_up_and_the_next_read_works()
    {
        var server = new NpgsqlConnectionStringBuilder(
            await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        using var relay = new Relay(server.Port);
        server.Port = relay.Port;
        using var portal = PortalApp.With(("ConnectionStrings:Accounts", server.ConnectionString));
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);
        // Told to stop sooner than the portal tells its own. It cannot be closed then.
        var patient = new NpgsqlConnection($"{server};Pooling=false");
        await patient.OpenAsync();

        relay.Delay = Timeout.InfiniteTimeSpan;
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var driver = patient.ExecuteAsync(new CommandDefinition("select 1", cancellationToken: patience.Token));
        var answer = await mira.GetAsync(MirasAccount);
        var isDriverWaiting = !driver.IsCompleted;
        relay.Delay = TimeSpan.Zero;

        Assert.True(isDriverWaiting);
        await Problem.AssertIsAsync(answer, "unavailable");
        Assert.Equal(HttpStatusCode.OK, (await mira.GetAsync(MirasAccount)).StatusCode);
    }

    [Fact]
    public async Task Where_the_server_is_not_up_yet_the_portal_starts_and_reads_as_soon_as_it_is()
    {
        var server = await PostgresServer.OwnServerAsync();
        var accounts = await server.CreateDatabaseAsync();
        await server.StopAsync();
        using var host = AccountsDatabaseTests.Host(accounts, "/");

        await host.StartAsync();
        var reader = host.Services.GetRequiredService<AccountReader>();
        var before = await Assert.ThrowsAsync<AccountsUnavailableException>(() => reader.ReadAsync("mira", null, default));
        server = await server.StartAgainAsync();
        var after = await reader.ReadAsync("mira", new("mira", null), default);
        server.Stop();

        Assert.StartsWith("The database cannot be read", before.Message);
        Assert.True(after!.OwnsKey);
    }

    [Theory]
    [InlineData("p.sees_billing, p.sees_orders, ", 1)]
    [InlineData("", 2)]
    public async Task An_account_is_read_in_one_round_trip_and_in_two_where_the_customer_section_says_what_may_be_seen(
        string leftOut, int trips)
    {
        var database = AccountsDatabase.Locate(await (await PostgresServer.SharedAsync()).CreateDatabaseAsync(), "/");
        var folder = Directory.CreateTempSubdirectory("statements-");
        var file = Path.Combine(folder.FullName, AccountFile.Name);
        var text = await File.ReadAllTextAsync(Checkout.File($"Oxvo.PortalSample/{AccountFile.Name}"));
        await File.WriteAllTextAsync(file, leftOut == "" ? text : text.Replace(leftOut, ""));
        using var reader = new AccountReader(
            database, AccountFile.Read(file, Section.FindAll().SelectMany(section => section.Statements)),
            Options.Create(new PortalOptions()), NullLogger<AccountReader>.Instance);
        folder.Delete(recursive: true);
        await reader.ReadAsync("mira", new("mira", null), default);
        var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
        var commands = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => { lock (commands) commands.Add(activity); },
        };
        ActivitySource.AddActivityListener(listener);

        var account = await reader.ReadAsync("mira", new("mira", null), default);

        Assert.NotEmpty(account!.Rows("invoices"));
        lock (commands) Assert.Equal(trips, commands.Count(one => one.Tags.Any(tag => tag.Value == name)));
    }

    [Theory]
    [InlineData("Username=stranger", "has a user or password that the server does not accept.")]
    [InlineData("Database=nowhere", "names a database that the server does not have.")]
    public async Task A_server_that_answers_wrongly_stops_the_start_with_the_cure(string setting, string fault)
    {
        var server = await PostgresServer.SharedAsync();
        using var host = AccountsDatabaseTests.Host($"{server.ConnectionString};{setting}", "/");

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.StartsWith($"ConnectionStrings:Accounts {fault}", Assert.Single(stopped.Failures));
    }

    [Fact]
    public async Task A_server_without_the_tables_stops_the_start_with_each_section_that_does_not_fit()
    {
        var server = await PostgresServer.SharedAsync();
        using var host = AccountsDatabaseTests.Host($"{server.ConnectionString};Database=postgres", "/");

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(StoredAccount.File.Sections.Count, stopped.Failures.Count());
        Assert.StartsWith("account.sql: section customer: relation \"people\" does not exist.", stopped.Failures.First());
    }

    [Fact]
    public async Task Ten_portals_share_a_server_within_its_hundred_connections()
    {
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        var readers = Enumerable.Range(0, 10)
            .Select(_ => new AccountReader(AccountsDatabase.Locate(connection, "/"), StoredAccount.File,
                Options.Create(new PortalOptions()), NullLogger<AccountReader>.Instance)).ToArray();

        var read = await Task.WhenAll(readers.SelectMany(reader => Enumerable.Range(0, 64).Select(_ => reader.ReadAsync("mira", new("mira", null), default))));
        await using var asking = new NpgsqlConnection(server.ConnectionString);
        var open = await asking.QuerySingleAsync<int>("select count(*)::int from pg_stat_activity where datname = @Database",
            new { new NpgsqlConnectionStringBuilder(connection).Database });
        foreach (var reader in readers) reader.Dispose();

        Assert.All(read, account => Assert.True(account!.OwnsKey));
        Assert.InRange(open, 1, 80);
    }

    [Fact]
    public async Task Nothing_can_be_written_through_the_portals_connections()
    {
        var server = await PostgresServer.SharedAsync();
        await using var accounts = AccountsDatabase.Locate(await server.CreateDatabaseAsync(), "/").OpenToRead();
        await using var connection = await accounts.OpenConnectionAsync();

        var fault = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync("delete from tasks"));

        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, fault.SqlState);
    }

    [Fact]
    public async Task In_development_an_empty_database_is_filled_at_the_start()
    {
        var server = await PostgresServer.SharedAsync();
        using var portal = PortalApp.With(("ConnectionStrings:Accounts", await server.CreateDatabaseAsync(template: "template0")));

        var answer = await portal.SignedInAs("mira").GetAsync(MirasAccount);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_demo_fills_a_server_too_with_volume_and_resets_it()
    {
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        var (customers, site) = (Checkout.File("seed-data/customers.json"), "https://acme.example");
        await DemoDatabase.PrepareAsync(connection, customers, site, TimeProvider.System, DemoVolume.Parse("30", "7"),
            TextWriter.Null, default);
        await using var asking = new NpgsqlConnection(connection);
        await asking.ExecuteAsync("update people set name = 'Changed' where identifier = 'mira'");

        await DemoDatabase.ResetAsync(connection, customers, site, TimeProvider.System, default);

        Assert.Equal(DemoDatabase.Read(customers).Count + 30, await asking.QuerySingleAsync<int>("select count(*)::int from customers"));
        Assert.Equal(0, await asking.QuerySingleAsync<int>("select count(*)::int from people where name = 'Changed'"));
    }
}
