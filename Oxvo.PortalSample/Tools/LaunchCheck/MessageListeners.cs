using Acornima;
using Acornima.Ast;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What a listener does with the sender's origin, as far as its text shows: the more, the greater.</summary>
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
/// Finds the window's message listeners in scripts, minified ones too, and follows the event through the functions that
/// it is handed to. Listeners on ports, workers, sockets and channels are not the window's and are left out.
/// </summary>
static class MessageListeners
{
    const int MostSteps = 4, MostListeners = 50, MostDefinitions = 3, LongestBody = 64 * 1024;
    static readonly string[] WindowNames = ["window", "self", "globalThis"];

    /// <param name="limit">A text made for it can take minutes to follow.</param>
    public static IReadOnlyList<MessageListener> Find(IReadOnlyList<PageScript> scripts, CancellationToken limit) =>
    [
        .. (from script in scripts
            // Also the minifier's names for the window, where the script says that they are.
            let windows = script.NamesOf(value => value is Identifier { Name: var name } && WindowNames.Contains(name))
                .Concat(WindowNames).ToHashSet()
            from node in script.Nodes
            let handler = FindHandler(node, windows)
            where handler is not null
            select new Walk(scripts, limit).Follow(script, node, handler)).Take(MostListeners),
    ];

    /// <summary>What becomes a listener for the window's messages here; null where nothing does.</summary>
    static Expression? FindHandler(Node node, HashSet<string> windows) => node switch
    {
        AssignmentExpression { Operator: Operator.Assignment } assignment
            when IsOnWindow(assignment.Left, "onmessage", windows) && !IsNothing(assignment.Right) => assignment.Right,
        CallExpression { Arguments: [var kind, var handler, ..] } call
            when IsMessage(kind)
                && (IsOnWindow(call.Callee, "addEventListener", windows) || IsOnWrappedWindow(call.Callee)) => handler,
        // listen(window, 'message', …)
        CallExpression { Arguments: [Identifier { Name: "window" }, var kind, var handler, ..] }
            when IsMessage(kind) => handler,
        _ => null,
    };

    static bool IsNothing(Node value) =>
        value is NullLiteral or Identifier { Name: "undefined" } or UnaryExpression { Operator: Operator.Void };

    static bool IsMessage(Node kind) => kind is StringLiteral { Value: "message" }
        or TemplateLiteral { Quasis: [TemplateElement { Value.Cooked: "message" }] };

    static bool IsOnWindow(Node target, string name, HashSet<string> windows) => PageScript.NameOf(target) == name
        && (target is not MemberExpression member || (member.Object is Identifier window ? windows.Contains(window.Name)
            : PageScript.NameOf(member.Object) == "defaultView"));

    // $(window).on('message', …)
    static bool IsOnWrappedWindow(Node callee) => PageScript.NameOf(callee) == "on"
        && callee is MemberExpression { Object: CallExpression { Arguments: [Identifier { Name: "window" }] } };

    /// <summary>One listener's way through the functions that get the event.</summary>
    sealed class Walk(IReadOnlyList<PageScript> scripts, CancellationToken limit)
    {
        readonly HashSet<Node> seen = [];
        readonly List<string> partial = [];

        public MessageListener Follow(PageScript script, Node node, Node handler)
        {
            var use = IsPolyfill(script, node) ? OriginUse.Unknown : Use(FindFunctions(script, handler), 0);
            return new($"{script.Name}, line {node.Location.Start.Line}", script.IsForeign, use,
                [.. partial.Distinct()]);
        }

        // core-js, as many bundles have it: without a MessageChannel it posts numbers to its own window, and takes no
        // other ones.
        static bool IsPolyfill(PageScript script, Node node)
        {
            var start = Math.Max(0, node.Start - 2_000);
            var around = script.Source.AsSpan(start, Math.Min(script.Source.Length - start, 4_000));
            return around.Contains("MessageChannel", StringComparison.Ordinal)
                && around.Contains("onreadystatechange", StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>The function written here, or those of its name, perhaps behind this., perhaps bound.</summary>
        (PageScript, Node)[] FindFunctions(PageScript script, Node handler)
        {
            if (handler is IFunction) return [(script, handler)];
            var method = (handler as CallExpression)?.Callee as MemberExpression;
            var named = PageScript.NameOf(method) == "bind" ? method!.Object : handler;
            return PageScript.NameOf(named) is { } name ? Definitions(script, name, handler) : [];
        }

        // Where a name has several definitions, one that looks is enough: the text does not tell which it is.
        OriginUse Use((PageScript Script, Node Function)[] functions, int steps)
        {
            if (functions.Length > 0) return Best(functions.Select(one => Use(one.Script, one.Function, steps)));
            return scripts.Any(script => script.Nodes.Any(EventUse.IsAnyOrigin)) ? OriginUse.Unknown
                : OriginUse.Ignored;
        }

        OriginUse Use(PageScript script, Node function, int steps)
        {
            if (steps > MostSteps || !seen.Add(function)) return OriginUse.Ignored;
            if (function.End - function.Start > LongestBody) return OriginUse.Unknown;
            var use = new EventUse(script, (IFunction)function);
            partial.AddRange(use.PartialComparisons());
            if (use.IsLookedAt || use.IsFromItself) return OriginUse.Looked;
            return Best(use.HandedTo().Select(name => Use(Definitions(script, name, function), steps + 1)));
        }

        /// <summary>The functions of that name: the nearest of this script, else those of the others.</summary>
        (PageScript, Node)[] Definitions(PageScript script, string name, Node near)
        {
            limit.ThrowIfCancellationRequested();
            var here = script.Functions(name).OrderBy(function => Math.Abs(function.Start - near.Start))
                .Select(function => (script, function));
            var elsewhere = scripts.Where(other => other != script)
                .SelectMany(other => other.Functions(name).Select(function => (other, function)));
            return [.. (here.Any() ? here : elsewhere).Take(MostDefinitions)];
        }

        static OriginUse Best(IEnumerable<OriginUse> uses) => uses.DefaultIfEmpty(OriginUse.Ignored).Max();
    }
}
