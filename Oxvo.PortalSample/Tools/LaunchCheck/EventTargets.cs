using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Oxvo.PortalSample.Tools.Embedding;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What something is that events are listened for on.</summary>
enum EventTarget
{
    Unknown,
    Window,

    /// <summary>A socket, worker, port, element or object of the script's own.</summary>
    Other,
}

/// <summary>Tells a window from everything else that has messages.</summary>
sealed class EventTargets(ScriptValues values)
{
    const int Deepest = 8;
    static readonly string[] Windows = ["window", "self", "globalThis", "frames", "parent", "top", "opener", "global"];
    static readonly string[] AlwaysWindows = ["window", "globalThis", "defaultView", "contentWindow"];
    static readonly string[] WindowsOfWindows = ["self", "parent", "top", "opener", "frames"];
    static readonly string[] Boxes = ["current", "value"];

    // For what the text does not show the making of: windows are not called so.
    static readonly Regex OtherName = Pattern.New(
        @"(?i)socket|sock$|^_?wss?$|worker|port\d?$|channel|source|^_?s?sse?$|^es$|stream|^bc$|broadcast|client|conn"
        + "|emitter|bus$|peer|rtc|server|process$|child|transport|document|^doc$|body|element|^el$|node"
        + "|^io$|mqtt|queue");

    public EventTarget Find(Node? node) => Find(node, 0);

    /// <summary>It is a window, the name of one, or a function that finds one, as compiled Angular has it.</summary>
    public bool IsWindowArgument(Node? argument) =>
        Find(argument) == EventTarget.Window || TextOf(argument) == "window"
        || NameOf(argument) is { } name && name.EndsWith("resolveWindow", StringComparison.Ordinal)
        || argument is Identifier && values.Resolve(argument).Any(value =>
            value is IFunction && values.Returned(value).Any(one => NameOf(one) == "defaultView"));

    /// <summary><c>$(window)</c>, or what holds it.</summary>
    public bool IsWrappedWindow(Node node) => values.Resolve(StartOf(node)).Any(value => value switch
    {
        CallExpression { Arguments: [var wrapped, ..], Callee: Identifier or MemberExpression } =>
            Find(wrapped) == EventTarget.Window,
        _ => false,
    });

    // $(window).on(…).on(…)
    Node StartOf(Node node)
    {
        while (node is CallExpression { Callee: MemberExpression { Object: CallExpression chained } }
            && values.TakeStep()) node = chained;
        return node;
    }

    EventTarget Find(Node? node, int depth)
    {
        if (node is null || depth > Deepest || !values.TakeStep()) return EventTarget.Unknown;
        switch (node)
        {
            case Identifier name: return FindNamed(name, depth);
            case MemberExpression member: return FindMember(member, depth);
            case ThisExpression: return FindThis(node);
            case ChainExpression chain: return Find(chain.Expression, depth + 1);
            case AwaitExpression wait: return Find(wait.Argument, depth + 1);
            case SequenceExpression sequence: return Find(sequence.Expressions[^1], depth + 1);
            case AssignmentExpression assignment: return Find(assignment.Right, depth + 1);
            case LogicalExpression { Operator: Operator.LogicalAnd } both: return Find(both.Right, depth + 1);
            case LogicalExpression either:
                var left = Find(either.Left, depth + 1);
                return left == EventTarget.Unknown ? Find(either.Right, depth + 1) : left;
            case ConditionalExpression choice: return Join([choice.Consequent, choice.Alternate], depth);
            case CallExpression call: return FindCalled(call, depth);
            case NewExpression { Callee: Identifier { Name: "Function" } }: return EventTarget.Unknown;
            case NewExpression or IFunction or IClass or ObjectExpression or ArrayExpression: return EventTarget.Other;
            case Literal and not NullLiteral or TemplateLiteral: return EventTarget.Other;
            default: return EventTarget.Unknown;
        }
    }

    EventTarget FindNamed(Identifier name, int depth)
    {
        if (values.FindVariable(name) is not { } variable)
            return Windows.Contains(name.Name) ? EventTarget.Window : Hint(name.Name);
        var found = EventTarget.Unknown;
        foreach (var given in variable.Givens)
        {
            var one = given is { Parameter: < 0, Path.Count: 0 } ? Find(given.Value, depth + 1)
                : given is { Parameter: < 0, Path: [var key] } && WindowsOfWindows.Contains(key)
                    && Find(given.Value, depth + 1) == EventTarget.Window ? EventTarget.Window
                : given.Path is [.., var last] && AlwaysWindows.Contains(last) ? EventTarget.Window
                : given.Parameter >= 0 && given.Path.Count == 0 ? Join(values.Calls(given.Value)
                    .Where(call => given.Parameter < call.Length).Select(call => call[given.Parameter]), depth)
                : Join(values.Resolve(name).Where(value => value != name), depth);
            if (one == EventTarget.Window) return one;
            if (one != EventTarget.Unknown) found = one;
        }
        return found == EventTarget.Unknown ? Hint(name.Name) : found;
    }

    EventTarget FindMember(MemberExpression member, int depth)
    {
        if (values.KeyOf(member) is not { } name) return EventTarget.Unknown;
        if (AlwaysWindows.Contains(name)) return EventTarget.Window;
        if (WindowsOfWindows.Contains(name) && Find(member.Object, depth + 1) == EventTarget.Window)
            return EventTarget.Window;
        var found = Join(values.Resolve(member).Where(value => value != member), depth);
        if (found == EventTarget.Unknown && Boxes.Contains(name))
            found = Join(values.Resolve(member.Object).OfType<CallExpression>()
                .Select(call => First(call.Arguments)), depth);
        return found == EventTarget.Unknown ? Hint(name) : found;
    }

    EventTarget FindCalled(CallExpression call, int depth)
    {
        if (call.Callee is CallExpression { Callee: Identifier { Name: "Function" } }
            or NewExpression { Callee: Identifier { Name: "Function" } }) return EventTarget.Window;
        if (NameOf(call.Callee) == "eval" && call.Arguments is [var text] && TextOf(text) == "this")
            return EventTarget.Window;
        if (call.Arguments is [StringLiteral, ..]) return EventTarget.Other;
        var found = Join(values.Returned(call), depth);
        return found == EventTarget.Unknown && NameOf(call.Callee) is { } name ? Hint(name) : found;
    }

    // At the outside of a script, and in functions that are called there by themselves, it is the window.
    static EventTarget FindThis(Node node)
    {
        for (var function = ScriptValues.FunctionAround(node); ; function = ScriptValues.FunctionAround(function))
        {
            if (function is null) return ScriptValues.OwnerOf(node) is IClass ? EventTarget.Other : EventTarget.Window;
            if (function is ArrowFunctionExpression) continue;
            if (function.UserData is IProperty || ScriptValues.OwnerOf(function) is IClass) return EventTarget.Other;
            if (function.UserData is AssignmentExpression { Left: MemberExpression }) return EventTarget.Other;
            return function.UserData is CallExpression call && call.Callee == function
                ? EventTarget.Window : EventTarget.Unknown;
        }
    }

    EventTarget Join(IEnumerable<Node?> nodes, int depth)
    {
        var found = EventTarget.Unknown;
        foreach (var node in nodes)
        {
            var one = Find(node, depth + 1);
            if (one == EventTarget.Window) return one;
            if (one != EventTarget.Unknown) found = one;
        }
        return found;
    }

    static EventTarget Hint(string name) =>
        name.Length <= 100 && OtherName.IsMatch(name) ? EventTarget.Other : EventTarget.Unknown;
}
