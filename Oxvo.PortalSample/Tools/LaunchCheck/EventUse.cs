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

/// <summary>
/// What one listener does with the event that it gets, and with the event's origin, through all functions that are
/// handed one of them. A comparison counts where something depends on it.
/// </summary>
sealed class EventUse
{
    const int MostFunctions = 40, LongestBody = 64 * 1024, Deepest = 12, MostPartial = 10;

    static readonly string[] Unchanged =
        ["toLowerCase", "toUpperCase", "toString", "trim", "valueOf", "normalize", "replace", "concat", "replaceAll"];
    static readonly string[] Pieces =
        ["slice", "substring", "substr", "split", "charAt", "at", "pop", "shift", "join", "reverse"];
    static readonly string[] PartOf = ["startsWith", "endsWith", "includes", "indexOf", "lastIndexOf", "search"];
    static readonly string[] Lists = ["includes", "indexOf", "has", "get", "contains", "inArray", "lastIndexOf", "is",
        "isEqual", "equals", "eq", "localeCompare", "hasOwnProperty", "hasOwn", "isPrototypeOf"];
    static readonly string[] Matching = ["test", "exec", "match", "search", "matchAll"];
    static readonly string[] Wholes = ["origin", "host", "hostname", "href"];
    static readonly string[] Consoles = ["log", "error", "warn", "debug", "info", "trace", "table", "group"];
    static readonly string[] Predicates =
        ["some", "every", "find", "findIndex", "filter", "findLast", "takeWhile", "skipWhile", "first", "last"];
    static readonly string[] IgnoringResults =
    [
        "addEventListener", "attachEvent", "on", "one", "bind", "once", "forEach", "subscribe", "then", "setTimeout",
        "requestAnimationFrame", "useEffect", "listen", "map", "tap", "queueMicrotask",
    ];
    static readonly string[] Harmless = ["postMessage", "stringify", "parse", "String", "Boolean", "URL", "push", "add",
        "set", "setItem", "preventDefault", "stopPropagation", "stopImmediatePropagation", "decodeURIComponent",
        "encodeURIComponent", "isArray", "keys", "entries", "Error", "TypeError", "setState", "assign"];
    static readonly string[] SchemesOnly = ["https://", "https:", "http", "https", "http:", "http://", "", "null"];

    readonly ScriptValues values;
    readonly Node registration;
    readonly Dictionary<Variable, Holds> known = [];
    readonly HashSet<Node> handlers = [];
    readonly Dictionary<Node, List<Node>> callSites = [];
    readonly Queue<Node> open = [];
    readonly List<Node> reached = [];
    readonly HashSet<string> partial = [];
    bool isLost, isOriginHanded, isDataRead, isComparedForNothing, isCompared;

    public EventUse(ScriptValues values, IReadOnlyList<Node?> handlers, Node registration)
    {
        this.values = values;
        this.registration = registration;
        foreach (var handler in handlers)
        {
            if (handler is null) continue;
            var functions = values.Functions(handler);
            foreach (var function in functions)
            {
                if (this.handlers.Add(function)) open.Enqueue(function);
                AddSite(function, handler);
            }
            isLost |= functions.Count == 0;
        }
        isLost |= this.handlers.Count == 0;
    }

    /// <summary>As they are written: a look-alike origin gets past each of them.</summary>
    public IReadOnlyList<string> Partial => [.. partial.Take(MostPartial)];

    public OriginUse Find()
    {
        Reach();
        foreach (var function in reached)
            foreach (var node in Within(function))
                if (values.TakeStep()) Judge(node);
        values.Followed.Clear();
        if (isCompared || partial.Count > 0) return OriginUse.Compared;
        if (values.IsSpent || isOriginHanded || isLost && AnyOriginIsRead()) return OriginUse.Unknown;
        // What does nothing with the message may be told anything.
        return isComparedForNothing && !isDataRead ? OriginUse.Compared : OriginUse.Ignored;
    }

    /// <summary>Visits each function that gets the event or its origin, again where it gets more.</summary>
    void Reach()
    {
        for (var visits = 0; open.TryDequeue(out var function) && visits < 3 * MostFunctions; visits++)
        {
            if (function.End - function.Start > LongestBody || reached.Count >= MostFunctions)
            {
                isLost = true;
                continue;
            }
            if (!reached.Contains(function)) reached.Add(function);
            known.Clear();
            foreach (var node in Within(function))
            {
                if (!values.TakeStep()) return;
                if (node is CallExpression or NewExpression) HandOn(node);
            }
        }
    }

    void HandOn(Node node)
    {
        var (callee, arguments) = node is CallExpression call ? (call.Callee, call.Arguments.ToArray())
            : (((NewExpression)node).Callee, [.. ((NewExpression)node).Arguments]);
        var handed = arguments.Aggregate(Holds.Nothing, (all, one) => all | HeldWithin(one, 0));
        if ((handed & (Holds.Event | Holds.Sender)) == 0) return;
        Node?[] given = [.. arguments];
        if (callee is MemberExpression { Object: var inner } member && NameOf(member) is "call" or "apply")
        {
            callee = inner;
            given = given is [_, ArrayExpression list] ? [.. list.Elements]
                : NameOf(member) == "apply" ? [given.LastOrDefault()] : given[1..];
        }
        if (callee is MemberExpression method && Of(method.Object) != Holds.Nothing) return;
        var functions = values.Entered(callee);
        if (functions.Count == 0) functions = [.. values.Functions(callee)];
        if (functions.Count == 0 && !IsKnown(callee, arguments))
        {
            isLost = true;
            isOriginHanded |= (handed & Holds.Sender) != 0 && arguments.Any(one => (Of(one) & Holds.Sender) != 0);
        }
        foreach (var function in functions.Where(one => one is IFunction))
        {
            if (!callSites.TryGetValue(function, out var sites) || !sites.Contains(node))
            {
                AddSite(function, node);
                if (!values.Followed.TryGetValue(function, out var followed)) values.Followed[function] = followed = [];
                followed.Add(given);
                open.Enqueue(function);
            }
        }
    }

    static bool IsKnown(Node callee, IReadOnlyList<Node> arguments)
    {
        var name = NameOf(callee);
        return name is not null && (Consoles.Contains(name) || Harmless.Contains(name) || Lists.Contains(name)
            || Matching.Contains(name) || PartOf.Contains(name) || Unchanged.Contains(name))
            || callee is MemberExpression { Object: Identifier { Name: "console" or "JSON" or "Sentry" } }
            // A function that is written there is looked at where it is.
            || arguments.Any(one => one is IFunction);
    }

    // ---- what an expression holds

    Holds Of(Node? node) => Of(node, 0);

    Holds Of(Node? node, int depth)
    {
        if (node is null || depth > Deepest || !values.TakeStep()) return Holds.Nothing;
        switch (node)
        {
            case Identifier name: return OfVariable(name, depth);
            case MemberExpression member: return OfMember(member, depth);
            case ChainExpression chain: return Of(chain.Expression, depth + 1);
            case AwaitExpression wait: return Of(wait.Argument, depth + 1);
            case SpreadElement spread: return Of(spread.Argument, depth + 1);
            case SequenceExpression sequence: return Of(sequence.Expressions[^1], depth + 1);
            case AssignmentExpression assignment: return Of(assignment.Right, depth + 1);
            case ConditionalExpression choice:
                return Of(choice.Consequent, depth + 1) | Of(choice.Alternate, depth + 1);
            case LogicalExpression { Operator: Operator.LogicalAnd } both: return Of(both.Right, depth + 1);
            case LogicalExpression either: return Of(either.Left, depth + 1) | Of(either.Right, depth + 1);
            case BinaryExpression { Operator: Operator.Addition } sum:
                return (Of(sum.Left, depth + 1) | Of(sum.Right, depth + 1)) & (Holds.Sender | Holds.Data);
            case TemplateLiteral text:
                return text.Expressions.Aggregate(Holds.Nothing, (all, one) => all | Of(one, depth + 1))
                    & (Holds.Sender | Holds.Data);
            case CallExpression call: return OfCall(call.Callee, call.Arguments, depth);
            case NewExpression made when NameOf(made.Callee) == "URL" && made.Arguments is [var address, ..]:
                return (Of(address, depth + 1) & Holds.Sender) != 0 ? Holds.Address : Of(address, depth + 1);
            default: return Holds.Nothing;
        }
    }

    Holds OfVariable(Identifier name, int depth)
    {
        if (values.FindVariable(name) is not { } variable)
            return name.Name == "event" || name.Name == "arguments" ? OfArguments(name) : Holds.Nothing;
        if (known.TryGetValue(variable, out var held)) return held;
        known[variable] = Holds.Nothing;
        foreach (var given in variable.Givens)
            if (given.Parameter < 0) held |= OfPath(given.Value, given.Path, depth + 1);
            else
            {
                if (given.Parameter == 0 && handlers.Contains(given.Value)) held |= Follow(Holds.Event, given.Path);
                foreach (var call in values.Followed.GetValueOrDefault(given.Value) ?? [])
                    if (given.Parameter < call.Length) held |= OfPath(call[given.Parameter], given.Path, depth + 1);
                if (ScriptValues.ElementsFor(given) is { } list) held |= Of(list, depth + 1) & ~Holds.Event;
            }
        return known[variable] = held;
    }

    // window.event, and the event among the arguments of its listener.
    Holds OfArguments(Node name)
    {
        for (var function = ScriptValues.FunctionAround(name); function is not null;
            function = ScriptValues.FunctionAround(function))
            if (handlers.Contains(function)) return Holds.Event;
        return Holds.Nothing;
    }

    Holds OfMember(MemberExpression member, int depth)
    {
        // event.origin[i]
        if (values.KeyOf(member) is not { } key)
        {
            var whole = Of(member.Object, depth + 1);
            return (whole & Holds.Data) | ((whole & (Holds.Origin | Holds.Part)) != 0 ? Holds.Part : Holds.Nothing);
        }
        var held = OfPath(member.Object, [key], depth + 1);
        if (held != Holds.Nothing || Of(member.Object, depth + 1) != Holds.Nothing) return held;
        // What a function that was reached keeps in an object: this.from = event.origin.
        foreach (var place in ScriptOf(member).Named(key).Where(_ => values.TakeStep()))
            if (place.UserData is MemberExpression { UserData: AssignmentExpression assignment } kept
                && kept.Property == place && assignment.Left == kept && kept != member
                && reached.Any(function => function.Start <= place.Start && place.End <= function.End))
                held |= Of(assignment.Right, depth + 1);
        return held;
    }

    Holds OfPath(Node? node, IReadOnlyList<string> path, int depth)
    {
        if (node is null || depth > Deepest || !values.TakeStep()) return Holds.Nothing;
        if (path.Count == 0) return Of(node, depth + 1);
        switch (node)
        {
            case ObjectExpression fields:
                var held = Holds.Nothing;
                foreach (var field in fields.Properties)
                    if (field is SpreadElement spread) held |= OfPath(spread.Argument, path, depth + 1);
                    else if (field is IProperty property && NameOf(property.Key) == path[0])
                        return OfPath(property.Value, [.. path.Skip(1)], depth + 1);
                return held;
            case ArrayExpression list when int.TryParse(path[0], out var index) && index < list.Elements.Count:
                return OfPath(list.Elements[index], [.. path.Skip(1)], depth + 1);
            case Identifier name when values.FindVariable(name) is { } variable && !known.ContainsKey(variable):
                var all = Follow(Of(name, depth + 1), path);
                if (all != Holds.Nothing) return all;
                foreach (var given in variable.Givens)
                    if (given is { Parameter: < 0, Path.Count: 0, Value: ObjectExpression or ArrayExpression })
                        all |= OfPath(given.Value, path, depth + 1);
                    else if (given.Parameter >= 0)
                        foreach (var call in values.Followed.GetValueOrDefault(given.Value) ?? [])
                            if (given.Parameter < call.Length && call[given.Parameter] is ObjectExpression fields)
                                all |= OfPath(fields, [.. given.Path, .. path], depth + 1);
                return all;
            case Identifier name when values.FindVariable(name) is { } variable:
                var followed = Follow(known[variable], path);
                if (followed != Holds.Nothing) return followed;
                goto default;
            case ConditionalExpression choice:
                return OfPath(choice.Consequent, path, depth + 1) | OfPath(choice.Alternate, path, depth + 1);
            case LogicalExpression choice:
                return OfPath(choice.Left, path, depth + 1) | OfPath(choice.Right, path, depth + 1);
            default:
                var direct = Follow(Of(node, depth + 1), path);
                if (direct == Holds.Nothing && node is Identifier or CallExpression)
                    foreach (var value in values.Resolve(node).OfType<ObjectExpression>())
                        direct |= OfPath(value, path, depth + 1);
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

    Holds OfCall(Node callee, IReadOnlyList<Node> arguments, int depth)
    {
        if (callee is MemberExpression method)
        {
            var held = Of(method.Object, depth + 1);
            var name = NameOf(method);
            if ((held & (Holds.Origin | Holds.Part)) != 0)
            {
                if (name == "split" && arguments is [var by, ..] && TextOf(by)?.Contains('/') == true)
                    return Holds.Origin;
                if (Unchanged.Contains(name)) return held;
                return Pieces.Contains(name) || name is "match" or "exec" ? held.HasFlag(Holds.Origin)
                    && name is "pop" or "at" or "shift" or "join" or "reverse" ? held : Holds.Part : Holds.Nothing;
            }
            if (name is "exec" && arguments is [var text] && Of(text, depth + 1).HasFlag(Holds.Origin))
                return Holds.Part;
            if (name is "parse" && NameOf(method.Object) is "URL" && arguments is [var address, ..]
                && (Of(address, depth + 1) & Holds.Sender) != 0) return Holds.Address;
            if (name is "parse" or "stringify" or "from" or "resolve" && arguments is [var read, ..])
                return Of(read, depth + 1) & (Holds.Data | Holds.Origin);
        }
        if (NameOf(callee) is "String" or "decodeURIComponent" or "encodeURIComponent" or "encodeURI" or "unescape"
            && arguments is [var one, ..]) return Of(one, depth + 1);
        var returned = Holds.Nothing;
        if (arguments.Any(argument => HeldWithin(argument, depth + 1) != Holds.Nothing))
            foreach (var function in values.Entered(callee))
                foreach (var value in values.Returned(function).Take(4)) returned |= Of(value, depth + 1);
        return returned;
    }

    /// <summary>Also what is in an object that is written out: <c>{ ...event, from: event.origin }</c>.</summary>
    Holds HeldWithin(Node? node, int depth)
    {
        if (depth > 3) return Holds.Nothing;
        return node switch
        {
            ObjectExpression fields => fields.Properties.Aggregate(Holds.Nothing, (all, field) => all | HeldWithin(
                field is IProperty property ? property.Value : (field as SpreadElement)?.Argument, depth + 1)),
            ArrayExpression list => list.Elements
                .Aggregate(Holds.Nothing, (all, one) => all | HeldWithin(one, depth + 1)),
            _ => Of(node, depth),
        };
    }

    // ---- what is compared

    void Judge(Node node)
    {
        switch (node)
        {
            case BinaryExpression
            {
                Operator: Operator.Equality or Operator.Inequality or Operator.StrictEquality
                or Operator.StrictInequality
            } comparison:
                Compare(node, comparison.Left, comparison.Right);
                Compare(node, comparison.Right, comparison.Left);
                break;
            case BinaryExpression { Operator: Operator.In } lookup when Of(lookup.Left).HasFlag(Holds.Origin):
                Whole(node);
                break;
            case SwitchStatement choice when choice.Cases.Any(one => one.Test is not null && !IsEmpty(one.Test)):
                if (Of(choice.Discriminant).HasFlag(Holds.Origin)) isCompared = true;
                else if (Of(choice.Discriminant).HasFlag(Holds.Part)) AddPartial(choice.Discriminant);
                break;
            // allowed[event.origin]
            case MemberExpression { Computed: true } map when Of(map.Property).HasFlag(Holds.Origin)
                && Of(map.Object) == Holds.Nothing && !ScriptValues.IsWrittenTo(map):
                Whole(node);
                break;
            case CallExpression call: JudgeCall(call); break;
            case MemberExpression member when Of(member) == Holds.Data: isDataRead = true; break;
            case IProperty property when ((Node)property).UserData is ObjectPattern && NameOf(property.Key) == "data":
                isDataRead = true;
                break;
        }
    }

    void Compare(Node node, Node side, Node other)
    {
        var held = Of(side);
        if (held.HasFlag(Holds.Source) && IsItself(other)) Whole(node);
        if ((held & (Holds.Origin | Holds.Part)) == 0 || IsEmpty(other)) return;
        // What the sender says of itself proves nothing.
        if ((Of(other) & ~Holds.Nothing) != 0) return;
        if (held.HasFlag(Holds.Part) && !held.HasFlag(Holds.Origin)) Part(node, TextOf(other));
        else Whole(node);
    }

    void JudgeCall(CallExpression call)
    {
        var callee = call.Callee is ChainExpression chain ? chain.Expression : call.Callee;
        var name = NameOf(callee);
        var target = (callee as MemberExpression)?.Object;
        var argument = call.Arguments.FirstOrDefault(one => (Of(one) & (Holds.Origin | Holds.Part)) != 0);
        var onOrigin = target is not null && (Of(target) & (Holds.Origin | Holds.Part)) != 0;
        if (name is null || !onOrigin && argument is null) return;
        if (Matching.Contains(name) && target is not null)
        {
            JudgePattern(call, onOrigin ? First(call.Arguments) : target);
            return;
        }
        if (onOrigin)
        {
            if (PartOf.Contains(name)) Part(call, TextOf(First(call.Arguments)));
            else if (Lists.Contains(name)) Whole(call);
        }
        else if (name is "startsWith" or "endsWith") Part(call, null);
        else if (Lists.Contains(name) && !Consoles.Contains(name))
        {
            if (name is "includes" or "indexOf" or "lastIndexOf" && IsText(target)) Part(call, null);
            else if (Of(argument).HasFlag(Holds.Origin)) Whole(call);
            else Part(call, null);
        }
    }

    void JudgePattern(CallExpression call, Node? pattern)
    {
        string[] written = [.. values.Resolve(pattern).SelectMany(PatternsIn)];
        if (written.Length == 0 && pattern is Identifier name && values.FindVariable(name) is { Givens: [{ } given] }
            && ScriptValues.ElementsFor(given) is { } list)
            written = [.. values.Resolve(list, [ScriptValues.Any]).SelectMany(PatternsIn)];
        if (written.Length == 0) isOriginHanded = true;
        else if (written.All(OriginPattern.IsWhole)) Whole(call);
        else Part(call, null);
    }

    IEnumerable<string> PatternsIn(Node value)
    {
        if (value is RegExpLiteral literal) return [literal.RegExp.Pattern];
        var made = value switch
        {
            NewExpression { Callee: Identifier { Name: "RegExp" }, Arguments: [var one, ..] } => one,
            CallExpression { Callee: Identifier { Name: "RegExp" }, Arguments: [var one, ..] } => one,
            StringLiteral or TemplateLiteral => value,
            _ => null,
        };
        if (made is null) return [];
        return made is RegExpLiteral within ? [within.RegExp.Pattern] : Built(made, 0) is [_, ..] built ? built : [];
    }

    // A call that makes a piece of a pattern escapes it.
    string[] Built(Node? node, int depth)
    {
        if (depth > 4) return [];
        switch (node)
        {
            case BinaryExpression { Operator: Operator.Addition } sum:
                return [.. from left in Built(sum.Left, depth + 1)
                           from right in Built(sum.Right, depth + 1)
                           select left + right];
            case TemplateLiteral text:
                string[] all = [""];
                for (var i = 0; i < text.Quasis.Count; i++)
                {
                    var piece = text.Quasis[i].Value.Cooked;
                    var next = i < text.Expressions.Count ? Built(text.Expressions[i], depth + 1) : [""];
                    all = [.. (from start in all from end in next select start + piece + end).Take(8)];
                }
                return all;
            case StringLiteral: return [TextOf(node)!];
            case CallExpression: return ["x"];
            default:
                var values = this.values.Resolve(node).Where(value => value != node).ToArray();
                return values.Length == 0 ? [] : [.. values.SelectMany(value => Built(value, depth + 1)).Take(8)];
        }
    }

    /// <summary>It is one text, in which an origin is a part; not a list of them.</summary>
    bool IsText(Node? target)
    {
        if (target is null) return false;
        var found = values.Resolve(target);
        if (found.Any(value => value is StringLiteral or TemplateLiteral or BinaryExpression
            || value is CallExpression { Callee: MemberExpression join }
                && NameOf(join) is "join" or "toString" or "toLowerCase" or "trim")) return true;
        return target is Identifier name && values.FindVariable(name) is { } variable
            && variable.Givens.Any(given => ScriptValues.ElementsFor(given) is { } list
                && !values.Resolve(list, [ScriptValues.Any]).Any(one => one is ArrayExpression or NewExpression));
    }

    bool IsItself(Node window) => window is MemberExpression or Identifier
        && NameOf(window) is not ("parent" or "top" or "opener" or "contentWindow")
        && (new EventTargets(values).Find(window) == EventTarget.Window || window is Identifier { Name.Length: 1 })
        // A minifier's name may also be the window around: to come from there proves nothing.
        && !values.Resolve(window).Any(value => NameOf(value) is "parent" or "top" or "opener" or "contentWindow");

    // To test for truth compares with nothing.
    static bool IsEmpty(Node node) => node is NullLiteral or Identifier { Name: "undefined" } or BooleanLiteral
        or UnaryExpression { Operator: Operator.Void or Operator.TypeOf or Operator.LogicalNot }
        || TextOf(node) is { } text && SchemesOnly.Contains(text);

    void Whole(Node node)
    {
        if (IsUsed(node, 0)) isCompared = true;
        else isComparedForNothing = true;
    }

    // That it is on https says nothing of who it is.
    void Part(Node node, string? with)
    {
        if (with is not null && SchemesOnly.Contains(with)) return;
        if (IsUsed(node, 0)) AddPartial(node);
    }

    void AddPartial(Node node) => partial.Add(ScriptOf(node).Source[node.Start..node.End].Split('\n')[0]);

    // ---- what depends on it

    bool IsUsed(Node node, int depth)
    {
        if (depth > Deepest || !values.TakeStep()) return false;
        var guards = false;
        for (var child = node; Parent(child) is { } around; child = around)
            switch (around)
            {
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
                    return NameOf(key) is { } name && values.Reads(name, around).Any(read => IsUsed(read, depth + 1))
                        || guards && HoldsData(child);
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
                values.Reads(key, member).Any(read => IsUsed(read, depth + 1)),
            // [ok] = …
            _ => Within(target).OfType<Identifier>().Any(name => values.FindVariable(name)?.Uses
                .Any(use => use != name && IsUsed(use, depth + 1)) == true),
        };
    }

    bool HoldsData(Node node) => Within(node).Take(500).Any(one => (Of(one) & (Holds.Data | Holds.Event)) != 0
        && one is not Identifier { UserData: MemberExpression });

    /// <summary>Whether the result of a function decides something where it is called.</summary>
    bool IsResultUsed(Node? function, int depth)
    {
        if (function is null) return false;
        if (function.UserData is CallExpression call && call.Callee != function && call != registration)
            return IsCallbackUsed(call, depth);
        // A builder puts the predicate into a variable, and calls that: (p = (e) => …, operator(p))
        if (function.UserData is AssignmentExpression { Left: Identifier name }
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

    static bool IsLog(CallExpression call) => call.Callee is MemberExpression { Object: var target } callee
        && (NameOf(target) is "console" or "Sentry" or "logger" or "log"
            || Consoles.Contains(NameOf(callee)) && NameOf(target) is not "Math");

    static bool IsOnlyLogging(Node node) => node switch
    {
        EmptyStatement => true,
        BlockStatement block => block.Body.All(IsOnlyLogging),
        ExpressionStatement statement => IsOnlyLogging(statement.Expression),
        SequenceExpression sequence => sequence.Expressions.All(IsOnlyLogging),
        ChainExpression chain => IsOnlyLogging(chain.Expression),
        UnaryExpression { Operator: Operator.Void } nothing => IsOnlyLogging(nothing.Argument),
        NumericLiteral or NullLiteral or Identifier { Name: "undefined" } => true,
        CallExpression call => IsLog(call),
        _ => false,
    };

    bool AnyOriginIsRead() => values.Scripts.Any(script => script.Named("origin").Any(IsSendersOrigin));

    // An origin that is not the window's or the address's own.
    static bool IsSendersOrigin(Node place) => place.UserData switch
    {
        MemberExpression member when member.Property == place => NameOf(member.Object) is not ("location" or "window"
            or "self" or "globalThis" or "document" or "performance" or "data" or "payload"),
        IProperty { } property => ((Node)property).UserData is ObjectPattern,
        _ => false,
    };

    void AddSite(Node function, Node site)
    {
        if (!callSites.TryGetValue(function, out var sites)) callSites[function] = sites = [];
        if (!sites.Contains(site)) sites.Add(site);
    }
}
