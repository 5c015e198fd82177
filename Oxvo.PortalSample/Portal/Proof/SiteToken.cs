using System.Buffers.Text;
using System.Security.Claims;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Proof;

/// <summary>
/// The proof: a token that the site's backend mints for its signed-in customer and that lives for a minute. ES256
/// only; the header is exactly <c>alg</c>, <c>typ: portal-site+jwt</c>, <c>kid</c>; the claims are <c>iss</c>,
/// <c>aud</c>, <c>sub</c>, <c>iat</c>, <c>exp</c>, <c>jti</c>; <c>nbf</c> counts where it is there, and other claims
/// are ignored (RFC 7519 §4). The log gets the reason for a refusal; the caller does not.
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
    const string WholeNumber = "a whole number";

    /// <summary>Seconds that a token may live, seconds that are forgiven, characters that a token may have.</summary>
    public const int LongestLife = 120, Skew = 10, LongestToken = 4096;

    // A member that occurs twice is read differently by different parsers, so it is refused at any depth.
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
        var (refusal, subject) = Inspect(token, ref kid);
        if (refusal is null)
        {
            var verified = await base.ValidateTokenAsync(token, validationParameters);
            if (verified.IsValid)
                return new()
                {
                    IsValid = true,
                    SecurityToken = verified.SecurityToken,
                    ClaimsIdentity = new([new Claim("sub", subject!)], "site-token", "sub", null),
                };
            refusal = InspectSignature(token);
        }
        PortalMetrics.CountRefusedToken(refusal.Reason);
        log.LogWarning("Site token refused: {Reason}, kid {Kid}; expected {Expected}, seen {Seen}", refusal.Reason,
            kid is not null && Printable().IsMatch(kid) ? kid : "none", refusal.Expected, refusal.Seen);
        return new() { IsValid = false, Exception = new TokenRefusedException(refusal) };
    }

    (TokenRefusal? Refusal, string? Subject) Inspect(string token, ref string? kid)
    {
        if (token.Length > LongestToken)
            return (new("too_long", $"at most {LongestToken} characters", $"{token.Length}"), null);
        var parts = token.Split('.');
        if (!Compact().IsMatch(token))
            return (new("malformed", "three parts in base64url without padding",
                parts.Length == 3 ? "another character, or an empty part" : $"{parts.Length} parts"), null);
        var reading = "a header";
        try
        {
            using var header = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0]), Strict);
            kid = Text(header, "kid");
            var refusal = InspectHeader(header, kid);
            reading = "claims";
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1]), Strict);
            refusal ??= InspectClaims(claims);
            return (refusal, refusal is null ? Text(claims, "sub") : null);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return (new("malformed", "JSON that names no member twice", $"{reading} that cannot be read"), null);
        }
    }

    TokenRefusal? InspectHeader(JsonDocument header, string? kid)
    {
        if (Text(header, "alg") != SecurityAlgorithms.EcdsaSha256)
            return new("algorithm", SecurityAlgorithms.EcdsaSha256, Shown(header, "alg", Printable()));
        if (Text(header, "typ") != Type) return new("type", Type, Shown(header, "typ", Printable()));
        var members = header.RootElement.GetPropertyCount();
        if (members != 3) return new("header", "alg, typ and kid only", $"{members} members");
        if (kid is null || !kids.Contains(kid))
            return new("unknown_kid", kids.Count == 0 ? "a key in the settings" : string.Join(" or ", kids),
                Shown(header, "kid", Printable()));
        return null;
    }

    TokenRefusal? InspectClaims(JsonDocument claims)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        if (Text(claims, "iss") != options.Value.Site.Issuer)
            return new("issuer", options.Value.Site.Issuer, Shown(claims, "iss", PlainAddress()));
        if (Text(claims, "aud") != Audience) return new("audience", Audience, Kind(claims, "aud"));
        if (Text(claims, "sub") is not { } subject || !AccountKey.IsIdentifier(subject))
            return new("subject", "text of 1 to 128 characters without control characters", Kind(claims, "sub"));
        if (Text(claims, "jti") is not { Length: > 0 }) return new("jti", "text", Kind(claims, "jti"));
        if (Seconds(claims, "iat") is not { } issued) return Times(claims, "iat");
        if (Seconds(claims, "exp") is not { } expires) return Times(claims, "exp");
        if (expires <= issued || expires - issued > LongestLife)
            return new("lifetime", $"1 to {LongestLife} seconds", $"{expires - issued}");
        if (issued > now + Skew) return NotYet("iat", issued - now);
        if (claims.RootElement.TryGetProperty("nbf", out _))
        {
            if (Seconds(claims, "nbf") is not { } begins) return Times(claims, "nbf");
            if (begins > now + Skew) return NotYet("nbf", begins - now);
        }
        return expires <= now - Skew
            ? new("expired", $"exp less than {Skew} seconds ago", $"{now - expires} seconds ago") : null;
    }

    // Most libraries write a signature as DER unless they are told otherwise.
    static TokenRefusal InspectSignature(string token)
    {
        var text = token.AsSpan(token.LastIndexOf('.') + 1);
        var bytes = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        var form = bytes.Length > 64 && bytes is [0x30, _, 0x02, ..] ? "bytes in DER" : "bytes";
        return new("signature", "64 bytes, r and s, that fit the key", $"{bytes.Length} {form}");
    }

    static TokenRefusal Times(JsonDocument claims, string name) => new("times", $"{name} in whole seconds",
        Kind(claims, name) is var kind and not WholeNumber ? kind : "a number out of range, as milliseconds are");

    static TokenRefusal NotYet(string name, long seconds) =>
        new("not_yet_valid", $"{name} at most {Skew} seconds ahead", $"{seconds} seconds ahead");

    // A wrong token is often a stranger's: only what looks like the operator's own setting is written out.
    static string Shown(JsonDocument json, string name, Regex pattern) =>
        Text(json, name) is { } text && pattern.IsMatch(text) ? text : Kind(json, name);

    static string Kind(JsonDocument json, string name) =>
        !json.RootElement.TryGetProperty(name, out var value) ? "nothing" : value.ValueKind switch
        {
            JsonValueKind.String when value.GetString()!.Any(char.IsControl) => "text with a control character",
            JsonValueKind.String => $"text of {value.GetString()!.Length} characters",
            JsonValueKind.Number => value.TryGetInt64(out _) ? WholeNumber : "a fraction",
            JsonValueKind.Array => "a list",
            JsonValueKind.Object => "an object",
            _ => "true, false or null",
        };

    static string? Text(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    static long? Seconds(JsonDocument json, string name) =>
        json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds) && seconds is >= 0 and < 100_000_000_000 ? seconds : null;

    [GeneratedRegex(@"\A[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\z")]
    private static partial Regex Compact();

    [GeneratedRegex(@"\A[A-Za-z0-9_+-]{1,64}\z")]
    private static partial Regex Printable();

    [GeneratedRegex(@"\Ahttps?://[A-Za-z0-9.:_-]{1,80}(?:/[A-Za-z0-9._/-]{0,40})?\z", RegexOptions.IgnoreCase)]
    private static partial Regex PlainAddress();
}

/// <summary>Puts the site token in front of every endpoint that requires authorization.</summary>
public static class SiteTokenAuthentication
{
    public static void AddSiteToken(this IServiceCollection services)
    {
        services.AddSingleton<SiteToken>();
        services.AddAuthorization();
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        // The portal encrypts nothing: this would make keys for it at the start, and write them to the home folder or
        // warn that there is none.
        var keys = services.FirstOrDefault(s => s.ImplementationType?.Name == "DataProtectionHostedService");
        if (keys is not null) services.Remove(keys);
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
