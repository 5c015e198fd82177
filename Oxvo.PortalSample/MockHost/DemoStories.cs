using Microsoft.Data.Sqlite;
using Oxvo.PortalSample.Accounts;
using Oxvo.PortalSample.DemoData;

namespace Oxvo.PortalSample.MockHost;

/// <summary>The hand-made customers for the demo's menu, and their way back to how they were.</summary>
internal sealed class DemoStories(AccountsDatabase accounts, string customersFile, TimeProvider clock)
{
    public IReadOnlyList<DemoStory> All() => [.. DemoDatabase.Read(customersFile).Select(customer =>
        new DemoStory { Identifier = customer.Identifier, Name = customer.Name, Story = customer.Story })];

    public Task ResetAsync(CancellationToken cancel)
    {
        // A locked file is waited for; 30 seconds, if nothing is said.
        var connection = new SqliteConnectionStringBuilder(accounts.Connection.ConnectionString) { DefaultTimeout = 5 };
        return DemoDatabase.ResetAsync(connection.ConnectionString, customersFile, clock, cancel);
    }
}

/// <summary>A demo customer and the one line that says what they show.</summary>
internal sealed record DemoStory
{
    public required string Identifier { get; init; }
    public required string Name { get; init; }
    public required string Story { get; init; }
}
