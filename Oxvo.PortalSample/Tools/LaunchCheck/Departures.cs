using Acornima;
using Acornima.Ast;
using AngleSharp.Dom;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using Node = Acornima.Ast.Node;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Where a page goes by itself, without a click.</summary>
/// <param name="By">What sends it there.</param>
sealed record Departure(string By, Uri To);

/// <summary>
/// Finds where a page sends itself: a Refresh header, a meta element, or a script that runs as the page loads and has
/// the address in it. What a script does only in some cases, or by a click, is not followed.
/// </summary>
static class Departures
{
    const int MostSteps = 1_000_000, MostDepth = 5;

    static readonly string[] Windows = ["window", "self", "globalThis", "document", "frames"];

    // Functions that are given to these run as the page loads, or soon after.
    static readonly string[] Runners =
    [
        "setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback", "queueMicrotask", "then",
        "finally", "ready", "$", "jQuery", "forEach",
    ];

    static readonly string[] LoadEvents = ["load", "DOMContentLoaded", "pageshow", "readystatechange"];
    static readonly string[] LoadHandlers = ["onload", "onpageshow", "onreadystatechange"];

    /// <param name="scripts">Those of the page; none is run.</param>
    public static IEnumerable<Departure> Find(FetchAnswer page, IDocument document, IEnumerable<PageScript> scripts)
    {
        var start = FirstView.FindBase(document, page.Address);
        var handler = document.QuerySelector("body[onload]")?.GetAttribute("onload");
        var all = handler is null ? scripts
            : scripts.Append(PageScript.Parse("onload of the body", handler, false, CancellationToken.None));
        var found =
            page.Headers[Refresh.Header].Select(value => ("its Refresh header", Refresh.Read(value)))
            .Concat(document.QuerySelectorAll("meta[http-equiv=refresh i]:not(noscript *)")
                .Select(meta => ("its meta element", Refresh.Read(meta.GetAttribute("content") ?? ""))))
            .Concat(all.SelectMany(script => FindIn(script, page.Address).Select(to => (script.Name, (string?)to))));
        foreach (var (by, to) in found)
            if (Refresh.Follow(page.Address, start, to) is { } address)
                yield return new(by, address);
    }

    // Statements that surely run, and into functions only where these are called.
    static IEnumerable<string> FindIn(PageScript script, Uri page)
    {
        var names = new Names(script, page);
        Stack<Node> open = new((script.Program?.ChildNodes ?? []).Reverse());
        HashSet<Node> entered = [];
        for (var steps = 0; open.Count > 0 && steps < MostSteps; steps++)
        {
            var node = open.Pop();
            if (ReadTarget(node) is { } target && names.Evaluate(target) is { } to) yield return to;
            foreach (var next in Next(node).Reverse()) open.Push(next);
        }

        IEnumerable<Node> Next(Node node) => node switch
        {
            IFunction or ClassBody => [],
            IfStatement one => [one.Test, .. Branches(one.Test, one.Consequent, one.Alternate)],
            ConditionalExpression one => [one.Test, .. Branches(one.Test, one.Consequent, one.Alternate)],
            LogicalExpression one => [one.Left, .. Branches(one.Left, one.Right, null)],
            SwitchStatement one => [one.Discriminant],
            TryStatement one => one.Finalizer is null ? [one.Block] : [one.Block, one.Finalizer],
            CallExpression call => [.. node.ChildNodes, .. Started(call).SelectMany(Bodies)],
            AssignmentExpression one when LoadHandlers.Contains(PageScript.NameOf(one.Left)) =>
                [.. node.ChildNodes, .. Bodies(one.Right)],
            _ => node.ChildNodes,
        };

        IEnumerable<Node> Bodies(Node function)
        {
            var functions = function is IFunction ? [function]
                : function is Identifier { Name: var name } ? Functions(script, name) : [];
            return functions.Where(entered.Add).Select(one => (Node)((IFunction)one).Body);
        }
    }

    // What a call runs at once: its callee, or what it is given.
    static IEnumerable<Node> Started(CallExpression call)
    {
        var name = PageScript.NameOf(call.Callee);
        if (name is "addEventListener" or "on" or "one" && call.Arguments is [StringLiteral { Value: var type }, ..])
            return LoadEvents.Contains(type) ? call.Arguments.Skip(1).Take(1) : [];
        return Runners.Contains(name) ? call.Arguments.Take(1) : [call.Callee];
    }

    // In a frame it is known how a page's question comes out whether it is in one; other cases are not.
    static IEnumerable<Node> Branches(Node test, Node then, Node? otherwise)
    {
        if (test is not BinaryExpression { Operator: var compares } comparison
            || !new[] { comparison.Left, comparison.Right }.Any(side =>
                PageScript.NameOf(side) is "top" or "parent" or "frameElement"))
            return [];
        var isSame = compares is Operator.Equality or Operator.StrictEquality;
        return !isSame ? [then] : otherwise is null ? [] : [otherwise];
    }

    // The address that a node makes the window load; null where it makes none.
    static Expression? ReadTarget(Node node) => node switch
    {
        AssignmentExpression { Operator: Operator.Assignment } one when IsLocation(one.Left)
            || (one.Left is MemberExpression { Object: var place } && PageScript.NameOf(one.Left) == "href"
                && IsLocation(place)) => one.Right,
        CallExpression { Arguments: [var first, ..], Callee: MemberExpression { Object: var place } callee }
            when (PageScript.NameOf(callee) is "replace" or "assign" && IsLocation(place))
                || (PageScript.NameOf(callee) == "navigate" && PageScript.NameOf(place) == "navigation") => first,
        CallExpression { Arguments: [var first, StringLiteral { Value: "_self" }, ..], Callee: var callee }
            when PageScript.NameOf(callee) == "open" => first,
        _ => null,
    };

    static bool IsLocation(Node node) => node switch
    {
        Identifier { Name: "location" } => true,
        MemberExpression { Object: Identifier { Name: var name } } => Windows.Contains(name)
            && PageScript.NameOf(node) == "location",
        MemberExpression { Object: ThisExpression } => PageScript.NameOf(node) == "location",
        MemberExpression { Object: MemberExpression { Object: Identifier } inner } =>
            PageScript.NameOf(inner) is "document" or "window" or "self" && PageScript.NameOf(node) == "location",
        _ => false,
    };

    // The nodes come outer ones first: what begins behind the end of the last is not within it.
    /// <summary>What is put under this name anywhere in the script.</summary>
    static IEnumerable<Node> Values(PageScript script, string name) =>
        from place in script.Named(name)
        let target = PageScript.Parent(place) is MemberExpression member && member.Property == place ? member : place
        let value = PageScript.Parent(target) switch
        {
            VariableDeclarator one when one.Id == target => one.Init,
            AssignmentExpression one when one.Left == target => one.Right,
            AssignmentPattern one when one.Left == target => one.Right,
            IFunction one when one.Id == target => (Node)one,
            IProperty one when one.Key == target => one.Value,
            _ => null,
        }
        where value is not null
        select value;

    /// <summary>The functions of this name, also where a call wraps one: <c>go = debounce(() =&gt; …)</c>.</summary>
    static IEnumerable<Node> Functions(PageScript script, string name) => Values(script, name)
        .Select(value => value is CallExpression { Arguments: [var wrapped, ..] } ? wrapped : value)
        .Where(value => value is IFunction).Distinct();

    /// <summary>Puts a text together from what a script says of it.</summary>
    sealed class Names(PageScript script, Uri page)
    {
        public string? Evaluate(Node? node, int depth = 0) => depth > MostDepth ? null : node switch
        {
            StringLiteral text => text.Value,
            TemplateLiteral template => Join(template.Quasis.Select(part => part.Value.Cooked)
                .Zip(template.Expressions.Select(one => Evaluate(one, depth + 1)).Append(""),
                    (text, value) => value is null ? null : text + value)),
            BinaryExpression { Operator: Operator.Addition } sum =>
                Join([Evaluate(sum.Left, depth + 1), Evaluate(sum.Right, depth + 1)]),
            NewExpression { Arguments: [var path, ..] } made when PageScript.NameOf(made.Callee) == "URL" =>
                Evaluate(path, depth + 1),
            CallExpression { Callee: MemberExpression { Object: var inner } callee }
                when PageScript.NameOf(callee) == "toString" => Evaluate(inner, depth + 1),
            MemberExpression { Object: var place } member => (IsLocation(place), PageScript.NameOf(member)) switch
            {
                (true, "origin") => page.GetLeftPart(UriPartial.Authority),
                (true, "protocol") => page.Scheme + ":",
                (true, "host") => page.Authority,
                (true, "hostname") => page.Host,
                (true, "pathname") => page.AbsolutePath,
                (true, "href") => page.AbsoluteUri,
                (false, "href") => Evaluate(place, depth + 1),
                _ => null,
            },
            Identifier { Name: var name } => Values(script, name).Distinct().Take(2).ToArray() is [var value]
                ? Evaluate(value, depth + 1) : null,
            _ => null,
        };

        static string? Join(IEnumerable<string?> parts)
        {
            string?[] all = [.. parts];
            return all.Contains(null) ? null : string.Concat(all);
        }
    }
}
