namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>The portal on a PostgreSQL database of its own. The tests of its answers run on both.</summary>
public sealed class PostgresPortal : IDisposable
{
    readonly Lazy<PortalApp> portal = new(New);

    public PortalApp Portal => portal.Value;

    public static PortalApp New() => PortalApp.With(("ConnectionStrings:Accounts",
        Task.Run(async () => await (await PostgresServer.SharedAsync()).CreateDatabaseAsync()).GetAwaiter().GetResult()));

    public void Dispose()
    {
        if (portal.IsValueCreated) portal.Value.Dispose();
    }
}

public sealed class PostgresAnswerTests() : AnswerTests(PostgresPortal.New());

public sealed class PostgresAccountAccessTests(PostgresPortal postgres) : AccountAccessTests(postgres.Portal), IClassFixture<PostgresPortal>;

public sealed class PostgresHiddenSectionTests() : HiddenSectionTests(PostgresPortal.New());

public sealed class PostgresWriterTests() : WriterTests(PostgresPortal.New(), reads: 2_000);
