using System.CommandLine;
using System.CommandLine.Help;
using Microsoft.Extensions.Options;
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

    static readonly Command Verb = new(
        "proof", "Checks a site token that it reads from standard input. Exit status: 0 taken, 1 refused, 2 unknown.")
    { Folder, new HelpOption() };

    public static async Task<int> RunAsync(
        string[] args, TextReader input, TextWriter output, TextWriter error, TimeProvider clock)
    {
        var line = Verb.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (line.Action is HelpAction) return await line.InvokeAsync(new() { Output = output, Error = error });
        if (StatusCommand.FindFault(line) is { } fault) return Fail($"{fault} Usage: {Usage}");
        if ((await input.ReadLineAsync())?.Trim() is not { Length: > 0 } token)
            return Fail($"There is no token on standard input. Usage: {Usage}");

        try
        {
            await using var portal = Build(line.GetValue(Folder)?.FullName, clock);
            var site = portal.Services.GetRequiredService<IOptions<PortalOptions>>().Value.Site;
            var result = await portal.Services.GetRequiredService<SiteToken>()
                .ValidateTokenAsync(token, SiteToken.Parameters(site, clock));
            var facts = new TokenFacts(token, site, clock.GetUtcNow().ToUnixTimeSeconds());
            output.WriteLine(result.IsValid ? facts.Describe() : facts.Explain(result.Exception.Message));
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

    // The portal's settings and its check, without its server and its database.
    static WebApplication Build(string? folder, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = folder });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Services.AddPortalOptions();
        builder.Services.AddSingleton<SiteToken>();
        return builder.Build();
    }
}
