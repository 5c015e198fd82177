using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Oxvo.PortalSample.Tools.Embedding;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// Tells whether something is done with the message before its sender is compared: no comparison afterwards undoes it.
/// To log, parse or test the message does nothing. What the text leaves open is not held against the listener.
/// </summary>
/// <param name="callSites">Where each function that gets the event, or its origin, is called.</param>
sealed class EarlyUse(ScriptValues values, EventFlow flow, Dictionary<Node, List<Node>> callSites)
{
    const int Deepest = 4;
    static readonly Regex Tests = Pattern.New("^(?:assert|valid|check|parse|decode|expect|ensure|is[A-Z])");

    /// <param name="comparisons">Those of the listener that decide something.</param>
    public bool IsIn(Node function, IEnumerable<Node> comparisons)
    {
        var first = comparisons.Min(comparison => FindPlace(comparison, function, 0));
        return first is { } place && Within(function, node => node is not IFunction || node == function)
            .TakeWhile(_ => values.TakeStep())
            .Any(node => node.End <= place && Acts(node, function, 0) && GoesOnTo(place, node));
    }

    /// <returns>Where in a function it is known how a comparison came out; null where it is not made.</returns>
    int? FindPlace(Node comparison, Node function, int depth)
    {
        var around = ScriptValues.FunctionAround(comparison);
        if (around is null || depth > Deepest) return null;
        if (around == function)
            return NameOfResult(comparison) is { } name && values.FindVariable(name) is { } variable
                ? variable.Uses.Where(use => use != name && use.Start > name.Start).Min(use => (int?)use.Start)
                    ?? comparison.Start : comparison.Start;
        // origins.some((one) => one === event.origin)
        if (around.UserData is CallExpression call && call.Callee != around)
            return FindPlace(call, function, depth + 1);
        var sites = callSites.GetValueOrDefault(around) ?? [];
        return sites.Min(site => FindPlace(site, function, depth + 1))
            ?? (function.Start <= around.Start && around.End <= function.End ? function.Start : null);
    }

    // const isRight = event.origin === …
    static Identifier? NameOfResult(Node comparison)
    {
        var node = comparison;
        while (node.UserData is LogicalExpression or UnaryExpression or AwaitExpression or ChainExpression)
            node = (Node)node.UserData;
        return node.UserData is VariableDeclarator { Id: Identifier name } ? name : null;
    }

    bool Acts(Node node, Node function, int depth) => node switch
    {
        AssignmentExpression { Left: MemberExpression to } written =>
            Has(written.Right, Holds.Data | Holds.Event) && !Has(to.Object, Holds.Data | Holds.Event)
                && !values.Resolve(to.Object).Any(one => one is ObjectExpression or ArrayExpression),
        // A variable that others read too.
        AssignmentExpression { Left: Identifier name } written => Has(written.Right, Holds.Data)
            && values.FindVariable(name)?.Uses.Any(use => use.Start < function.Start && use.UserData
                is not (VariableDeclarator or AssignmentExpression) || use.Start > function.End) == true,
        CallExpression call when IsForItsEffect(call) && !IsHarmless(call) =>
            call.Arguments.Any(one => Has(one, Holds.Data)) || depth < 2
                && call.Arguments.Any(one => Has(one, Holds.Event)) && values.Entered(call.Callee).Any(entered =>
                    Within(entered).Any(inner => values.TakeStep() && Acts(inner, entered, depth + 1))),
        _ => false,
    };

    bool Has(Node node, Holds what) => (flow.HeldWithin(node, 0) & what) != 0;

    static bool IsHarmless(CallExpression call) => Decisions.IsLog(call) || NameOf(call.Callee) is { } name
        && (Tests.IsMatch(name) || EventUse.Harmless.Contains(name) && name is not "setState");

    // What uses the result of a call is judged by itself: a parser, a question.
    static bool IsForItsEffect(Node call)
    {
        for (var node = call; ; node = (Node)node.UserData!)
            switch (node.UserData)
            {
                case ExpressionStatement: return true;
                case SequenceExpression sequence when sequence.Expressions[^1] != node: return true;
                case LogicalExpression either when either.Right == node: break;
                case ConditionalExpression choice when choice.Test != node: break;
                case MemberExpression member when member.Object == node: break;
                case CallExpression next when next.Callee == node: break;
                case SequenceExpression or ChainExpression or AwaitExpression
                    or UnaryExpression { Operator: Operator.Void }:
                    break;
                default: return false;
            }
    }

    // { show(event.data); return; } is for messages of another kind.
    static bool GoesOnTo(int place, Node node)
    {
        for (Node child = node, around; (around = Parent(child)!) is not null; child = around)
        {
            var isCommon = around.End > place;
            var list = (around as SwitchCase)?.Consequent ?? (around as BlockStatement)?.Body ?? default;
            if (around is ReturnStatement or ThrowStatement && !isCommon || list.Any(one =>
                one is ReturnStatement or ThrowStatement && one.Start > child.Start && one.End <= place)) return false;
            if (isCommon)
                return around switch
                {
                    IfStatement choice => choice.Consequent != child,
                    ConditionalExpression choice => choice.Consequent != child,
                    SwitchStatement choice => choice.Discriminant == child,
                    _ => true,
                };
        }
        return false;
    }
}
