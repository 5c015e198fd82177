using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What one function does with the event that it gets, and with the event's origin.</summary>
sealed class EventUse
{
    static readonly string[] Logs = ["log", "error", "warn", "debug"];
    static readonly string[] Unchanged = ["toLowerCase", "toString", "trim"];
    static readonly string[] PartOf =
    [
        "startsWith", "endsWith", "includes", "indexOf", "lastIndexOf", "search", "match", "substring", "substr",
        "slice",
    ];
    static readonly string[] NotTheSender =
        ["location", "window", "self", "globalThis", "document", "performance", "data", "payload"];
    static readonly string[] Itself = ["window", "self", "globalThis", "global"];
    static readonly Regex FreeDot = Pattern.New(@"(?<!\\)\.(?![*+?{])|\.[*+?]");

    readonly PageScript script;
    readonly Node[] nodes;

    /// <summary>The event's name; null where the parameter takes the event apart, and where there is none.</summary>
    readonly string? parameter;

    /// <summary>Names that hold the origin, or what is made of it.</summary>
    readonly HashSet<string> origins;

    public EventUse(PageScript script, IFunction function)
    {
        this.script = script;
        nodes = [.. function.Body.DescendantNodesAndSelf()];
        var first = function.Params.Count > 0 ? function.Params[0] : null;
        if (first is AssignmentPattern optional) first = optional.Left;
        parameter = (first as Identifier)?.Name;
        origins = [.. OriginsIn(first), .. nodes.SelectMany(OriginsAssignedIn)];
        IsLookedAt = origins.Count > 0 || nodes.Any(node => IsOfEvent(node, "origin") || IsAnyOrigin(node));
    }

    public bool IsLookedAt { get; }

    /// <summary>It takes what the window sent to itself, as the polyfills for setImmediate do.</summary>
    public bool IsFromItself => nodes.OfType<BinaryExpression>()
        .Where(comparison => comparison.Operator is Operator.Equality or Operator.Inequality
            or Operator.StrictEquality or Operator.StrictInequality)
        .Any(comparison => IsItself(comparison.Left, comparison.Right) || IsItself(comparison.Right, comparison.Left));

    /// <summary>The functions that get the whole event from this one.</summary>
    public IEnumerable<string> HandedTo() => nodes.Select(FindReceiver).OfType<string>().Except(Logs).Take(10);

    /// <summary>As they are written: a look-alike origin gets past each of them.</summary>
    public IEnumerable<string> PartialComparisons() => nodes.OfType<CallExpression>().Where(IsPartial)
        .Select(call => script.Source[call.Start..call.End].Split('\n')[0]);

    /// <summary>An origin that is not the window's or the address's own.</summary>
    public static bool IsAnyOrigin(Node node) => node is MemberExpression member
        && PageScript.NameOf(member) == "origin" && !NotTheSender.Contains(PageScript.NameOf(member.Object));

    bool IsEvent(Node? node) => node is Identifier identifier && identifier.Name == parameter;

    bool IsOfEvent(Node? node, string name) =>
        node is MemberExpression member && IsEvent(member.Object) && PageScript.NameOf(member) == name;

    bool IsOrigin(Node node)
    {
        if (node is ChainExpression chain) node = chain.Expression;
        return IsOfEvent(node, "origin") || (node is Identifier identifier && origins.Contains(identifier.Name));
    }

    IEnumerable<string> OriginsAssignedIn(Node node)
    {
        if (node is IProperty or IFunction) return [];
        var (target, value) = PageScript.AssignmentIn(node);
        if (IsEvent(value)) return OriginsIn(target);
        // Also where something is made of it at once: from = event.origin.toLowerCase().
        while (value is not null && !IsOfEvent(value, "origin")) value = value.ChildNodes.FirstOrDefault();
        return value is not null && target is Identifier identifier ? [identifier.Name] : [];
    }

    /// <summary>The name that <c>{ data, origin: o }</c> gives to the origin.</summary>
    static IEnumerable<string> OriginsIn(Node? pattern) =>
        from property in (pattern as ObjectPattern)?.Properties.OfType<IProperty>() ?? []
        where PageScript.NameOf(property.Key) == "origin"
        let target = property.Value is AssignmentPattern optional ? optional.Left : property.Value
        select PageScript.NameOf(target) ?? "origin";

    bool IsItself(Node source, Node window) => IsOfEvent(source, "source")
        && window is Identifier { Name: var name } && (name.Length == 1 || Itself.Contains(name))
        // A minifier's name may also be the window around: to come from there proves nothing.
        && !script.Values(name).Any(value => PageScript.NameOf(value) is "parent" or "top" or "opener");

    string? FindReceiver(Node node)
    {
        var callee = node switch
        {
            CallExpression call when call.Arguments.Any(IsEvent) => call.Callee,
            NewExpression made when made.Arguments.Any(IsEvent) => made.Callee,
            _ => null,
        };
        if (callee is MemberExpression method && PageScript.NameOf(method) is ("call" or "apply"))
            callee = method.Object;
        return PageScript.NameOf(callee);
    }

    bool IsPartial(CallExpression call)
    {
        if (call.Callee is not MemberExpression callee) return false;
        var method = PageScript.NameOf(callee);
        if (PartOf.Contains(method) && (IsOrigin(callee.Object) || IsUnchangedOrigin(callee.Object))) return true;
        return call.Arguments is [var argument, ..] && IsOrigin(argument) && method switch
        {
            "startsWith" or "endsWith" => true,
            "includes" or "indexOf" => callee.Object is StringLiteral,
            "test" => callee.Object is RegExpLiteral pattern && IsLoose(pattern.RegExp.Pattern),
            _ => false,
        };
    }

    bool IsUnchangedOrigin(Node node) => node is CallExpression { Callee: MemberExpression callee }
        && Unchanged.Contains(PageScript.NameOf(callee)) && IsOrigin(callee.Object);

    // A pattern from ^ to $ without a free dot compares the whole origin.
    static bool IsLoose(string pattern) =>
        !pattern.StartsWith('^') || !pattern.EndsWith('$') || FreeDot.IsMatch(pattern);
}
