using System.Diagnostics;
using Npgsql;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>
/// A PostgreSQL server for these tests: <c>PORTAL_POSTGRES</c> (a connection string) names one, else installed programs
/// are started on a free port in a temporary folder, else, as root on Debian or Ubuntu, apt installs them. Elsewhere
/// the tests are skipped with the command to run; with <c>CI</c> set they must run.
/// </summary>
sealed class PostgresServer
{
    public const string Setting = "PORTAL_POSTGRES";
    static readonly Lazy<Task<PostgresServer>> Shared = new(() => Task.Run(async () =>
        Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } named ? new PostgresServer(named) : await OwnServerAsync()));

    readonly Lazy<Task<string>> seeded;
    readonly Process? process;
    readonly string folder = "";

    PostgresServer(string connectionString)
    {
        ConnectionString = connectionString;
        seeded = new(() => Task.Run(SeedAsync));
    }

    PostgresServer(Process process, string folder, int port) : this($"Host=127.0.0.1;Port={port};Username=portal;Database=postgres") =>
        (this.process, this.folder) = (process, folder);

    /// <summary>To a database that every server has.</summary>
    public string ConnectionString { get; }

    /// <summary>The server that tests share. Skips the test where there is none.</summary>
    public static async Task<PostgresServer> SharedAsync()
    {
        try
        {
            return await Shared.Value;
        }
        catch (PlatformNotSupportedException fault) when (Environment.GetEnvironmentVariable("CI") is null or "")
        {
            Assert.Skip(fault.Message);
            throw;
        }
    }

    /// <summary>A server of a test's own, which can be stopped and started.</summary>
    public static async Task<PostgresServer> OwnServerAsync(int? port = null, string? folder = null)
    {
        var programs = PostgresPrograms.Find() ?? await PostgresPrograms.InstallAsync(TestContext.Current.SendDiagnosticMessage);
        folder ??= Directory.CreateTempSubdirectory("postgres-").FullName;
        port ??= FreePorts.Take();
        var server = new PostgresServer(programs.Start(folder, port.Value), folder, port.Value);
        for (var tries = 0; !await server.AnswersAsync(); tries++)
        {
            Assert.True(tries < 600 && !server.process!.HasExited, $"PostgreSQL did not start in {folder}.");
            await Task.Delay(50);
        }
        return server;
    }

    /// <summary>A database of a test's own, with the hand-made customers.</summary>
    public async Task<string> CreateDatabaseAsync() => await CreateDatabaseAsync(template: await seeded.Value);

    /// <summary>A database of a test's own, with what the template has: template0 is empty.</summary>
    public async Task<string> CreateDatabaseAsync(string template)
    {
        var name = $"accounts_{Guid.NewGuid():n}";
        await ExecuteAsync($"create database {name} template {template}");
        return To(name);
    }

    /// <summary>Ends every connection, as an operator's restart does.</summary>
    public async Task<PostgresServer> RestartAsync()
    {
        await StopAsync();
        return await StartAgainAsync();
    }

    /// <summary>Keeps its folder, to be started again.</summary>
    public async Task StopAsync()
    {
        await process!.StandardInput.WriteAsync("keep");
        Stop();
        await process!.WaitForExitAsync();
    }

    public Task<PostgresServer> StartAgainAsync() => OwnServerAsync(new NpgsqlConnectionStringBuilder(ConnectionString).Port, folder);

    /// <summary>Its own shell ends it, as it does when these tests end.</summary>
    public void Stop() => process!.StandardInput.Close();

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    async Task<string> SeedAsync()
    {
        var name = $"seeded_{Guid.NewGuid():n}";
        await ExecuteAsync($"create database {name}");
        await DemoDatabase.PrepareAsync(To(name), Checkout.File("seed-data/customers.json"), "http://localhost:5100",
            TimeProvider.System, null, TextWriter.Null, CancellationToken.None);
        return name;
    }

    string To(string database) => new NpgsqlConnectionStringBuilder(ConnectionString) { Database = database }.ConnectionString;

    async Task<bool> AnswersAsync()
    {
        try
        {
            await ExecuteAsync("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
