using Acornima;
using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// What one listener does with the event that it gets, and with the event's origin, through all functions that are
/// handed one of them. A comparison counts where something depends on it.
/// </summary>
sealed class EventUse
{
    const int MostFunctions = 40, LongestBody = 64 * 1024, MostPartial = 10;

    static readonly string[] PartOf = ["startsWith", "endsWith", "includes", "indexOf", "lastIndexOf", "search"];
    static readonly string[] Lists = ["includes", "indexOf", "has", "get", "contains", "inArray", "lastIndexOf", "is",
        "isEqual", "equals", "eq", "localeCompare", "hasOwnProperty", "hasOwn", "isPrototypeOf"];
    static readonly string[] Matching = ["test", "exec", "match", "search", "matchAll"];
    internal static readonly string[] Harmless = ["postMessage", "stringify", "parse", "String", "Boolean", "URL",
        "push", "add", "set", "setItem", "preventDefault", "stopPropagation", "stopImmediatePropagation",
        "decodeURIComponent", "encodeURIComponent", "isArray", "keys", "entries", "Error", "TypeError", "setState",
        "assign"];
    static readonly string[] SchemesOnly = ["https://", "https:", "http", "https", "http:", "http://", "", "null"];

    readonly ScriptValues values;
    readonly EventFlow flow;
    readonly Decisions decisions;
    readonly OriginPattern patterns;
    readonly EarlyUse early;
    readonly HashSet<Node> handlers = [];
    readonly Dictionary<Node, List<Node>> callSites = [];
    readonly Queue<Node> open = [];
    readonly List<Node> reached = [];
    readonly HashSet<string> partial = [];
    readonly List<Node> compared = [];
    bool isLost, isOriginHanded, isDataRead, isComparedForNothing;

    public EventUse(ScriptValues values, IReadOnlyList<Node?> handlers, Node registration)
    {
        this.values = values;
        patterns = new(values);
        flow = new(values, this.handlers, reached);
        decisions = new(values, flow, this.handlers, callSites, registration);
        early = new(values, flow, callSites);
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
        var isEarly = reached.Any(function => early.IsIn(function, compared));
        values.Followed.Clear();
        if (compared.Count > 0) return isEarly ? OriginUse.Ignored : OriginUse.Compared;
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
            flow.Forget();
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
        var handed = arguments.Aggregate(Holds.Nothing, (all, one) => all | flow.HeldWithin(one, 0));
        if ((handed & (Holds.Event | Holds.Sender)) == 0) return;
        Node?[] given = [.. arguments];
        if (callee is MemberExpression { Object: var inner } member && NameOf(member) is "call" or "apply")
        {
            callee = inner;
            given = given is [_, ArrayExpression list] ? [.. list.Elements]
                : NameOf(member) == "apply" ? [given.LastOrDefault()] : given[1..];
        }
        if (callee is MemberExpression method && flow.Find(method.Object) != Holds.Nothing) return;
        var functions = values.Entered(callee);
        if (functions.Count == 0) functions = [.. values.Functions(callee)];
        if (functions.Count == 0 && !IsKnown(callee, arguments))
        {
            isLost = true;
            isOriginHanded |= (handed & Holds.Sender) != 0
                && arguments.Any(one => (flow.Find(one) & Holds.Sender) != 0);
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
        return name is not null && (Decisions.Consoles.Contains(name) || Harmless.Contains(name) || Lists.Contains(name)
            || Matching.Contains(name) || PartOf.Contains(name) || EventFlow.Unchanged.Contains(name))
            || callee is MemberExpression { Object: Identifier { Name: "console" or "JSON" or "Sentry" } }
            // A function that is written there is looked at where it is.
            || arguments.Any(one => one is IFunction);
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
            case BinaryExpression { Operator: Operator.In } lookup when flow.Find(lookup.Left).HasFlag(Holds.Origin):
                Whole(node);
                break;
            case SwitchStatement choice when choice.Cases.Any(one => one.Test is not null && !IsEmpty(one.Test)):
                if (flow.Find(choice.Discriminant).HasFlag(Holds.Origin)) compared.Add(choice.Discriminant);
                else if (flow.Find(choice.Discriminant).HasFlag(Holds.Part)) AddPartial(choice.Discriminant);
                break;
            // allowed[event.origin]
            case MemberExpression { Computed: true } map when flow.Find(map.Property).HasFlag(Holds.Origin)
                && flow.Find(map.Object) == Holds.Nothing && !Properties.IsWrittenTo(map):
                Whole(node);
                break;
            case CallExpression call: JudgeCall(call); break;
            case MemberExpression member when flow.Find(member) == Holds.Data: isDataRead = true; break;
            case IProperty property when ((Node)property).UserData is ObjectPattern && NameOf(property.Key) == "data":
                isDataRead = true;
                break;
        }
    }

    void Compare(Node node, Node side, Node other)
    {
        var held = flow.Find(side);
        if (held.HasFlag(Holds.Source) && IsItself(other)) Whole(node);
        if ((held & (Holds.Origin | Holds.Part)) == 0 || IsEmpty(other)) return;
        // What the sender says of itself proves nothing.
        if (flow.Find(other) != Holds.Nothing) return;
        if (held.HasFlag(Holds.Part) && !held.HasFlag(Holds.Origin)) Part(node, TextOf(other));
        else if (LetsOthersIn((BinaryExpression)node)) isComparedForNothing = true;
        else Whole(node);
    }

    // if (event.origin === one) return; and what follows reads the message; or: if (event.origin !== one) read(it)
    bool LetsOthersIn(BinaryExpression comparison)
    {
        var isSame = comparison.Operator is Operator.Equality or Operator.StrictEquality;
        Node test = comparison;
        while (Parent(test) is LogicalExpression or UnaryExpression { Operator: Operator.LogicalNot })
        {
            test = Parent(test)!;
            if (test is UnaryExpression) isSame = !isSame;
        }
        if (Parent(test) is not IfStatement { Alternate: null } choice || choice.Test != test) return false;
        if (!isSame) return decisions.HoldsData(choice.Consequent) && !Decisions.IsOnlyLogging(choice.Consequent)
            && !Within(choice.Consequent).Any(one => one is ReturnStatement or ThrowStatement or BreakStatement
                or ContinueStatement or AssignmentExpression);
        return IsExit(choice.Consequent) && Parent(choice) is BlockStatement block
            && block.Body.Any(one =>
                one.Start > choice.Start && !Decisions.IsOnlyLogging(one) && decisions.HoldsData(one));
    }

    static bool IsExit(Node node) => node is ReturnStatement { Argument: null } or ThrowStatement
        || node is BlockStatement { Body: { Count: > 0 } body } && IsExit(body[^1])
            && body.Take(body.Count - 1).All(Decisions.IsOnlyLogging);

    void JudgeCall(CallExpression call)
    {
        var callee = call.Callee is ChainExpression chain ? chain.Expression : call.Callee;
        var name = NameOf(callee);
        var target = (callee as MemberExpression)?.Object;
        var argument = call.Arguments.FirstOrDefault(one => (flow.Find(one) & (Holds.Origin | Holds.Part)) != 0);
        var onOrigin = target is not null && (flow.Find(target) & (Holds.Origin | Holds.Part)) != 0;
        if (name is null || !onOrigin && argument is null) return;
        // A list that the sender brings says nothing of the sender.
        if (!onOrigin && flow.Find(target).HasFlag(Holds.Data)) return;
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
        else if (Lists.Contains(name) && !Decisions.Consoles.Contains(name))
        {
            if (name is "includes" or "indexOf" or "lastIndexOf" && IsText(target)) Part(call, null);
            else if (flow.Find(argument).HasFlag(Holds.Origin)) Whole(call);
            else Part(call, null);
        }
    }

    void JudgePattern(CallExpression call, Node? pattern)
    {
        var written = patterns.Find(pattern);
        if (written.Count == 0) isOriginHanded = true;
        else if (written.All(OriginPattern.IsWhole)) Whole(call);
        else Part(call, null);
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
        if (decisions.IsUsed(node)) compared.Add(node);
        else isComparedForNothing = true;
    }

    // That it is on https says nothing of who it is.
    void Part(Node node, string? with)
    {
        if (with is not null && SchemesOnly.Contains(with)) return;
        if (decisions.IsUsed(node)) AddPartial(node);
    }

    void AddPartial(Node node)
    {
        compared.Add(node);
        partial.Add(ScriptOf(node).Source[node.Start..node.End].Split('\n')[0]);
    }

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
