using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What is checked, and with what.</summary>
public sealed record CheckOptions
{
    public static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30), LongestTimeout = TimeSpan.FromMinutes(10);

    public required Uri Address { get; init; }

    /// <summary>Origins of the pages around the app, the website's first.</summary>
    public IReadOnlyList<string> Ancestors { get; init; } = [];

    /// <summary>The endpoint that the app reads its data from.</summary>
    public Uri? Api { get; init; }

    /// <summary>The address is a status page, which the messenger reads and draws itself instead of framing it.</summary>
    public bool IsStatus { get; init; }

    /// <summary>For everything together.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    static readonly Argument<Uri?> AddressArgument = new("address")
    { Description = "The app, or the status page", Arity = ArgumentArity.ZeroOrOne, CustomParser = ReadWebAddress };

    static readonly Option<string[]> AncestorOption = new("--ancestor")
    {
        HelpName = "ORIGIN",
        Description = "A page around the app, the website's first; may stand several times",
        CustomParser = ReadOrigins,
    };

    static readonly Option<Uri?> ApiOption = new("--api")
    { HelpName = "ADDRESS", Description = "The endpoint that the app reads", CustomParser = ReadWebAddress };

    static readonly Option<bool> StatusOption = new("--status")
    { Description = "The address is a status page, which the messenger draws itself" };

    static readonly Option<TimeSpan?> TimeoutOption = new("--timeout")
    { HelpName = "S", Description = "Seconds for everything together, 30 unless told", CustomParser = ReadSeconds };

    internal static readonly Option<bool> JsonOption = new("--json")
    { Description = "Prints the report for programs" };

    internal static readonly Option<bool> MarkdownOption = new("--markdown")
    { Description = "Prints the report as Markdown" };

    static readonly Command Verb = new(
        "check", "Checks an app before its launch. Exit status: 0 nothing failed, 1 something did, 2 it could not run.")
    {
        AddressArgument, AncestorOption, ApiOption, StatusOption, JsonOption, MarkdownOption, TimeoutOption,
        new HelpOption(),
    };

    internal static ParseResult Parse(IReadOnlyList<string> args) =>
        Verb.Parse(args, new() { ResponseFileTokenReplacer = null });

    /// <summary>What a command line asks for.</summary>
    /// <returns>Null, with a sentence about what is wrong.</returns>
    internal static CheckOptions? Read(ParseResult line, out string fault)
    {
        fault = StatusCommand.FindFault(line) ?? "";
        if (fault.Length > 0) return null;
        if (line.GetValue(AddressArgument) is not { } address)
        {
            fault = "Which address?";
            return null;
        }
        return new()
        {
            Address = address,
            Ancestors = line.GetValue(AncestorOption) ?? [],
            Api = line.GetValue(ApiOption),
            IsStatus = line.GetValue(StatusOption),
            Timeout = line.GetValue(TimeoutOption) ?? DefaultTimeout,
        };
    }

    /// <summary>The same from the variables of the command that the report names for a browser; null without CHECK_ADDRESS.</summary>
    /// <exception cref="ArgumentException">One of them cannot be read.</exception>
    public static CheckOptions? FromVariables(Func<string, string?> variable)
    {
        if (variable("CHECK_ADDRESS") is not { Length: > 0 } address) return null;

        string[] line =
        [
            address,
            .. Words(variable("CHECK_ANCESTORS")).SelectMany(origin => new[] { "--ancestor", origin }),
            .. Words(variable("CHECK_API")).SelectMany(api => new[] { "--api", api }),
        ];
        return Read(Parse(line), out var fault) ?? throw new ArgumentException(fault);
    }

    static string[] Words(string? text) => text?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];

    static string[] ReadOrigins(ArgumentResult result)
    {
        List<string> origins = [];
        foreach (var token in result.Tokens)
            if (TypedAddress.ReadOrigin(token.Value) is { } origin) origins.Add(origin);
            else result.AddError($"'{token.Value}' is not an origin; write it as https://www.example.com.");
        return [.. origins];
    }

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
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= 1 && seconds <= LongestTimeout.TotalSeconds) return TimeSpan.FromSeconds(seconds);
        result.AddError($"'{text}' is not a number of seconds from 1 to {LongestTimeout.TotalSeconds}.");
        return null;
    }
}
