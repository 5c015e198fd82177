using System.Buffers.Text;
using System.Security.Claims;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Proof;

/// <summary>
/// The proof: a token that the site's backend mints for its signed-in customer and that lives for a minute. ES256
/// alone; the header is exactly <c>alg</c>, <c>typ: portal-site+jwt</c>, <c>kid</c>; the claims are <c>iss</c>,
/// <c>aud</c>, <c>sub</c>, <c>iat</c>, <c>exp</c>, <c>jti</c>; <c>nbf</c> counts where it is there, and other claims
/// are ignored (RFC 7519 §4). The caller learns no reason for a refusal; the log gets a reason code and the kid.
/// </summary>
/// <remarks>
/// The library checks what it can (<see cref="Parameters"/>), so that a copy without this class is strict too. It lets
/// through other header members, repeated members, a missing subject and a lifetime of years: the shape is checked here
/// first, to the letter (RFC 7515, RFC 7519, RFC 8725).
/// </remarks>
public sealed partial class SiteToken(IOptions<PortalOptions> options, TimeProvider clock, ILogger<SiteToken> log)
    : JsonWebTokenHandler
{
    public const string Audience = "oxvo-portal", Type = "portal-site+jwt";

    /// <summary>Seconds that a token may live, seconds that are forgiven, characters that a token may have.</summary>
    public const int LongestLife = 120, Skew = 10, LongestToken = 4096;

    // A member that stands twice is read differently by different parsers, so it is refused at any depth.
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    readonly HashSet<string> kids = [.. options.Value.Site.Keys.Select(key => key.Kid)];

    /// <summary>What the library checks: signature, algorithm, type, key, issuer, audience and times.</summary>
    public static TokenValidationParameters Parameters(SiteOptions site, TimeProvider clock) => new()
    {
        IssuerSigningKeys = [.. site.Keys.Select(key => new ECDsaSecurityKey(key.ToECDsa()) { KeyId = key.Kid })],
        TryAllIssuerSigningKeys = false,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = [Type],
        ValidIssuer = site.Issuer,
        ValidAudience = Audience,
        LifetimeValidator = (notBefore, expires, _, _) =>
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var skew = TimeSpan.FromSeconds(Skew);
            return expires > now - skew && (notBefore is null || notBefore <= now + skew);
        },
    };

    /// <summary>Judges a token. Where it is refused, the exception's message is the reason code.</summary>
    public override async Task<TokenValidationResult> ValidateTokenAsync(
        string token, TokenValidationParameters validationParameters)
    {
        string? kid = null;
        var (reason, subject) = Inspect(token, ref kid);
        if (reason is null)
        {
            var verified = await base.ValidateTokenAsync(token, validationParameters);
            if (verified.IsValid)
                return new()
                {
                    IsValid = true,
                    SecurityToken = verified.SecurityToken,
                    ClaimsIdentity = new([new Claim("sub", subject!)], "site-token", "sub", null),
                };
            reason = "signature";
        }
        log.LogWarning("Site token refused: {Reason}, kid {Kid}", reason,
            kid is not null && Printable().IsMatch(kid) ? kid : "none");
        return new() { IsValid = false, Exception = new SecurityTokenValidationException(reason) };
    }

    (string? Reason, string? Subject) Inspect(string token, ref string? kid)
    {
        if (token.Length > LongestToken) return ("too_long", null);
        if (!Compact().IsMatch(token)) return ("malformed", null);
        try
        {
            var parts = token.Split('.');
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), Strict);
            kid = Text(header, "kid");
            var reason = InspectHeader(header, kid) ?? InspectClaims(claims);
            return (reason, reason is null ? Text(claims, "sub") : null);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return ("malformed", null);
        }
    }

    string? InspectHeader(JsonDocument header, string? kid) =>
        Text(header, "alg") != SecurityAlgorithms.EcdsaSha256 ? "algorithm"
        : Text(header, "typ") != Type ? "type"
        : header.RootElement.GetPropertyCount() != 3 ? "header"
        : kid is null || !kids.Contains(kid) ? "unknown_kid"
        : null;

    string? InspectClaims(JsonDocument claims)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (Text(claims, "iss") != options.Value.Site.Issuer) return "issuer";
        if (Text(claims, "aud") != Audience) return "audience";
        if (Text(claims, "sub") is not { } subject || !AccountKey.IsIdentifier(subject)) return "subject";
        if (Text(claims, "jti") is not { Length: > 0 }) return "jti";
        if (Seconds(claims, "iat") is not { } issued || Seconds(claims, "exp") is not { } expires) return "times";
        if (expires <= issued || expires - issued > LongestLife) return "lifetime";
        if (issued > now + Skew) return "not_yet_valid";
        if (claims.RootElement.TryGetProperty("nbf", out _))
        {
            if (Seconds(claims, "nbf") is not { } begins) return "times";
            if (begins > now + Skew) return "not_yet_valid";
        }
        return expires <= now - Skew ? "expired" : null;
    }

    static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    static long? Seconds(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds) && seconds is >= 0 and < 100_000_000_000 ? seconds : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\z")]
    private static partial Regex Compact();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Printable();
}

/// <summary>Puts the site token in front of every endpoint that requires authorization.</summary>
public static class SiteTokenAuthentication
{
    public static void AddSiteToken(this IServiceCollection services)
    {
        services.AddSingleton<SiteToken>();
        services.AddAuthorization();
        // The portal encrypts nothing: without this, authentication would write key files for it to the home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme)
            .Configure<SiteToken, IOptions<PortalOptions>, TimeProvider>((bearer, token, portal, clock) =>
            {
                bearer.TokenHandlers.Clear();
                bearer.TokenHandlers.Add(token);
                bearer.IncludeErrorDetails = false;
                bearer.SaveToken = false;
                bearer.TokenValidationParameters = SiteToken.Parameters(portal.Value.Site, clock);
            });
    }
}
