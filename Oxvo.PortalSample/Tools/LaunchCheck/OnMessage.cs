using Acornima;
using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Judges places where <c>onmessage</c> is a property: of a window, or of something else.</summary>
sealed class OnMessage(ScriptValues values, EventTargets targets)
{
    /// <returns>What it is a property of, and the handlers that it is given there.</returns>
    public (EventTarget On, IReadOnlyList<Node?> Handlers) Judge(Node place)
    {
        var node = place.UserData is MemberExpression of && of.Property == place ? of : place;
        if (node.UserData is CallExpression { Arguments: [var owner, var second, var third, ..] } defined
            && second == node && NameOf(defined.Callee) is "set" or "defineProperty"
            && targets.Find(owner) == EventTarget.Window)
            return (EventTarget.Window, third is ObjectExpression ? values.Resolve(third, ["value"]) : [third]);
        if (node is StringLiteral && node.UserData is CallExpression set && NameOf(set.Callee) == "setAttribute")
            return (EventTarget.Unknown, []);
        var value = node.UserData switch
        {
            AssignmentExpression assignment when assignment.Left == node => assignment.Right,
            VariableDeclarator declared when declared.Id == node => declared.Init,
            FunctionDeclaration function when function.Id == node => function,
            IProperty { Key: var key } property when key == place => property.Value,
            _ => null,
        };
        if (value is null or NullLiteral or Identifier { Name: "undefined" }
            or UnaryExpression { Operator: Operator.Void }) return (EventTarget.Other, []);
        return (node switch
        {
            MemberExpression member when NameOf(member.Object) is "body" => EventTarget.Window,
            MemberExpression member => targets.Find(member.Object),
            Identifier { UserData: IProperty property } when IsAssignedToWindow((Node)property) => EventTarget.Window,
            Identifier { UserData: not IProperty } name when IsOfWindow(name) => EventTarget.Window,
            _ => EventTarget.Other,
        }, [value]);
    }

    // A variable of a classic script is a property of its window; one of a module or a function is not.
    bool IsOfWindow(Identifier name) => values.FindVariable(name) is not { } variable
        || variable.Scope is Script && variable.Givens.All(given => given.Parameter < 0)
            && name.UserData is FunctionDeclaration or AssignmentExpression
                or VariableDeclarator { UserData: VariableDeclaration { Kind: VariableDeclarationKind.Var } };

    // Object.assign(window, { onmessage: … })
    bool IsAssignedToWindow(Node property) => property.UserData is ObjectExpression { UserData: CallExpression call }
        && NameOf(call.Callee) is "assign" or "extend"
        && call.Arguments.Any(argument => targets.Find(argument) == EventTarget.Window);
}
