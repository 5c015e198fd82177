using Acornima;
using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What an expression holds of the event.</summary>
[Flags]
enum Holds
{
    Nothing = 0,
    Event = 1,
    Origin = 2,

    /// <summary>A piece of the origin.</summary>
    Part = 4,
    Address = 8,
    Data = 16,
    Source = 32,

    /// <summary>What tells who sent it.</summary>
    Sender = Origin | Part | Address,
}

/// <summary>Tells what the expressions in a listener, and in the functions that it calls, hold of the event.</summary>
/// <param name="handlers">The functions that get the event itself.</param>
/// <param name="reached">All functions that get it, or its origin.</param>
sealed class EventFlow(ScriptValues values, HashSet<Node> handlers, List<Node> reached)
{
    const int Deepest = 12;

    internal static readonly string[] Unchanged =
        ["toLowerCase", "toUpperCase", "toString", "trim", "valueOf", "normalize", "replace", "concat", "replaceAll"];
    static readonly string[] Pieces =
        ["slice", "substring", "substr", "split", "charAt", "at", "pop", "shift", "join", "reverse"];
    static readonly string[] Wholes = ["origin", "host", "hostname", "href"];

    readonly Dictionary<Variable, Holds> known = [];

    /// <summary>Forgets what variables hold: a function that was reached gives them more.</summary>
    public void Forget() => known.Clear();

    public Holds Find(Node? node) => Held(node, 0);

    Holds Held(Node? node, int depth)
    {
        if (node is null || depth > Deepest || !values.TakeStep()) return Holds.Nothing;
        switch (node)
        {
            case Identifier name: return HeldByVariable(name, depth);
            case MemberExpression member: return HeldByMember(member, depth);
            case ChainExpression chain: return Held(chain.Expression, depth + 1);
            case AwaitExpression wait: return Held(wait.Argument, depth + 1);
            case SpreadElement spread: return Held(spread.Argument, depth + 1);
            case SequenceExpression sequence: return Held(sequence.Expressions[^1], depth + 1);
            case AssignmentExpression assignment: return Held(assignment.Right, depth + 1);
            case ConditionalExpression choice:
                return Held(choice.Consequent, depth + 1) | Held(choice.Alternate, depth + 1);
            case LogicalExpression { Operator: Operator.LogicalAnd } both: return Held(both.Right, depth + 1);
            case LogicalExpression either: return Held(either.Left, depth + 1) | Held(either.Right, depth + 1);
            case BinaryExpression { Operator: Operator.Addition } sum:
                return (Held(sum.Left, depth + 1) | Held(sum.Right, depth + 1)) & (Holds.Sender | Holds.Data);
            case TemplateLiteral text:
                return text.Expressions.Aggregate(Holds.Nothing, (all, one) => all | Held(one, depth + 1))
                    & (Holds.Sender | Holds.Data);
            case CallExpression call: return HeldByCall(call.Callee, call.Arguments, depth);
            case NewExpression made when NameOf(made.Callee) == "URL" && made.Arguments is [var address, ..]:
                return (Held(address, depth + 1) & Holds.Sender) != 0 ? Holds.Address : Held(address, depth + 1);
            default: return Holds.Nothing;
        }
    }

    Holds HeldByVariable(Identifier name, int depth)
    {
        if (values.FindVariable(name) is not { } variable)
            return name.Name == "event" || name.Name == "arguments" ? HeldByArguments(name) : Holds.Nothing;
        if (known.TryGetValue(variable, out var held)) return held;
        known[variable] = Holds.Nothing;
        foreach (var given in variable.Givens)
            if (given.Parameter < 0) held |= HeldAt(given.Value, given.Path, depth + 1);
            else
            {
                if (given.Parameter == 0 && handlers.Contains(given.Value)) held |= Follow(Holds.Event, given.Path);
                foreach (var call in values.Followed.GetValueOrDefault(given.Value) ?? [])
                    if (given.Parameter < call.Length) held |= HeldAt(call[given.Parameter], given.Path, depth + 1);
                if (ScriptValues.ElementsFor(given) is { } list) held |= Held(list, depth + 1) & ~Holds.Event;
            }
        return known[variable] = held;
    }

    // window.event, and the event among the arguments of its listener.
    Holds HeldByArguments(Node name)
    {
        for (var function = ScriptValues.FunctionAround(name); function is not null;
            function = ScriptValues.FunctionAround(function))
            if (handlers.Contains(function)) return Holds.Event;
        return Holds.Nothing;
    }

    Holds HeldByMember(MemberExpression member, int depth)
    {
        // event.origin[i]
        if (values.KeyOf(member) is not { } key)
        {
            var whole = Held(member.Object, depth + 1);
            return (whole & Holds.Data) | ((whole & (Holds.Origin | Holds.Part)) != 0 ? Holds.Part : Holds.Nothing);
        }
        var held = HeldAt(member.Object, [key], depth + 1);
        if (held != Holds.Nothing || Held(member.Object, depth + 1) != Holds.Nothing) return held;
        // What a function that was reached keeps in an object: this.from = event.origin.
        foreach (var assignment in values.Properties.Writes(key, member))
            if (values.TakeStep() && assignment.Left != member
                && reached.Any(function => function.Start <= assignment.Start && assignment.End <= function.End))
                held |= Held(assignment.Right, depth + 1);
        return held;
    }

    Holds HeldAt(Node? node, IReadOnlyList<string> path, int depth)
    {
        if (node is null || depth > Deepest || !values.TakeStep()) return Holds.Nothing;
        if (path.Count == 0) return Held(node, depth + 1);
        switch (node)
        {
            case ObjectExpression fields:
                var held = Holds.Nothing;
                foreach (var field in fields.Properties)
                    if (field is SpreadElement spread) held |= HeldAt(spread.Argument, path, depth + 1);
                    else if (field is IProperty property && NameOf(property.Key) == path[0])
                        return HeldAt(property.Value, [.. path.Skip(1)], depth + 1);
                return held;
            case ArrayExpression list when int.TryParse(path[0], out var index) && index < list.Elements.Count:
                return HeldAt(list.Elements[index], [.. path.Skip(1)], depth + 1);
            case Identifier name when values.FindVariable(name) is { } variable && !known.ContainsKey(variable):
                var all = Follow(Held(name, depth + 1), path);
                if (all != Holds.Nothing) return all;
                foreach (var given in variable.Givens)
                    if (given is { Parameter: < 0, Path.Count: 0, Value: ObjectExpression or ArrayExpression })
                        all |= HeldAt(given.Value, path, depth + 1);
                    else if (given.Parameter >= 0)
                        foreach (var call in values.Followed.GetValueOrDefault(given.Value) ?? [])
                            if (given.Parameter < call.Length && call[given.Parameter] is ObjectExpression fields)
                                all |= HeldAt(fields, [.. given.Path, .. path], depth + 1);
                return all;
            case Identifier name when values.FindVariable(name) is { } variable:
                var followed = Follow(known[variable], path);
                if (followed != Holds.Nothing) return followed;
                goto default;
            case ConditionalExpression choice:
                return HeldAt(choice.Consequent, path, depth + 1) | HeldAt(choice.Alternate, path, depth + 1);
            case LogicalExpression choice:
                return HeldAt(choice.Left, path, depth + 1) | HeldAt(choice.Right, path, depth + 1);
            default:
                var direct = Follow(Held(node, depth + 1), path);
                if (direct == Holds.Nothing && node is Identifier or CallExpression)
                    foreach (var value in values.Resolve(node).OfType<ObjectExpression>())
                        direct |= HeldAt(value, path, depth + 1);
                return direct;
        }
    }

    static Holds Follow(Holds held, IReadOnlyList<string> path)
    {
        foreach (var key in path)
        {
            var next = held & Holds.Data;
            if (held.HasFlag(Holds.Event))
                next |= key switch
                {
                    "origin" => Holds.Origin,
                    "data" => Holds.Data,
                    "source" => Holds.Source,
                    "originalEvent" or "nativeEvent" or ScriptValues.Rest or "0" => Holds.Event,
                    _ => Holds.Nothing,
                };
            if (held.HasFlag(Holds.Address)) next |= Wholes.Contains(key) ? Holds.Origin : Holds.Part;
            if (key is not "length") next |= held & (Holds.Part | Holds.Origin);
            held = next;
        }
        return held;
    }

    Holds HeldByCall(Node callee, IReadOnlyList<Node> arguments, int depth)
    {
        if (callee is MemberExpression method)
        {
            var held = Held(method.Object, depth + 1);
            var name = NameOf(method);
            if ((held & (Holds.Origin | Holds.Part)) != 0)
            {
                if (name == "split" && arguments is [var by, ..] && TextOf(by)?.Contains('/') == true)
                    return Holds.Origin;
                if (Unchanged.Contains(name)) return held;
                return Pieces.Contains(name) || name is "match" or "exec" ? held.HasFlag(Holds.Origin)
                    && name is "pop" or "at" or "shift" or "join" or "reverse" ? held : Holds.Part : Holds.Nothing;
            }
            if (name is "exec" && arguments is [var text] && Held(text, depth + 1).HasFlag(Holds.Origin))
                return Holds.Part;
            if (name is "parse" && NameOf(method.Object) is "URL" && arguments is [var address, ..]
                && (Held(address, depth + 1) & Holds.Sender) != 0) return Holds.Address;
            if (name is "parse" or "stringify" or "from" or "resolve" && arguments is [var read, ..])
                return Held(read, depth + 1) & (Holds.Data | Holds.Origin);
        }
        if (NameOf(callee) is "String" or "decodeURIComponent" or "encodeURIComponent" or "encodeURI" or "unescape"
            && arguments is [var one, ..]) return Held(one, depth + 1);
        var returned = Holds.Nothing;
        if (arguments.Any(argument => HeldWithin(argument, depth + 1) != Holds.Nothing))
            foreach (var function in values.Entered(callee))
                foreach (var value in values.Returned(function).Take(4)) returned |= Held(value, depth + 1);
        return returned;
    }

    /// <summary>Also what is in an object that is written out: <c>{ ...event, from: event.origin }</c>.</summary>
    public Holds HeldWithin(Node? node, int depth)
    {
        if (depth > 3) return Holds.Nothing;
        return node switch
        {
            ObjectExpression fields => fields.Properties.Aggregate(Holds.Nothing, (all, field) => all | HeldWithin(
                field is IProperty property ? property.Value : (field as SpreadElement)?.Argument, depth + 1)),
            ArrayExpression list => list.Elements
                .Aggregate(Holds.Nothing, (all, one) => all | HeldWithin(one, depth + 1)),
            _ => Held(node, depth),
        };
    }
}
