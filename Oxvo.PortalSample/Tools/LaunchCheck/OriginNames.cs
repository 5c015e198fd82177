using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What one function calls the event that it gets and the event's origin, and what it does with them.</summary>
sealed partial class OriginNames
{
    static readonly string[] NoFunctions = ["if", "while", "switch", "for", "catch", "function", "log", "error", "warn", "debug"];
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    const string PartOf = "(?:startsWith|endsWith|includes|indexOf|lastIndexOf|search|match|substring|substr|slice)";

    readonly ScriptFunction function;
    readonly string body, parameter;
    readonly bool isPattern;

    /// <summary>A pattern for everything that is the origin here.</summary>
    readonly string origin;

    public OriginNames(ScriptFunction function)
    {
        (this.function, body) = (function, function.Body);
        isPattern = function.Parameter.StartsWith('{');
        parameter = isPattern || function.Parameter.Length == 0 ? @"(?!)" : $@"(?<![\w$.]){Regex.Escape(function.Parameter)}(?![\w$])";
        var whole = $@"{parameter}\s*\??\.\s*origin(?![\w$])";
        IEnumerable<string> names =
        [
            .. Matches($@"(?<name>[\w$]+)\s*=\s*{whole}").Select(match => match.Groups["name"].Value),
            .. Matches($@"\{{(?<list>[^{{}}]*)\}}\s*=\s*{parameter}").Select(match => OriginIn(match.Groups["list"].Value)).OfType<string>(),
            .. isPattern && OriginIn(function.Parameter.Trim('{', '}')) is { } named ? [named] : Array.Empty<string>(),
        ];
        var aliases = names.Distinct().Select(name => $@"(?<![\w$.]){Regex.Escape(name)}(?![\w$])").ToArray();
        origin = string.Join('|', aliases.Prepend(whole));
        IsLookedAt = aliases.Length > 0 || AnyOrigin().IsMatch(body)
            || Regex.IsMatch(function.BodySource, $@"{parameter}\s*\[\s*['""]origin['""]", RegexOptions.None, Patience);
    }

    public bool IsLookedAt { get; }

    /// <summary>It takes what the window sent to itself, as the polyfills for setImmediate do.</summary>
    public bool IsFromItself =>
        Matches($@"{parameter}\s*\.\s*source\s*[!=]==?\s*(?<name>window|self|globalThis|global|[\w$])(?![\w$.])")
            .Concat(Matches($@"(?<![\w$.])(?<name>window|self|globalThis|global|[\w$])\s*[!=]==?\s*{parameter}\s*\.\s*source(?![\w$])"))
            .Any(match => !IsParent(match.Groups["name"].Value));

    // A minifier's name may also stand for the window around: to come from there is no proof.
    bool IsParent(string name) => Regex.IsMatch(function.Script.Code,
        $@"(?<![\w$.]){Regex.Escape(name)}\s*=\s*(?:(?:window|self|globalThis)\s*\.\s*)?(?:parent|top|opener)(?![\w$])",
        RegexOptions.CultureInvariant, Patience);

    /// <summary>The functions that get the whole event from this one.</summary>
    public IEnumerable<string> HandedTo() =>
        Matches($@"(?<name>[\w$]+)\s*(?:\.\s*(?:call|apply)\s*)?\((?:[^()]*,)?\s*{parameter}\s*[,)]")
            .Select(match => match.Groups["name"].Value).Except(NoFunctions).Take(10);

    /// <summary>As they are written: a look-alike origin gets past each of them.</summary>
    public IEnumerable<string> PartialComparisons() =>
        Matches($@"(?:{origin})\s*\??\.\s*(?:(?:toLowerCase|toString|trim)\s*\(\s*\)\s*\.\s*)?{PartOf}\s*\(")
            .Concat(Matches($@"(?:\.\s*(?:startsWith|endsWith)|['""]\s*\.\s*(?:includes|indexOf))\s*\(\s*(?:{origin})\s*[,)]"))
            .Concat(Matches($@"/[a-z]*\s*\.\s*test\s*\(\s*(?:{origin})\s*\)").Where(IsLoose))
            .Select(Quote);

    // A pattern from ^ to $ without a free dot compares the whole origin.
    bool IsLoose(Match match)
    {
        var end = function.Start + match.Index;
        var start = function.Script.Code.LastIndexOf('/', end - 1);
        var pattern = function.Script.Source[(start + 1)..end];
        return start < function.Start || !(pattern.StartsWith('^') && pattern.EndsWith('$') && !FreeDot().IsMatch(pattern));
    }

    string Quote(Match match)
    {
        var start = function.Start + match.Index;
        var end = Math.Min(function.Script.Source.Length, start + match.Length + 30);
        var text = function.Script.Source[start..end].Split('\n')[0];
        return text.IndexOf(')', match.Length - 1) is > 0 and var close ? text[..(close + 1)] : text;
    }

    MatchCollection Matches(string pattern) => Regex.Matches(body, pattern, RegexOptions.CultureInvariant, Patience);

    /// <summary>The name that <c>{ data, origin: o }</c> gives to the origin.</summary>
    static string? OriginIn(string list) => Destructured().Match(list) is { Success: true } match
        ? match.Groups["name"] is { Success: true } name ? name.Value : "origin" : null;

    /// <summary>An origin that is not the window's or the address's own.</summary>
    [GeneratedRegex(@"(?<!(?<![\w$])(?:location|window|self|globalThis|document|performance|data|payload)\s*\??)\.\s*origin(?![\w$])")]
    public static partial Regex AnyOrigin();

    [GeneratedRegex(@"(?<![\w$:.]\s*)origin\s*(?::\s*(?<name>[\w$]+))?\s*(?:[,=}]|\z)")]
    private static partial Regex Destructured();

    [GeneratedRegex(@"(?<!\\)\.(?![*+?{])|\.[*+?]")]
    private static partial Regex FreeDot();
}
