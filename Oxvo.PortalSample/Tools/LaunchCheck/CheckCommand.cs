using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// The verb <c>check</c>. Exit status: 0 nothing failed, 1 something failed, 2 it could not run, with one line on
/// standard error, 3 nothing failed and a check that should have run did not.
/// </summary>
public static class CheckCommand
{
    public const string Usage =
        "check <address> [--ancestor ORIGIN]… [--api ADDRESS] [--status] [--json | --markdown] [--timeout S]";

    static readonly Argument<Uri?> Address = new("address")
    { Description = "The app, or the status page", Arity = ArgumentArity.ZeroOrOne, CustomParser = ReadWebAddress };

    static readonly Option<string[]> Ancestor = new("--ancestor")
    {
        HelpName = "ORIGIN",
        Description = "A page around the app, the website's first; may be given several times",
        CustomParser = ReadOrigins,
    };

    static readonly Option<Uri?> Api = new("--api")
    { HelpName = "ADDRESS", Description = "The endpoint that the app reads", CustomParser = ReadWebAddress };

    static readonly Option<bool> Status = new("--status")
    { Description = "The address is a status page, which the messenger draws itself" };

    static readonly Option<TimeSpan?> Timeout = new("--timeout")
    { HelpName = "S", Description = "Seconds for everything together, 30 unless told", CustomParser = ReadSeconds };

    static readonly Option<bool> Json = new("--json") { Description = "Prints the report for programs" };
    static readonly Option<bool> Markdown = new("--markdown") { Description = "Prints the report as Markdown" };

    public static readonly Command Verb = new(
        "check", "Checks an app before its launch. Exit status: 0 nothing failed, 1 something did, "
        + "2 it could not run, 3 a check did not run that should have.")
    { Address, Ancestor, Api, Status, Json, Markdown, Timeout, new HelpOption() };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var line = Parse(args);
        if (line.Action is HelpAction) return await line.InvokeAsync(new() { Output = output, Error = error });
        if (Read(line, out var fault) is not { } options) return Fail($"{fault} Usage: {Usage}");
        var (isJson, isMarkdown) = (line.GetValue(Json), line.GetValue(Markdown));
        if (isJson && isMarkdown) return Fail($"--json or --markdown, not both. Usage: {Usage}");

        using var app = new CheckedApp(options);
        var address = options.Address.OriginalString;
        // People see each line as it comes; programs get a whole document.
        var people = isJson || isMarkdown ? null : new TerminalReport(output, StatusTable.IsColoured(output));
        people?.Begin(address);
        List<CheckResult> results = [];
        await foreach (var result in Checklist.RunAsync(app))
        {
            results.Add(result);
            // Where there is no page, one line says why, and not each check again.
            if (result is { Id: "page", Result: CheckOutcome.NotRun }) people = null;
            people?.Write(result);
        }
        var report = new CheckReport(address, results);
        people?.End(report);
        if (isJson) output.WriteLine(report.ToJson());
        if (isMarkdown) output.Write(report.ToMarkdown());
        return report.ExitStatus == 2 ? Fail($"{address}: {results[0].Seen}") : report.ExitStatus;

        int Fail(string message)
        {
            error.WriteLine(message.ReplaceLineEndings(" "));
            return 2;
        }
    }

    internal static ParseResult Parse(IReadOnlyList<string> args) =>
        Verb.Parse(args, new() { ResponseFileTokenReplacer = null });

    /// <summary>What a command line asks for.</summary>
    /// <returns>Null, with a sentence about what is wrong.</returns>
    internal static CheckOptions? Read(ParseResult line, out string fault)
    {
        fault = StatusCommand.FindFault(line) ?? "";
        if (fault.Length > 0) return null;
        if (line.GetValue(Address) is { } address)
            return new()
            {
                Address = address,
                Ancestors = line.GetValue(Ancestor) ?? [],
                Api = line.GetValue(Api),
                IsStatus = line.GetValue(Status),
                Timeout = line.GetValue(Timeout) ?? CheckOptions.DefaultTimeout,
            };
        fault = "Which address?";
        return null;
    }

    static string[] ReadOrigins(ArgumentResult result) => [.. result.Tokens.Select(token =>
    {
        if (TypedAddress.ReadOrigin(token.Value) is { } origin) return origin;
        result.AddError($"'{token.Value}' is not an origin; write it as https://www.example.com.");
        return "";
    })];

    static Uri? ReadWebAddress(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (TypedAddress.Read(text) is { Scheme: "https" or "http", UserInfo: "" } address) return address;
        result.AddError($"'{text}' is not a web address.");
        return null;
    }

    static TimeSpan? ReadSeconds(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        var longest = CheckOptions.LongestTimeout.TotalSeconds;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= 1 && seconds <= longest) return TimeSpan.FromSeconds(seconds);
        result.AddError($"'{text}' is not a number of seconds from 1 to {longest}.");
        return null;
    }
}

/// <summary>What is checked, and with what.</summary>
public sealed record CheckOptions
{
    /// <summary>Runs one test, and shows what it prints as it comes.</summary>
    public const string TestRun =
        "dotnet run --project Oxvo.PortalSample.Tests -- -class '*.CheckedAddressTests'";

    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30),
        LongestTimeout = TimeSpan.FromMinutes(10);

    public required Uri Address { get; init; }

    /// <summary>Origins of the pages around the app, the website's first.</summary>
    public IReadOnlyList<string> Ancestors { get; init; } = [];

    /// <summary>The endpoint that the app reads its data from.</summary>
    public Uri? Api { get; init; }

    /// <summary>The address is a status page, which the messenger reads and draws itself.</summary>
    public bool IsStatus { get; init; }

    /// <summary>For everything together.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>They were read from the environment, as the browser's half has them.</summary>
    public bool AreVariables { get; init; }

    /// <summary>What an advice says to whoever named the options, in the way that they were named.</summary>
    internal string Advise(string byOption, string byVariable) => AreVariables ? byVariable : byOption;

    /// <summary>The command that runs the browser's half, for a POSIX shell.</summary>
    internal string TestCommand
    {
        get
        {
            var ancestors = Ancestors.Count == 0 ? "" : $"CHECK_ANCESTORS={Quote(string.Join(',', Ancestors))} ";
            var api = Api is null ? "" : $"CHECK_API={Quote(Api.OriginalString)} ";
            var address = $"CHECK_ADDRESS={Quote(Address.OriginalString)}";
            return $"{address} {ancestors}{api}{TestRun}";
        }
    }

    /// <summary>Reads what <see cref="TestCommand"/> sets; null without CHECK_ADDRESS.</summary>
    /// <exception cref="ArgumentException">One of the variables cannot be read.</exception>
    public static CheckOptions? FromVariables(Func<string, string?> variable)
    {
        if (variable("CHECK_ADDRESS") is not { Length: > 0 } address) return null;
        string[] line =
        [
            address,
            .. Words("CHECK_ANCESTORS").SelectMany(origin => new[] { "--ancestor", origin }),
            .. Words("CHECK_API").SelectMany(api => new[] { "--api", api }),
            .. Words("CHECK_STATUS").Select(_ => "--status").Take(1),
        ];
        var options = CheckCommand.Read(CheckCommand.Parse(line), out var fault) ?? throw new ArgumentException(fault);
        return options with { AreVariables = true };

        string[] Words(string name) => variable(name)?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    static string Quote(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || ":/.,-_".Contains(c)) ? text
        : $"'{text.Replace("'", "%27")}'";
}
