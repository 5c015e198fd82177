using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>
/// The messenger's status pages, from <c>seed-data/status/pages.json</c>. Only this file says what is fetched: nothing
/// that a visitor sends is ever an address.
/// </summary>
public sealed record StatusWidgets(IReadOnlyList<StatusWidget> Pages)
{
    /// <exception cref="DemoDataException">The file cannot be read.</exception>
    public static StatusWidgets Read(string file) =>
        SeedFile.Read<StatusWidgets>(file, "the messenger's status pages");
}

/// <summary>A status page of the messenger.</summary>
/// <param name="Key">For the address in the messenger.</param>
/// <param name="Title">1 to 40 characters.</param>
/// <param name="Address">
/// The page's as people paste it; <c>{mock}</c> is the mock providers', <c>{scenario}</c> what the demo bar chose.
/// </param>
/// <param name="Provider">Null: looked for by the feed's content.</param>
/// <param name="Home">Whether it has a card on the home screen.</param>
public sealed record StatusWidget(
    string Key, string Title, string Address, FeedProvider? Provider = null, bool Home = false)
{
    const string Mock = "{mock}";

    public bool IsMock => Address.StartsWith(Mock + "/", StringComparison.Ordinal);

    public StatusPage Resolve(string messenger, string scenario) => new(
        Address.Replace(Mock, messenger + StatusProviders.Root, StringComparison.Ordinal)
            .Replace("{scenario}", scenario, StringComparison.Ordinal), Provider);
}
