using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// Follows names in scripts to what they mean: variables by their scope, parameters by the calls, properties by their
/// name, imports by the other scripts. The steps are counted, so that a text made for it ends in time.
/// </summary>
sealed class ScriptValues
{
    public const string Any = "*", Rest = "...";
    public const int MostNamesakes = 3;
    const int Deepest = 16, MostValues = 24, MostCalls = 20, MostNested = 4, LongestQuestion = 500;
    static readonly string[] OfEachElement =
        ["forEach", "map", "some", "every", "find", "filter", "findIndex", "flatMap", "findLast"];

    readonly Variables variables;
    readonly Exports exports;
    readonly Dictionary<Node, Node[]> results = [];
    readonly IReadOnlyList<PageScript> scripts;
    readonly CancellationToken limit;
    int nested, left;
    long steps;

    public ScriptValues(IReadOnlyList<PageScript> scripts, CancellationToken limit)
    {
        this.scripts = scripts;
        this.limit = limit;
        steps = 200_000 + scripts.Sum(script => 2L * script.Size);
        variables = new(this);
        exports = new(this);
        Properties = new(this);
    }

    /// <summary>The calls of a function that are being followed: where there are some, others do not count.</summary>
    public Dictionary<Node, List<Node?[]>> Followed { get; } = [];

    public IReadOnlyList<PageScript> Scripts => scripts;

    public Properties Properties { get; }

    /// <summary>More steps were wanted than a script of this size may take.</summary>
    public bool IsSpent => steps < 0;

    public bool TakeStep(int count = 1)
    {
        steps -= count;
        if ((steps & 0xff) == 0) limit.ThrowIfCancellationRequested();
        return steps >= 0;
    }

    /// <summary>The variable that a name means where it is; null for what no script declares.</summary>
    public Variable? FindVariable(Identifier name) => variables.Find(name);

    /// <summary>The expressions that this one may have come from, as far as the text shows.</summary>
    public IReadOnlyList<Node> Resolve(Node? node) => Resolve(node, []);

    /// <summary>The values at the end of this path of keys into a value.</summary>
    public IReadOnlyList<Node> Resolve(Node? node, IReadOnlyList<string> path)
    {
        if (nested >= MostNested) return [];
        if (nested++ == 0) left = LongestQuestion;
        List<Node> found = [];
        Resolve(node, path, 0, [], found);
        nested--;
        return found;
    }

    /// <summary>The texts that it may be; what is not a text is left out.</summary>
    public IReadOnlyList<string> Texts(Node? node, int depth = 0) => depth > MostNested ? []
        : [.. Resolve(node).SelectMany(value => value switch
    {
        StringLiteral or TemplateLiteral { Expressions.Count: 0 } => [TextOf(value) ?? ""],
        Identifier { UserData: IProperty property } key when property.Key == key => [key.Name],
        BinaryExpression { Operator: Acornima.Operator.Addition } sum =>
            from left in Texts(sum.Left, depth + 1).Take(2)
            from right in Texts(sum.Right, depth + 1).Take(2)
            select left + right,
        TemplateLiteral text => Filled(text, depth),
        _ => Enumerable.Empty<string>(),
    }).Take(MostValues)];

    IEnumerable<string> Filled(TemplateLiteral text, int depth)
    {
        IEnumerable<string> all = [text.Quasis[0].Value.Cooked ?? ""];
        for (var i = 0; i < text.Expressions.Count && i < MostNested; i++)
        {
            var end = text.Quasis[i + 1].Value.Cooked;
            var values = Texts(text.Expressions[i], depth + 1).Take(2).ToArray();
            all = [.. from start in all from value in values select start + value + end];
        }
        return text.Expressions.Count > MostNested ? [] : all.Take(MostValues);
    }

    /// <summary>The functions that it may be, those that a wrapper returns or is given among them.</summary>
    public IReadOnlyList<Node> Functions(Node? node, int depth = 0)
    {
        if (depth > 4) return [];
        List<Node> found = [];
        foreach (var value in Resolve(node))
            switch (value)
            {
                case IFunction: found.Add(value); break;
                case ThisExpression or NewExpression or ObjectExpression or IClass:
                    found.AddRange(Properties.MembersOf(value, "handleEvent")
                        .SelectMany(member => Functions(member, depth + 1)));
                    break;
                // React's useRef(handler).current
                case MemberExpression box when NameOf(box) == "current":
                    found.AddRange(Resolve(box.Object).OfType<CallExpression>()
                        .SelectMany(call => Functions(First(call.Arguments), depth + 1)));
                    break;
                case CallExpression call:
                    var returned = Returned(call).SelectMany(one => Functions(one, depth + 1)).ToArray();
                    found.AddRange(returned.Length > 0 ? returned
                        : call.Arguments.Take(2).SelectMany(argument => Functions(argument, depth + 1)));
                    break;
            }
        return [.. found.Distinct().Take(MostNamesakes)];
    }

    /// <summary>The functions that a call enters; for <c>new</c>, the class's constructor.</summary>
    public IReadOnlyList<Node> Entered(Node callee) => [.. Resolve(callee).SelectMany(value => value switch
    {
        IFunction => [value],
        IClass type => Properties.Members(type, "constructor"),
        _ => Enumerable.Empty<Node>(),
    }).Distinct().Take(MostNamesakes)];

    /// <summary>What a function gives back, where it is written in it.</summary>
    public IEnumerable<Node> Returned(Node function)
    {
        if (function is CallExpression call) return Entered(call.Callee).SelectMany(Returned);
        if (function is not IFunction { Body: var body }) return [];
        if (body is not BlockStatement) return [body];
        if (!results.TryGetValue(function, out var found))
            results[function] = found = [.. Within(body, node => node is not IFunction)
                .OfType<ReturnStatement>().Where(_ => TakeStep()).Select(node => node.Argument).OfType<Node>()];
        return found;
    }

    /// <summary>The arguments of the calls of a function: those that are followed, else all that are found.</summary>
    public IReadOnlyList<Node?[]> Calls(Node function) => Followed.TryGetValue(function, out var followed) ? followed
        : [.. CallsInText(function).Take(MostCalls)];

    public static Node? FunctionAround(Node node)
    {
        for (var around = Parent(node); around is not null; around = Parent(around))
            if (around is IFunction) return around;
        return null;
    }

    /// <summary>The class or the object that a method, or a function within one, belongs to.</summary>
    public static Node? OwnerOf(Node node)
    {
        for (var around = node; around is not null; around = Parent(around))
            if (around is IClass or ObjectExpression { UserData: not CallExpression }
                && around != node) return around;
        return null;
    }

    void Resolve(Node? node, IReadOnlyList<string> path, int depth, HashSet<(Node, string)> seen, List<Node> found)
    {
        if (node is null || depth > Deepest || found.Count >= MostValues || --left < 0 || !TakeStep()
            || !seen.Add((node, string.Join('.', path)))) return;
        switch (node)
        {
            case ChainExpression chain: Again(chain.Expression); return;
            case AwaitExpression wait: Again(wait.Argument); return;
            case SequenceExpression sequence: Again(sequence.Expressions[^1]); return;
            case AssignmentExpression assignment: Again(assignment.Right); return;
            case ConditionalExpression choice: Again(choice.Consequent); Again(choice.Alternate); return;
            case LogicalExpression choice: Again(choice.Left); Again(choice.Right); return;
            case ImportDeclarationSpecifier import: Imported(import); return;
            case Identifier name when FindVariable(name) is { } variable:
                var before = found.Count;
                foreach (var given in variable.Givens) Give(given);
                if (found.Count == before && path.Count == 0) found.Add(node);
                return;
            case MemberExpression member when KeyOf(member) is { } key:
                var others = found.Count;
                Resolve(member.Object, [key, .. path], depth + 1, seen, found);
                if (found.Count == others && member.Object is not (Identifier { Name: "window" or "self" }))
                    foreach (var value in Properties.Values(key, node)) Again(value);
                if (found.Count == others && path.Count == 0) found.Add(node);
                return;
            case CallExpression { Callee: MemberExpression { Object: var bound } callee }
                when NameOf(callee) == "bind" && path.Count == 0:
                Again(bound); return;
            case CallExpression { Callee: MemberExpression callee, Arguments: [var frozen, ..] }
                when NameOf(callee) == "freeze":
                Again(frozen); return;
            case CallExpression
            {
                Callee: MemberExpression { Object: Identifier { Name: "Object" } } callee,
                Arguments: [var of]
            } when path is [var index, ..] && NameOf(callee) is "keys" or "entries" or "values":
                foreach (var property in Resolve(of).OfType<ObjectExpression>().SelectMany(value => value.Properties)
                    .OfType<IProperty>().Take(MostValues))
                    Step(NameOf(callee) switch
                    { "keys" => property.Key, "values" => property.Value, _ => (Node)property });
                return;
            case CallExpression call:
                if (path.Count == 0) found.Add(call);
                foreach (var value in Returned(call).Take(MostNamesakes))
                    if (path.Count > 0 || value is not IFunction) Again(value);
                return;
            case IProperty pair when path.Count > 0: Step(path[0] == "0" ? pair.Key : pair.Value); return;
            case ObjectExpression fields when path.Count > 0:
                foreach (var field in fields.Properties)
                    if (field is SpreadElement spread) Again(spread.Argument);
                    else if (field is IProperty property && (path[0] == Any || NameOf(property.Key) == path[0]))
                        Step(Properties.ReadGetter(property.Value));
                return;
            case ArrayExpression list when path.Count > 0:
                for (var i = 0; i < list.Elements.Count; i++)
                    if (list.Elements[i] is { } element && (path[0] == Any || path[0] == $"{i}")) Step(element);
                return;
            case NewExpression made when path.Count > 0:
                foreach (var type in Resolve(made.Callee).Where(value => value is IClass))
                    foreach (var member in Properties.MembersOf(type, path[0])) Step(member);
                if (path[0] == Any) Resolve(First(made.Arguments), path, depth + 1, seen, found);
                return;
            case ThisExpression or IClass or IFunction when path.Count > 0:
                foreach (var member in Properties.MembersOf(node, path[0])) Step(member);
                return;
            default:
                if (path.Count == 0) found.Add(node);
                return;
        }

        void Again(Node? value) => Resolve(value, path, depth + 1, seen, found);
        void Step(Node? value) => Resolve(value, [.. path.Skip(1)], depth + 1, seen, found);

        void Give(Given given)
        {
            if (given.Parameter < 0)
            {
                if (given.Value is IFunction or IClass && given.Path.Count == 0 && path.Count == 0)
                    found.Add(given.Value);
                else Resolve(given.Value, [.. given.Path, .. path], depth + 1, seen, found);
                return;
            }
            foreach (var call in Calls(given.Value))
                if (given.Parameter < call.Length)
                    Resolve(call[given.Parameter], [.. given.Path, .. path], depth + 1, seen, found);
            if (ElementsFor(given) is { } list)
                Resolve(list, [Any, .. given.Path, .. path], depth + 1, seen, found);
        }

        void Imported(ImportDeclarationSpecifier import)
        {
            var name = import switch
            {
                ImportSpecifier named => NameOf(named.Imported),
                ImportNamespaceSpecifier => path.Count > 0 ? path[0] : null,
                _ => "default",
            };
            if (name is null) return;
            string[] rest = import is ImportNamespaceSpecifier ? [.. path.Skip(1)] : [.. path];
            var source = ((ImportDeclaration)import.UserData!).Source.Value;
            foreach (var value in exports.Find(source, name, ScriptOf(import)))
                Resolve(value, rest, depth + 1, seen, found);
        }
    }

    /// <summary>The list whose elements a function gets: <c>list.some((one) =&gt; …)</c>.</summary>
    public static Node? ElementsFor(Given given) => given.Parameter == 0
        && given.Value.UserData is CallExpression { Callee: MemberExpression { Object: var list } callee } call
        && call.Arguments.Any(argument => argument == given.Value) && OfEachElement.Contains(NameOf(callee))
            ? list : null;

    /// <summary>The key of a member, where it is written or a constant.</summary>
    public string? KeyOf(MemberExpression member)
    {
        if (NameOf(member) is { } name) return name;
        if (member.Property is NumericLiteral number) return $"{number.Value}";
        return member.Property is Identifier or MemberExpression or ConditionalExpression or TemplateLiteral
            or BinaryExpression { Operator: Acornima.Operator.Addition }
            ? Texts(member.Property) is [var key, ..] ? key : null : null;
    }

    IEnumerable<Node?[]> CallsInText(Node function)
    {
        if (CallOf(function) is { } direct) yield return direct;
        if (NameOfFunction(function) is { } name && FindVariable(name) is { } variable)
        {
            foreach (var use in variable.Uses)
                if (TakeStep() && CallOf(use) is { } call) yield return call;
        }
        else if (function.UserData is IProperty { Key: var key } && NameOf(key) is { Length: > 1 } method)
            foreach (var read in Properties.Reads(method, function))
                if (CallOf(read) is { } call) yield return call;
    }

    public static Identifier? NameOfFunction(Node function) => function switch
    {
        IFunction { Id: { } id } => id,
        { UserData: VariableDeclarator { Id: Identifier id } } => id,
        { UserData: AssignmentExpression { Left: var left } } => left as Identifier,
        _ => null,
    };

    /// <summary>The arguments where this is what is called, also by <c>call</c>; null where it is not.</summary>
    static Node?[]? CallOf(Node callee) => callee.UserData switch
    {
        CallExpression call when call.Callee == callee => [.. call.Arguments],
        NewExpression made when made.Callee == callee => [.. made.Arguments],
        SequenceExpression sequence when sequence.Expressions[^1] == callee => CallOf(sequence),
        ChainExpression chain => CallOf(chain),
        MemberExpression { UserData: CallExpression call } member
            when member.Object == callee && NameOf(member) == "call" => [.. call.Arguments.Skip(1)],
        _ => null,
    };
}
