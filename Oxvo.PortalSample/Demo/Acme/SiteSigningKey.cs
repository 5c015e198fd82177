using System.Buffers.Text;
using System.Security.Cryptography;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Portal;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>A's key pair and messenger secret, made at each start: none is in the repository.</summary>
internal sealed class SiteSigningKey : IDisposable
{
    public ECDsa Private { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Kid { get; } = "dev-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));

    /// <summary>What the portal is told.</summary>
    public SiteKey Public
    {
        get
        {
            var point = Private.ExportParameters(includePrivateParameters: false).Q;
            return new() { Kid = Kid, X = Base64Url.EncodeToString(point.X), Y = Base64Url.EncodeToString(point.Y) };
        }
    }

    /// <summary>The secret that A and OXVO share for <see cref="IdentifierHash"/>.</summary>
    public byte[] MessengerSecret { get; } = RandomNumberGenerator.GetBytes(32);

    public void Dispose() => Private.Dispose();
}
