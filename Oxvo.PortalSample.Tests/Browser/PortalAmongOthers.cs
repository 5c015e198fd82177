using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The portal with a website and a messenger of the tests' own on its list beside the mock's, and with a stranger who
/// is not.
/// </summary>
public sealed class PortalAmongOthers : IAsyncLifetime
{
    internal OtherWebsites Others { get; private set; } = null!;
    internal Sample Sample { get; private set; } = null!;

    /// <summary>A copy of the program serves the pages that are beside it.</summary>
    internal string Project { get; init; } = Sample.Project;

    public async ValueTask InitializeAsync()
    {
        Others = await OtherWebsites.StartAsync();
        Sample = await Sample.StartFromAsync(Project, $"Portal:Site:Origins:1={Others.Site}", $"Portal:MessengerOrigins:1={Others.Messenger}");
    }

    /// <summary>
    /// Website, messenger, portal, with <paramref name="beside"/> framed by the messenger beside the portal.
    /// </summary>
    internal Task<Visitor> VisitNestedAsync(params string[] beside) =>
        Visitor.AtAsync(OtherWebsites.Framing(Others.Site, OtherWebsites.Framing(Others.Messenger, [Sample.Portal, .. beside])));

    internal IFrame Messenger(Visitor visitor) => visitor.Page.Frames.Single(frame => frame.Url.StartsWith(Others.Messenger + "/?", StringComparison.Ordinal));

    internal IFrame Portal(Visitor visitor) => visitor.Page.Frames.Single(frame => frame.Url.StartsWith(Sample.Portal, StringComparison.Ordinal));

    /// <summary>
    /// Does what sends the portal messages, and waits until its page has handled this many: the page was first to
    /// listen.
    /// </summary>
    internal async Task AfterHearingAsync(Visitor visitor, int count, Func<Task> speak)
    {
        var portal = Portal(visitor);
        await portal.EvaluateAsync("() => { window.received = 0; addEventListener('message', () => { received++; }); }");
        await speak();
        await portal.WaitForFunctionAsync("(count) => received >= count", count);
    }

    public async ValueTask DisposeAsync()
    {
        await Sample.DisposeAsync();
        await Others.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class AmongOthers : ICollectionFixture<PortalAmongOthers>
{
    public const string Name = "The portal among other websites";
}
