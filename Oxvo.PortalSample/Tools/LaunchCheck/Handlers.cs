using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Finds the functions that get an event where its registration does not name one.</summary>
sealed class Handlers(ScriptValues values)
{
    /// <summary>The functions of <c>fromEvent(window, 'message').pipe(filter(…)).subscribe(…)</c>.</summary>
    public List<Node?> Behind(Node call)
    {
        List<Node?> handlers = [];
        HashSet<Node> seen = [];
        Stack<Node> open = new([call]);
        while (open.TryPop(out var node) && values.TakeStep())
        {
            if (!seen.Add(node)) continue;
            switch (node.UserData)
            {
                case MemberExpression { UserData: CallExpression next } member when member.Object == node:
                    foreach (var argument in next.Arguments)
                        handlers.AddRange(argument is CallExpression step && NameOf(member) == "pipe"
                            ? step.Arguments : argument is SequenceExpression inlined ? inlined.Expressions
                            : [argument]);
                    open.Push(next);
                    break;
                case VariableDeclarator { Id: Identifier name } when values.FindVariable(name) is { } variable:
                    foreach (var use in variable.Uses.Where(use => use != name)) open.Push(use);
                    break;
                case AssignmentExpression { Left: MemberExpression member } when NameOf(member) is { } key:
                    foreach (var read in values.Properties.Reads(key, node)) open.Push(read);
                    break;
                case IProperty property when NameOf(property.Key) is { } key:
                    foreach (var read in values.Properties.Reads(key, node)) open.Push(read);
                    break;
                case ChainExpression or AwaitExpression or ConditionalExpression or LogicalExpression
                    or AssignmentExpression or SequenceExpression:
                    open.Push((Node)node.UserData);
                    break;
            }
        }
        return handlers;
    }

    /// <summary>The method that a decorator is at, before and after compiling; null where it is none.</summary>
    public Node? FindDecorated(CallExpression call) => call.UserData switch
    {
        Decorator { UserData: IProperty method } => method.Value,
        ArrayExpression { UserData: CallExpression { Arguments: [_, _, var name, ..] } } when TextOf(name) is { } key =>
            values.Properties.Reads(key, call).FirstOrDefault() ?? ScriptOf(call).Named(key)
                .Select(place => place.UserData).OfType<IProperty>().FirstOrDefault()?.Value,
        _ => null,
    };

    /// <summary>Those of the event in an object: <c>{ message: (e) =&gt; …, resize: … }</c>.</summary>
    public static List<Node?> In(ObjectExpression map) =>
        [.. map.Properties.OfType<IProperty>()
            .Where(one => NameOf(one.Key) is { } key && MessageListeners.IsEvent(key))
            .Select(one => (Node?)one.Value)];
}
