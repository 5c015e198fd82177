using System.Globalization;

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

    /// <summary>The arguments of the verb, without those about the output.</summary>
    /// <returns>Null, with a sentence about what is wrong.</returns>
    public static CheckOptions? Read(IEnumerable<string> args, out string fault)
    {
        var options = new CheckOptions { Address = null! };
        var rest = new Queue<string>(args);
        fault = "";
        while (rest.TryDequeue(out var arg))
            switch (arg)
            {
                case "--status": options = options with { IsStatus = true }; break;
                case "--ancestor" when rest.TryDequeue(out var text):
                    if (Origin(text) is not { } origin) return Fault($"'{text}' is no origin; write it as https://www.example.com.",
                        out fault);
                    options = options with { Ancestors = [.. options.Ancestors, origin] };
                    break;
                case "--api" when rest.TryDequeue(out var text):
                    if (WebAddress(text) is not { } api) return Fault($"'{text}' is no web address.", out fault);
                    options = options with { Api = api };
                    break;
                case "--timeout" when rest.TryDequeue(out var text):
                    if (Seconds(text) is not { } timeout)
                        return Fault($"'{text}' is no number of seconds from 1 to {LongestTimeout.TotalSeconds}.", out fault);
                    options = options with { Timeout = timeout };
                    break;
                case { Length: > 0 } when arg[0] != '-' && options.Address is null:
                    if (WebAddress(arg) is not { } address) return Fault($"'{arg}' is no web address.", out fault);
                    options = options with { Address = address };
                    break;
                default: return Fault($"'{arg}' is not understood.", out fault);
            }
        return options.Address is null ? Fault("Which address?", out fault) : options;
    }

    /// <summary>The same from the variables of the command that the report names for a browser; null without CHECK_ADDRESS.</summary>
    /// <exception cref="ArgumentException">One of them cannot be read.</exception>
    public static CheckOptions? FromVariables(Func<string, string?> variable) =>
        variable("CHECK_ADDRESS") is not { Length: > 0 } address ? null : Read(
        [
            address,
            .. Words(variable("CHECK_ANCESTORS")).SelectMany(origin => new[] { "--ancestor", origin }),
            .. Words(variable("CHECK_API")).SelectMany(api => new[] { "--api", api }),
        ], out var fault) ?? throw new ArgumentException(fault);

    static string[] Words(string? text) => text?.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries) ?? [];

    static CheckOptions? Fault(string message, out string fault)
    {
        fault = message;
        return null;
    }

    static string? Origin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri is { Scheme: "https" or "http", PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? uri.GetLeftPart(UriPartial.Authority) : null;

    static Uri? WebAddress(string text)
    {
        text = text.Trim();
        var isBare = !text.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(isBare ? "https://" + text : text, UriKind.Absolute, out var uri)) return null;
        // A name without a dot is this machine or a slip (javascript:1).
        if (isBare && uri.IsLoopback) uri = new("http://" + text);
        else if (isBare && !uri.Host.Contains('.')) return null;
        return uri is { Scheme: "https" or "http", Host.Length: > 0, UserInfo: "" } ? uri : null;
    }

    static TimeSpan? Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        && seconds >= 1 && seconds <= LongestTimeout.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;
}
