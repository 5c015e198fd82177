using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Proof;

namespace Oxvo.PortalSample.Tools.Proof;

/// <summary>
/// What can be said of a token to the person who mints it: the site's own values, and of the subject only what it is.
/// </summary>
/// <param name="token">As the portal was given it.</param>
/// <param name="site">The portal's settings.</param>
/// <param name="now">The portal's clock, in seconds since 1970.</param>
internal sealed class TokenFacts(string token, SiteOptions site, long now)
{
    const int LongestShown = 80;

    static readonly SearchValues<char> Base64UrlAndDot =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    readonly string[] parts = token.Split('.');

    JsonElement? Header => ReadObject(parts[0]);

    JsonElement? Claims => ReadObject(parts[1]);

    /// <summary>Of a token that the portal takes.</summary>
    public string Describe() => $"""
        ✓ The portal takes this token, for {Number("exp") + SiteToken.Skew - now} more seconds.
          kid {Show(Header, "kid")}, iss {Show(Claims, "iss")}, sub {Kind(Claims, "sub")}
        """;

    /// <summary>Of a token that the portal refuses, by its reason code.</summary>
    public string Explain(string reason)
    {
        var fault = Find(reason);
        return $"""
            ✕ The portal refuses this token: {reason}
              seen      {fault.Seen}
              expected  {fault.Expected}
              cure      {fault.Cure}
            """;
    }

    sealed record Fault(string Seen, string Expected, string Cure);

    Fault Find(string reason) => reason switch
    {
        "too_long" => new(
            $"{token.Length} characters",
            $"at most {SiteToken.LongestToken}",
            "Leave out the claims that the portal does not need."),
        "malformed" => FindMalformed(),
        "algorithm" => new(
            $"alg {Show(Header, "alg")}",
            "alg \"ES256\"",
            "Sign with ES256 and a P-256 key."),
        "type" => new(
            $"typ {Show(Header, "typ")}",
            $"typ \"{SiteToken.Type}\"",
            $"Set the header's typ. jsonwebtoken: {{ header: {{ typ: '{SiteToken.Type}' }} }} in its options; "
            + $"jose: setProtectedHeader({{ alg: 'ES256', typ: '{SiteToken.Type}', kid }})."),
        "header" => new(
            $"the members {string.Join(", ", Names(Header))}",
            "alg, typ and kid, and nothing else",
            "Send these three members; some libraries add others of their own."),
        "unknown_kid" => new(
            $"kid {Show(Header, "kid")}",
            site.Keys.Count == 0 ? "any key: Portal:Site:Keys is empty"
                : $"kid {string.Join(" or ", site.Keys.Select(key => $"\"{key.Kid}\""))}",
            "Give the portal this key in Portal:Site:Keys, or give your backend the right kid."),
        "signature" => FindSignature(),
        "issuer" => new(
            $"iss {Show(Claims, "iss")}",
            $"iss \"{site.Issuer}\"",
            "Make iss and Portal:Site:Issuer the same to the letter; a slash at the end counts."),
        "audience" => new(
            $"aud {Show(Claims, "aud")}",
            $"aud \"{SiteToken.Audience}\"",
            "Set aud to this text, not to a list."),
        "subject" => new(
            $"sub {Kind(Claims, "sub")}",
            "sub a text of 1 to 128 characters without control characters",
            "Give the identifier that your page gives to oxvo.identify, as text: String(id) in JavaScript."),
        "jti" => new(
            $"jti {Kind(Claims, "jti")}",
            "jti a text of 1 character or more",
            "Add a jti that differs for each token, such as a UUID."),
        "times" => new(
            string.Join(", ", from name in Times select $"{name} {KindOfTime(name)}"),
            "whole seconds since 1970, as numbers",
            "Round down and send seconds: Math.floor(Date.now() / 1000) in JavaScript, int(time.time()) in Python."),
        "lifetime" => new(
            $"exp {Number("exp") - Number("iat")} seconds after iat",
            $"1 to {SiteToken.LongestLife} seconds after",
            "Set exp to iat + 60."),
        "not_yet_valid" => new(
            string.Join(", ",
                from name in Times where name != "exp" select $"{name} {Number(name) - now} seconds ahead"),
            $"at most {SiteToken.Skew} seconds ahead of this machine's clock",
            "Set the clocks of both machines right."),
        "expired" => new(
            $"exp {now - Number("exp")} seconds ago",
            $"less than {SiteToken.Skew} seconds ago by this machine's clock",
            "Mint a token for each request of the portal, and set the clocks of both machines right."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without its words."),
    };

    Fault FindMalformed()
    {
        if (parts.Length != 3)
            return new(
                parts.Length == 1 ? "one part" : $"{parts.Length} parts",
                "three parts with a dot between them",
                "Give the token and nothing else, on one line: not the JSON around it, and not the word Bearer.");
        if (token.IndexOfAnyExcept(Base64UrlAndDot) is >= 0 and var stray)
            return new(
                token[stray] is '+' or '/' or '=' ? $"the character '{token[stray]}'" : "another character",
                "base64url without padding",
                "Write '-' for '+' and '_' for '/', and leave out the '=' at the end.");
        return new(
            Header is null ? "a header that cannot be read" : "claims that cannot be read",
            "one JSON object in UTF-8 that names no member twice",
            "Make both parts with your language's JSON library.");
    }

    Fault FindSignature()
    {
        const string expected = "64 bytes, r and s, made with the private half of that kid's key";
        var bytes = Base64Url.IsValid(parts[2]) ? Base64Url.DecodeFromChars(parts[2]) : [];
        if (bytes.Length == 64)
            return new($"64 bytes that do not fit the key {Show(Header, "kid")}", expected,
                "Sign with the private key whose X and Y the portal has under this kid; change nothing afterwards.");
        if (bytes is [0x30, _, 0x02, ..])
            return new($"{bytes.Length} bytes in DER", expected,
                "Ask for the other form, as dsaEncoding: 'ieee-p1363' in Node, or take r and s out of the DER.");
        return new($"{bytes.Length} bytes", expected, "Add the ES256 signature of header.claims, as base64url.");
    }

    /// <summary>Those that the token names; the portal asks for the first two.</summary>
    IEnumerable<string> Times => Names(Claims).Contains("nbf") ? ["iat", "exp", "nbf"] : ["iat", "exp"];

    string KindOfTime(string name) => Number(name) switch
    {
        null when Kind(Claims, name) == "a number" => "a number with a fraction",
        null => Kind(Claims, name),
        < 0 or >= 100_000_000_000 => "out of range (are these milliseconds?)",
        _ => "right",
    };

    long? Number(string name) =>
        Member(Claims, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var seconds)
            ? seconds : null;

    /// <summary>A value of the site's own.</summary>
    static string Show(JsonElement? part, string name)
    {
        if (Member(part, name) is not { ValueKind: JsonValueKind.String } value) return Kind(part, name);
        var text = Unseen.Remove(value.GetString()!).ReplaceLineEndings(" ");
        return text.Length <= LongestShown ? $"\"{text}\"" : $"\"{text[..LongestShown]}…\"";
    }

    /// <summary>What kind of value it is, without the value.</summary>
    static string Kind(JsonElement? part, string name) => Member(part, name) switch
    {
        null => "missing",
        { ValueKind: JsonValueKind.String } text when text.GetString()!.Any(char.IsControl) =>
            "a text with a control character",
        { ValueKind: JsonValueKind.String } text => $"a text of {text.GetString()!.Length} characters",
        { ValueKind: JsonValueKind.Number } => "a number",
        { ValueKind: JsonValueKind.Array } => "a list",
        { ValueKind: JsonValueKind.Object } => "an object",
        { ValueKind: var kind } => kind.ToString().ToLowerInvariant(),
    };

    static JsonElement? Member(JsonElement? part, string name) =>
        part is { } json && json.TryGetProperty(name, out var value) ? value : null;

    static IEnumerable<string> Names(JsonElement? part) =>
        part?.EnumerateObject().Select(member => Unseen.Remove(member.Name)) ?? [];

    static JsonElement? ReadObject(string part)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object ? json.RootElement.Clone() : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return null;
        }
    }
}
