using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Proof;
using Oxvo.PortalSample.Tests.Portal;

namespace Oxvo.PortalSample.Tests.ForYourSite;

/// <summary>The portal's check of a token, with the key and the issuer of the file of vectors.</summary>
static class VectorPortal
{
    public static JsonElement Vectors { get; } =
        JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(ProofVectors.File));

    public static SiteKey Key { get; } = new() { Kid = OfKey("kid"), X = OfKey("x"), Y = OfKey("y") };

    static readonly PortalOptions Options = new()
    {
        Site = new()
        {
            Issuer = Vectors.GetProperty("issuer").GetString()!,
            Keys = [Key],
        },
    };

    /// <summary>On the clock of the file.</summary>
    public static TimeProvider FixedClock { get; } =
        new FixedClock(DateTimeOffset.FromUnixTimeSeconds(Vectors.GetProperty("now").GetInt64()));

    /// <summary>The reason code of a refusal; null for a token that is taken.</summary>
    public static async Task<string?> RefusalAsync(string token, TimeProvider clock)
    {
        var portal = new SiteToken(
            Microsoft.Extensions.Options.Options.Create(Options), clock, NullLogger<SiteToken>.Instance);
        var result = await portal.ValidateTokenAsync(token, SiteToken.Parameters(Options.Site, clock));
        return result.Exception?.Message;
    }

    static string OfKey(string name) => Vectors.GetProperty("key").GetProperty(name).GetString()!;
}
