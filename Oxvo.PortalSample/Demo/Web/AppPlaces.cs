namespace Oxvo.PortalSample.Demo.Web;

/// <summary>
/// The origins of this run. In templates and in saved addresses <c>{site}</c>, <c>{messenger}</c> and <c>{portal}</c> stand
/// for them, so that what was saved still leads there when a port changes.
/// </summary>
public sealed record AppPlaces(string Site, string Messenger, string Portal)
{
    public string Fill(string text) => text.Replace("{site}", Site, StringComparison.Ordinal)
        .Replace("{messenger}", Messenger, StringComparison.Ordinal).Replace("{portal}", Portal, StringComparison.Ordinal);
}
