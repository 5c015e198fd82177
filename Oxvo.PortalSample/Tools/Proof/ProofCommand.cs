using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Proof;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tools.Proof;

/// <summary>
/// The verb <c>proof</c>: reads a site token from standard input and says whether the portal takes it, by the portal's
/// own check and settings. It prints no token, no signature and no customer's identifier. Exit status: 0 taken,
/// 1 refused, 2 it could not tell, with the cause on standard error.
/// </summary>
public static class ProofCommand
{
    const string Usage = "proof [--folder FOLDER] < token";

    static readonly Option<DirectoryInfo> Folder = new Option<DirectoryInfo>("--folder")
    { HelpName = "FOLDER", Description = "A portal's folder, with its appsettings.json; this portal's unless told" }
        .AcceptExistingOnly();

    public static readonly Command Verb = new(
        "proof", "Checks a site token that it reads from standard input. Exit status: 0 taken, 1 refused, 2 unknown.")
    { Folder, new HelpOption() };

    /// <summary>By reason, as the table "Refused tokens" of <c>docs/api.md</c>.</summary>
    static readonly Dictionary<string, string> Cures = new()
    {
        ["too_long"] = "Leave out the claims that the portal does not need.",
        ["malformed"] = "Send the compact JWS that your library makes, as it is: not the JSON around it, not the word "
            + "Bearer, no = at the end.",
        ["algorithm"] = "Sign with ES256 and a P-256 key.",
        ["type"] = "Set the header's typ to portal-site+jwt; docs/your-site.md says how in jsonwebtoken and jose.",
        ["header"] = "Send alg, typ and kid and nothing else; some libraries add members.",
        ["unknown_kid"] = "Give the portal this key in Portal:Site:Keys, or give your backend the right kid.",
        ["signature"] = "Sign with the private key whose X and Y the portal has under this kid, and send r and s, "
            + "not DER (Node: dsaEncoding: 'ieee-p1363').",
        ["issuer"] = "Make iss and Portal:Site:Issuer the same to the letter; a slash at the end counts.",
        ["audience"] = "Set aud to the text oxvo-portal, not to a list.",
        ["subject"] = "Set sub to the identifier that your page gives to oxvo.identify, as text: String(id) in "
            + "JavaScript.",
        ["jti"] = "Add a jti, any text that differs for each token, such as a UUID.",
        ["times"] = "Send whole seconds: Math.floor(Date.now() / 1000) in JavaScript, int(time.time()) in Python.",
        ["lifetime"] = "Set exp to iat + 60.",
        ["not_yet_valid"] = "Set the clocks of both machines right; ten seconds are forgiven.",
        ["expired"] = "Mint a token for each request of the portal, and set the clocks of both machines right.",
    };

    /// <param name="environment">The process's own unless told.</param>
    public static async Task<int> RunAsync(string[] args, TextReader input, TextWriter output, TextWriter error,
        TimeProvider clock, string? environment = null)
    {
        var line = Verb.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (line.Action is HelpAction) return await line.InvokeAsync(new() { Output = output, Error = error });
        if (StatusCommand.FindFault(line) is { } fault) return Fail($"{fault} Usage: {Usage}");
        if ((await input.ReadLineAsync())?.Trim() is not { Length: > 0 } token)
            return Fail($"There is no token on standard input. Usage: {Usage}");

        try
        {
            await using var portal = Build(line.GetValue(Folder)?.FullName, environment, clock);
            var site = portal.Services.GetRequiredService<IOptions<PortalOptions>>().Value.Site;
            var result = await portal.Services.GetRequiredService<SiteToken>()
                .ValidateTokenAsync(token, SiteToken.Parameters(site, clock));
            output.WriteLine(result.Exception is TokenRefusedException refused
                ? Explain(refused.Refusal) : Describe((JsonWebToken)result.SecurityToken, clock));
            return result.IsValid ? 0 : 1;
        }
        catch (OptionsValidationException faults)
        {
            return Fail([.. faults.Failures]);
        }
        catch (InvalidDataException why)
        {
            return Fail($"{why.Message} {why.InnerException?.Message}");
        }

        int Fail(params string[] messages)
        {
            foreach (var message in messages) error.WriteLine(message.ReplaceLineEndings(" "));
            return 2;
        }
    }

    static string Explain(TokenRefusal refusal) => $"""
        ✕ The portal refuses this token: {refusal.Reason}
          seen      {refusal.Seen}
          expected  {refusal.Expected}
          cure      {Cures[refusal.Reason]}
        """;

    // Its kid and its iss are in the portal's settings.
    static string Describe(JsonWebToken token, TimeProvider clock) => $"""
        ✓ The portal takes this token, for {SecondsLeft(token, clock)} more seconds.
          kid {token.Kid}, iss {token.Issuer}, sub text of {token.Subject.Length} characters
        """;

    static long SecondsLeft(JsonWebToken token, TimeProvider clock) =>
        new DateTimeOffset(token.ValidTo).ToUnixTimeSeconds() + SiteToken.Skew - clock.GetUtcNow().ToUnixTimeSeconds();

    // The portal's settings and its check, without its server and its database.
    static WebApplication Build(string? folder, string? environment, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = folder, EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Services.AddPortalOptions();
        builder.Services.AddSingleton<SiteToken>();
        return builder.Build();
    }
}
