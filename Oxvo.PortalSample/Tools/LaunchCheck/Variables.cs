using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>One way by which a variable gets its value.</summary>
/// <param name="Value">An expression, a function, a class or an import; the function itself for its parameter.</param>
/// <param name="Path">The keys that a pattern takes out of it, outermost first.</param>
/// <param name="Parameter">Which parameter of <paramref name="Value"/>; -1 for none.</param>
sealed record Given(Node Value, IReadOnlyList<string> Path, int Parameter = -1);

/// <summary>A variable of a script, with all that the text gives it and everywhere that it is used.</summary>
sealed class Variable(Node scope, Func<Variable, Identifier[]> findUses)
{
    public Node Scope => scope;
    public List<Given> Givens { get; } = [];
    public IReadOnlyList<Identifier> Uses => field ??= findUses(this);
}

/// <summary>Finds variables by their scope, with what they are given and where they are used.</summary>
sealed class Variables(ScriptValues values)
{
    readonly Dictionary<(Node Scope, string Name), Variable?> variables = [];

    /// <summary>The variable that a name means where it is; null for what no script declares.</summary>
    public Variable? Find(Identifier name)
    {
        if (!IsReference(name)) return null;
        var script = ScriptOf(name);
        return FindDeclared(script, name) ?? values.Scripts
            .Where(other => other != script && other.Program is Script)
            .Select(other => Declared(other, other.Program!, name.Name))
            .FirstOrDefault(variable => variable is not null);
    }

    Variable? FindDeclared(PageScript script, Identifier name)
    {
        for (Node? node = name; node is not null && values.TakeStep(); node = Parent(node))
            if (IsScope(node) && Declared(script, node, name.Name) is { } variable) return variable;
        return null;
    }

    /// <summary>
    /// The variable of this name in this scope. Only the scope is read for it: most variables of a minified script have
    /// a small one, and their names are everywhere.
    /// </summary>
    Variable? Declared(PageScript script, Node scope, string name)
    {
        if (variables.TryGetValue((scope, name), out var known)) return known;
        Variable? variable = null;
        List<(Identifier, Given[])> assigned = [];
        foreach (var place in PlacesIn(script, scope, name))
            if (values.TakeStep() && FindGivens(place, out var declaredIn) is { } givens)
                if (declaredIn is null) assigned.Add((place, givens));
                else if (declaredIn == scope) (variable ??= new(scope, FindUses)).Givens.AddRange(givens);
        variables[(scope, name)] = variable;
        if (variable is not null)
            foreach (var (place, givens) in assigned)
                if (FindDeclared(script, place) == variable) variable.Givens.AddRange(givens);
        return variable;

        Identifier[] FindUses(Variable variable) => [.. PlacesIn(script, scope, name)
            .Where(place => IsReference(place) && FindDeclared(script, place) == variable)];
    }

    IEnumerable<Identifier> PlacesIn(PageScript script, Node scope, string name)
    {
        // Many are looked through at a time.
        values.TakeStep((scope.End - scope.Start) / 4096);
        return script.Named(name, scope).OfType<Identifier>();
    }

    /// <summary>What a name is given here by a declaration or an assignment; null where it is only read.</summary>
    /// <param name="scope">Where it is declared; null for an assignment.</param>
    static Given[]? FindGivens(Identifier name, out Node? scope)
    {
        scope = null;
        Given[] givens = [];
        string[] path = [];
        for (Node node = name, around; (around = Parent(node)!) is not null; node = around)
            switch (around)
            {
                case AssignmentPattern pattern when pattern.Left == node:
                    givens = [.. givens, new(pattern.Right, path)];
                    break;
                case IProperty { Value: var value } property when value == node && around.UserData is ObjectPattern:
                    path = [NameOf(property.Key) ?? ScriptValues.Any, .. path];
                    break;
                case ObjectPattern: break;
                case ArrayPattern pattern:
                    path = [$"{IndexOf(pattern.Elements, node)}", .. path];
                    break;
                case RestElement: path = [ScriptValues.Rest, .. path]; break;
                case VariableDeclarator declared when declared.Id == node:
                    scope = ScopeOf(declared.UserData is VariableDeclaration { Kind: VariableDeclarationKind.Var },
                        declared);
                    if (declared.UserData is VariableDeclaration { UserData: ForOfStatement each }
                        && each.Left == declared.UserData)
                        return [.. givens, new(each.Right, [ScriptValues.Any, .. path])];
                    return declared.Init is null ? givens : [.. givens, new(declared.Init, path)];
                case AssignmentExpression assignment when assignment.Left == node:
                    return [.. givens, new(assignment.Right, path)];
                case ForOfStatement loop when loop.Left == node:
                    return [.. givens, new(loop.Right, [ScriptValues.Any, .. path])];
                case IFunction function when function.Id == node:
                    scope = around is FunctionDeclaration ? ScopeOf(false, around) : around;
                    return [new(around, [])];
                case IClass type when type.Id == node:
                    scope = around is ClassDeclaration ? ScopeOf(false, around) : around;
                    return [new(around, [])];
                case IFunction function when IndexOf(function.Params, node) is >= 0 and var index:
                    scope = around;
                    return [.. givens, new(around, path, index)];
                case CatchClause clause when clause.Param == node:
                    scope = around;
                    return givens;
                case ImportDeclarationSpecifier import when import.Local == node:
                    scope = ScriptOf(around).Program;
                    return [new(around, [])];
                default: return null;
            }
        return null;
    }

    static int IndexOf<T>(NodeList<T> list, Node node) where T : Node?
    {
        for (var i = 0; i < list.Count; i++)
            if (list[i] == node) return i;
        return -1;
    }

    static Node ScopeOf(bool isVar, Node node)
    {
        var around = Parent(node)!;
        while (!(isVar ? around is IFunction or Acornima.Ast.Program or StaticBlock : IsScope(around)))
            around = Parent(around)!;
        return around;
    }

    static bool IsScope(Node node) => node is IFunction or IClass or CatchClause or Acornima.Ast.Program or StaticBlock
        or BlockStatement or ForStatement or ForOfStatement or ForInStatement or SwitchStatement;

    /// <summary>It is a variable's name, and not a property's, a label or a name for other modules.</summary>
    static bool IsReference(Identifier name) => name.UserData switch
    {
        MemberExpression member => member.Object == name || member.Computed,
        IProperty property => property.Computed || property.Value == name,
        LabeledStatement or BreakStatement or ContinueStatement => false,
        ImportSpecifier import => import.Local == name,
        ExportSpecifier { UserData: ExportNamedDeclaration export } specifier =>
            export.Source is null && specifier.Local == name,
        MetaProperty or ExportAllDeclaration => false,
        _ => true,
    };
}
