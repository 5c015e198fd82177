namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>What the messenger knows of a site's customers.</summary>
/// <param name="Secret">Shared with the site's backend, for <c>identifier_hash</c>.</param>
/// <param name="FindNumberAsync">
/// The contact's number where the site has stored one; null where the messenger makes one up.
/// </param>
internal sealed record MessengerContacts(
    byte[] Secret, Func<string, CancellationToken, Task<long?>> FindNumberAsync);
