using Acornima;
using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Tells whether a comparison decides something: to log what it found, or to forget it, does not.</summary>
/// <param name="handlers">The functions that get the event itself.</param>
/// <param name="callSites">Where each function that was reached is called.</param>
/// <param name="registration">The call that makes the listener: it ignores what a handler returns.</param>
sealed class Decisions(
    ScriptValues values, EventFlow flow, HashSet<Node> handlers, Dictionary<Node, List<Node>> callSites,
    Node registration)
{
    const int Deepest = 12;

    internal static readonly string[] Consoles = ["log", "error", "warn", "debug", "info", "trace", "table", "group"];
    static readonly string[] Predicates =
        ["some", "every", "find", "findIndex", "filter", "findLast", "takeWhile", "skipWhile", "first", "last"];
    static readonly string[] IgnoringResults =
    [
        "addEventListener", "attachEvent", "on", "one", "bind", "once", "forEach", "subscribe", "then", "setTimeout",
        "requestAnimationFrame", "useEffect", "listen", "map", "tap", "queueMicrotask",
    ];

    public bool IsUsed(Node node) => IsUsed(node, 0);

    bool IsUsed(Node node, int depth)
    {
        if (depth > Deepest || !values.TakeStep()) return false;
        var guards = false;
        for (var child = node; Parent(child) is { } around; child = around)
            switch (around)
            {
                case LogicalExpression { Operator: Operator.LogicalOr, Right: BooleanLiteral { Value: true } }:
                    return false;
                case LogicalExpression choice:
                    if (choice.Left == child && !IsOnlyLogging(choice.Right)) guards = true;
                    break;
                case ConditionalExpression choice when choice.Test == child:
                    return !IsOnlyLogging(choice.Consequent) || !IsOnlyLogging(choice.Alternate);
                case ConditionalExpression or UnaryExpression or BinaryExpression or ChainExpression or AwaitExpression
                    or SpreadElement or ArrayExpression:
                    break;
                case MemberExpression member:
                    if (member.Property == child) return true;
                    break;
                case SequenceExpression sequence:
                    if (sequence.Expressions[^1] != child) return guards;
                    break;
                case IfStatement choice when choice.Test == child:
                    return !IsOnlyLogging(choice.Consequent)
                        || choice.Alternate is not null && !IsOnlyLogging(choice.Alternate);
                case WhileStatement or DoWhileStatement or ForStatement or SwitchCase or SwitchStatement: return true;
                case ReturnStatement: return guards || IsResultUsed(ScriptValues.FunctionAround(around), depth);
                case ArrowFunctionExpression arrow when arrow.Body == child:
                    return guards || IsResultUsed(arrow, depth);
                case VariableDeclarator declared: return IsNameUsed(declared.Id, guards, choiceOf: child, depth);
                case AssignmentExpression assignment:
                    if (IsNameUsed(assignment.Left, guards, child, depth)) return true;
                    break;
                case IProperty { Key: var key } property when property.Value == child:
                    return guards && HoldsData(child) || NameOf(key) is { } name
                        && values.Properties.Reads(name, around).Any(read => IsUsed(read, depth + 1));
                case CallExpression call when call.Callee == child: break;
                case CallExpression { Callee: var callee } call:
                    if (IsLog(call)) return false;
                    if (NameOf(callee) is "Boolean" or "resolve") break;
                    return NameOf(callee) is not ("push" or "setItem" or "setState" or "stringify" or "postMessage");
                case NewExpression: return true;
                default: return guards;
            }
        return guards;
    }

    bool IsNameUsed(Node target, bool guards, Node choiceOf, int depth)
    {
        if (guards && HoldsData(choiceOf)) return true;
        return target switch
        {
            Identifier name when values.FindVariable(name) is { } variable =>
                variable.Uses.Any(use => use != target && IsUsed(use, depth + 1)),
            MemberExpression member when NameOf(member) is { } key =>
                values.Properties.Reads(key, member).Any(read => IsUsed(read, depth + 1)),
            // [ok] = …
            _ => Within(target).OfType<Identifier>().Any(name => values.FindVariable(name)?.Uses
                .Any(use => use != name && IsUsed(use, depth + 1)) == true),
        };
    }

    public bool HoldsData(Node node) => Within(node).Take(500).Any(one =>
        (flow.Find(one) & (Holds.Data | Holds.Event)) != 0 && one is not Identifier { UserData: MemberExpression });

    /// <summary>Whether the result of a function decides something where it is called.</summary>
    bool IsResultUsed(Node? function, int depth)
    {
        if (function is null) return false;
        if (function.UserData is CallExpression call && call.Callee != function && call != registration)
            return IsCallbackUsed(call, depth);
        // A builder puts the predicate into a variable, and calls that: (p = (e) => …, operator(p)). What is written in
        // a listener needs not be handed the event.
        if ((function.UserData is AssignmentExpression || !callSites.ContainsKey(function))
            && ScriptValues.NameOfFunction(function) is { } name
            && values.FindVariable(name) is { } variable && variable.Uses.Any(use =>
                (use.UserData is MemberExpression member && NameOf(member) == "call" ? member.UserData : use.UserData)
                    is CallExpression made && IsUsed(made, depth + 1))) return true;
        return callSites.TryGetValue(function, out var sites) && sites.Any(site => site switch
        {
            CallExpression or NewExpression when handlers.Contains(function) && site == registration => false,
            CallExpression made when Entered(made, function) => IsUsed(made, depth + 1),
            { UserData: CallExpression passed } when passed != registration => IsCallbackUsed(passed, depth),
            _ => false,
        });
    }

    bool Entered(CallExpression call, Node function) => values.Entered(call.Callee).Contains(function)
        || values.Functions(call.Callee).Contains(function)
        || call.Callee is MemberExpression { Object: var inner } && values.Entered(inner).Contains(function);

    bool IsCallbackUsed(CallExpression call, int depth)
    {
        var name = NameOf(call.Callee);
        if (name is "filter" or "takeWhile" or "skipWhile" || name is null) return true;
        if (Predicates.Contains(name)) return IsUsed(call, depth + 1);
        return !IgnoringResults.Contains(name);
    }

    internal static bool IsLog(CallExpression call) => call.Callee is MemberExpression { Object: var target } callee
        && (NameOf(target) is "console" or "Sentry" or "logger" or "log"
            || Consoles.Contains(NameOf(callee)) && NameOf(target) is not "Math");

    public static bool IsOnlyLogging(Node node) => node switch
    {
        EmptyStatement => true,
        BlockStatement block => block.Body.All(IsOnlyLogging),
        ExpressionStatement statement => IsOnlyLogging(statement.Expression),
        SequenceExpression sequence => sequence.Expressions.All(IsOnlyLogging),
        ChainExpression chain => IsOnlyLogging(chain.Expression),
        UnaryExpression { Operator: Operator.Void } nothing => IsOnlyLogging(nothing.Argument),
        UpdateExpression => true,
        NumericLiteral or NullLiteral or Identifier { Name: "undefined" } => true,
        CallExpression call => IsLog(call),
        _ => false,
    };
}
