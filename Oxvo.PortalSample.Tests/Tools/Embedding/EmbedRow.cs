using System.Security.Cryptography;
using System.Text;

namespace Oxvo.PortalSample.Tests.Tools.Embedding;

/// <summary>
/// One answer of an app, and whether a browser shows it. In headers <c>{site}</c>, <c>{messenger}</c> and <c>{app}</c>
/// stand for the origins, <c>{site:port}</c> and so on for their ports.
/// </summary>
sealed record EmbedRow(string Name, bool Shown, params string[] Headers)
{
    public string Status { get; init; } = "200 OK";
    public string Body { get; init; } = "<!doctype html><title>An app</title><p>An app";
    public EmbedNest Nest { get; init; } = EmbedNest.Usual;

    /// <summary>Headers of the redirect that leads there; null where there is none.</summary>
    public string[]? Hop { get; init; }

    /// <summary>The origin that redirects.</summary>
    public string HopAt { get; init; } = "{app}";

    /// <summary>Stands in addresses, and names the frame.</summary>
    public string Key => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Name)))[..12];

    public override string ToString() => Name;
}

/// <summary>Who is around the app.</summary>
enum EmbedNest
{
    /// <summary>Three origins, as the sample runs.</summary>
    Usual,

    /// <summary>The website is at a name below localhost.</summary>
    Named,

    /// <summary>The app is on the messenger's origin.</summary>
    InMessenger,

    /// <summary>All three are one origin.</summary>
    One,

    /// <summary>As in production: three names, https, its own port.</summary>
    Secure,

    /// <summary>In production, but for the app: plain http.</summary>
    SecureButApp,

    /// <summary>In production, but for the app: on this machine.</summary>
    SecureLocalApp,
}
