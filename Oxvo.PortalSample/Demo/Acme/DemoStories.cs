using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>The hand-made customers for the demo's menu, and their way back to how they were.</summary>
internal sealed class DemoStories(AccountsDatabase accounts, string customersFile, TimeProvider clock)
{
    public IReadOnlyList<DemoStory> All() => [.. DemoDatabase.Read(customersFile).Select(customer =>
        new DemoStory { Identifier = customer.Identifier, Name = customer.Name, Story = customer.Story })];

    public Task ResetAsync(CancellationToken cancel) => DemoDatabase.ResetAsync(accounts.ConnectionString, customersFile, clock, cancel);
}

/// <summary>A demo customer and the one line that says what they show.</summary>
internal sealed record DemoStory
{
    public required string Identifier { get; init; }
    public required string Name { get; init; }
    public required string Story { get; init; }
}
