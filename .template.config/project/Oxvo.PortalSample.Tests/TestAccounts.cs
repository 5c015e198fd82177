using Dapper;
using Microsoft.Data.Sqlite;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>The accounts that these tests read, in tables of their own, by <c>TestPortal/account.sql</c>.</summary>
static class TestAccounts
{
    /// <summary>What the portal must be told to run on them.</summary>
    public static IEnumerable<(string Name, string Value)> Settings =>
    [
        ("contentRoot", Path.Combine(AppContext.BaseDirectory, "TestPortal")), ("AllowedHosts", "localhost;127.0.0.1"),
        ("Portal:MessengerOrigins:0", "https://messenger.example"), ("Portal:Site:Name", "Acme"),
        ("Portal:Site:Issuer", Proof.SiteTokens.Issuer), ("Portal:Site:Origins:0", "https://www.acme.example"),
        ("Portal:Site:SignInUrl", "https://www.acme.example/sign-in"),
    ];

    /// <summary>Words of the customers that must not be in a log.</summary>
    public static IEnumerable<string> PersonalWords => ["mira", "Mira Okafor", "Forty-two", "jonas", "Jonas Vik"];

    public static void CopyTo(string databaseFile)
    {
        using var database = new SqliteConnection($"Data Source={databaseFile};Pooling=false");
        database.Execute("""
            create table people (identifier text primary key, contact_id integer unique, name text not null);
            insert into people values
                ('mira', 7, 'Mira Okafor'), ('42', 41, 'Forty-two'), ('jonas', 42, 'Jonas Vik');
            """);
    }
}
