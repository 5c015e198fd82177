using System.Data.Common;
using System.Net.Http.Headers;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// The portal alone, with a database of its own and the customers of <see cref="TestAccounts"/> in it. What it logged
/// is searched when it ends.
/// </summary>
public sealed class PortalApp : WebApplicationFactory<Program>
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("portal-");
    readonly Dictionary<string, string> settings;
    readonly LogCapture log = new();
    Section? added;

    public PortalApp() => settings = new([
        .. TestAccounts.Settings.Select(s => KeyValuePair.Create(s.Name, s.Value)),
        new("ConnectionStrings:Accounts", $"Data Source={DatabaseFile}"),
        new("Portal:RequestsPerMinute:Address", "100000"),
        new("Portal:RequestsPerMinute:Subject", "100000"),
        .. SiteTokens.Key.Settings(0).Select(s => KeyValuePair.Create(s.Name, s.Value))]);

    /// <summary>The same with other settings.</summary>
    public static PortalApp With(params IEnumerable<(string Name, string Value)> settings)
    {
        var app = new PortalApp();
        foreach (var (name, value) in settings) app.settings[name] = value;
        return app;
    }

    /// <summary>The same with one more section, found as if it were the portal's own.</summary>
    public static PortalApp With(Section section) => new() { added = section };

    public string DatabaseFile => Path.Combine(folder.FullName, "accounts.db");

    public IEnumerable<string> Log => log.Lines;

    /// <summary>A client that carries a fresh, valid token of this customer.</summary>
    public HttpClient SignedInAs(string identifier) => WithToken(SiteTokens.For(identifier));

    public HttpClient WithToken(string token)
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Changes the accounts, as the business's own systems would.</summary>
    public void Execute(string sql, object? parameters = null)
    {
        using var connection = Open();
        connection.Execute(sql, parameters);
    }

    /// <summary>Writes in transactions, one after the other, on one connection.</summary>
    public void Write(Action<Action<string, object>> act)
    {
        using var connection = Open();
        connection.Open();
        // A commit that waits for the disk would lock the readers out most of the time.
        if (connection is SqliteConnection) connection.Execute("pragma synchronous = off");
        act((sql, parameters) =>
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute(sql, parameters, transaction);
            transaction.Commit();
        });
    }

    /// <summary>Lets nothing be read until it is disposed of.</summary>
    public IDisposable Lock()
    {
        var connection = Open();
        connection.Open();
        connection.Execute(connection is SqliteConnection
            ? "begin exclusive" : "begin; lock table customers in access exclusive mode");
        return connection;
    }

    public T Ask<T>(string sql, object? parameters = null)
    {
        using var connection = Open();
        return connection.QuerySingle<T>(sql, parameters);
    }

    DbConnection Open()
    {
        StartServer();
        var connection = settings["ConnectionStrings:Accounts"];
        return connection.StartsWith("Host=", StringComparison.Ordinal)
            ? new NpgsqlConnection(connection) : new SqliteConnection($"{connection};Pooling=false");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        TestAccounts.CopyTo(DatabaseFile);
        if (!settings.ContainsKey("environment")) builder.UseEnvironment("Development");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            if (added is not null) services.AddSingleton(added);
            foreach (var statement in added?.Statements ?? []) services.AddSingleton(statement);
        });
        // For every category: what the settings quieten must not leak when somebody turns it up.
        builder.ConfigureLogging(logging => logging.AddProvider(log).AddFilter<LogCapture>(null, LogLevel.Information));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !folder.Exists) return;
        folder.Delete(recursive: true);
        folder.Refresh();
        log.AssertHoldsNothingPersonal();
    }
}
