using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What a listener for messages does with the sender's origin, as far as its text shows: the more, the greater.</summary>
enum OriginUse
{
    /// <summary>It is nowhere in the listener, nor in what the listener calls with the event.</summary>
    Ignored,

    /// <summary>The event goes where the text does not show it.</summary>
    Unknown,
    Looked,
}

/// <summary>A listener on the window, with what was found about it.</summary>
/// <param name="Where">Script and line.</param>
/// <param name="IsForeign">Another website's script: what it listens for is its own.</param>
/// <param name="Partial">Comparisons of a part of the origin, as they are written.</param>
sealed record MessageListener(string Where, bool IsForeign, OriginUse Use, IReadOnlyList<string> Partial);

/// <summary>
/// Finds the window's message listeners in scripts, minified ones too, and follows the event through the functions that it is handed
/// to. Listeners on ports, workers, sockets and channels are not the window's and are left alone.
/// </summary>
static partial class MessageListeners
{
    const int MostSteps = 4, MostListeners = 50, LongestBody = 64 * 1024;
    static readonly string[] WindowNames = ["", "window", "self", "globalThis", "document.defaultView"];

    /// <param name="limit">A text made for it can take minutes to follow.</param>
    public static IReadOnlyList<MessageListener> Find(IReadOnlyList<ScriptText> scripts, CancellationToken limit) =>
    [
        .. (from script in scripts
            let windows = new Lazy<HashSet<string>>(() => [.. WindowNames, .. Window().Matches(script.Code).Select(Name)])
            from found in Registration().Matches(script.Source)
            // In a comment or a text it is no code.
            where script.Code[found.Groups["at"].Index] == script.Source[found.Groups["at"].Index] && IsOnWindow(script, found, windows)
            select Follow(script, found, new(scripts, limit))).Take(MostListeners),
    ];

    // Also by the minifier's name for the window, where the script says that it is.
    static bool IsOnWindow(ScriptText script, Match found, Lazy<HashSet<string>> windows) => found.Groups["window"].Success
        || windows.Value.Contains(Name(Receiver().Match(script.Code[Math.Max(0, found.Index - 80)..found.Index])).Replace("?", ""));

    static string Name(Match match) => match.Groups["name"].Value;

    static MessageListener Follow(ScriptText script, Match found, Walk walk)
    {
        var at = found.Index + found.Length;
        var use = IsPolyfill(script, found) ? OriginUse.Unknown
            : walk.Use(ScriptFunction.At(script, at) is { } inline ? [inline] : walk.Handlers(script, at), 0);
        return new($"{script.Name}, line {script.Line(found.Index)}", script.IsForeign, use, [.. walk.Partial.Distinct()]);
    }

    // core-js, as many bundles have it: without a MessageChannel it posts numbers to its own window, and takes no other ones.
    static bool IsPolyfill(ScriptText script, Match found)
    {
        var start = Math.Max(0, found.Index - 2_000);
        var around = script.Source.AsSpan(start, Math.Min(script.Source.Length - start, 4_000));
        return around.Contains("MessageChannel", StringComparison.Ordinal)
            && around.Contains("onreadystatechange", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>One listener's way through the functions that get the event.</summary>
    sealed class Walk(IReadOnlyList<ScriptText> scripts, CancellationToken limit)
    {
        readonly HashSet<(ScriptText, int)> seen = [];

        public List<string> Partial { get; } = [];

        /// <summary>A name, perhaps behind this., perhaps bound: its definition is in this script or in another.</summary>
        public ScriptFunction[] Handlers(ScriptText script, int at) =>
            Name(Reference().Match(script.Code, at)) is { Length: > 0 } name ? Definitions(script, name, at) : [];

        /// <summary>Where a name has several definitions, one that looks is enough: which of them it is, the text does not tell.</summary>
        public OriginUse Use(ScriptFunction[] functions, int steps)
        {
            if (functions.Length == 0) return MentionsOrigin() ? OriginUse.Unknown : OriginUse.Ignored;
            return Best(functions.Select(function => Use(function, steps)));
        }

        OriginUse Use(ScriptFunction function, int steps)
        {
            if (steps > MostSteps || !seen.Add((function.Script, function.Start))) return OriginUse.Ignored;
            if (function.End - function.Start > LongestBody) return OriginUse.Unknown;
            var origin = new OriginNames(function);
            Partial.AddRange(origin.PartialComparisons());
            if (origin.IsLookedAt || origin.IsFromItself) return OriginUse.Looked;
            return Best(origin.HandedTo().Select(name => Use(Definitions(function.Script, name, function.Start), steps + 1)));
        }

        ScriptFunction[] Definitions(ScriptText script, string name, int near)
        {
            limit.ThrowIfCancellationRequested();
            ScriptFunction[] here = [.. ScriptFunction.Named(script, name, near)];
            return here.Length > 0 ? here : [.. scripts.Where(other => other != script)
                .SelectMany(other => ScriptFunction.Named(other, name, 0)).Take(3)];
        }

        static OriginUse Best(IEnumerable<OriginUse> uses) => uses.DefaultIfEmpty(OriginUse.Ignored).Max();

        bool MentionsOrigin() => scripts.Any(script => OriginNames.AnyOrigin().IsMatch(script.Code));
    }

    // addEventListener('message', …), listen(window, 'message', …), $(window).on('message', …), onmessage = …
    [GeneratedRegex(@"(?:(?<at>addEventListener)\s*\(|(?<window>(?<at>\()\s*window\s*,)|(?<window>(?<at>\()\s*window\s*\)\s*\.\s*on\s*\())"
        + @"\s*(?<q>['""`])message\k<q>\s*[,)]|(?<![\w$])(?<at>onmessage)\s*=(?!=|\s*(?:null|undefined|void)\b)")]
    private static partial Regex Registration();

    [GeneratedRegex(@"(?<![\w$.])(?<name>[\w$]+)\s*=\s*(?:window|self|globalThis)\s*[,;)\n]")]
    private static partial Regex Window();

    [GeneratedRegex(@"(?:(?<name>[\w$.?\])]+?)\s*\??\s*\.\s*)?\z")]
    private static partial Regex Receiver();

    [GeneratedRegex(@"\G\s*(?:[\w$]+\s*\??\.\s*)*?(?<name>[\w$]+)\s*(?:\.\s*bind\b|[,;)\n}]|\z)")]
    private static partial Regex Reference();
}
