using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Oxvo.PortalSample.Tools.Embedding;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What a listener does with the sender's origin, as far as its text shows: the more, the greater.</summary>
enum OriginUse
{
    /// <summary>It is compared with nothing in the listener, nor in what the listener calls with the event.</summary>
    Ignored,

    /// <summary>The text does not show what listens, or where the event goes.</summary>
    Unknown,
    Compared,
}

/// <summary>A listener on the window, with what was found about it.</summary>
/// <param name="Where">Script and line.</param>
/// <param name="IsForeign">Another website's script: what it listens for is its own.</param>
/// <param name="Partial">Comparisons of a part of the origin, as they are written.</param>
sealed record MessageListener(string Where, bool IsForeign, OriginUse Use, IReadOnlyList<string> Partial);

/// <summary>
/// Finds the window's message listeners in scripts, minified ones too. Listeners on ports, workers, sockets and
/// channels are not the window's and are left out; what cannot be told is <see cref="OriginUse.Unknown"/>.
/// </summary>
sealed class MessageListeners
{
    const int MostListeners = 50, MostCalls = 400, Deepest = 3, LongestHelper = 16 * 1024;
    const string OwnMessage = "oxvo.current_user";

    static readonly string[] Registering = ["addEventListener", "attachEvent"];
    static readonly string[] Wrapped = ["on", "one", "bind", "once", "addListener", "live", "listen"];
    static readonly string[] Compiled = ["HostListener", "Listen"];

    // These get the name of an event, or a word that looks like one, and listen for nothing.
    static readonly Regex Innocent = Pattern.New(
        "(?i)^(?:remove|off$|un|detach|emit|dispatch|trigger|fire|post|send|get|set|has|delete|includes|indexOf|init"
        + "|log$|warn$|error$|info$|debug$|create|query|t$|translate|starts|ends|equals|assert|expect|it$|test$|require"
        + "|define|concat|push|join|split|replace|match|stop|cancel)");
    static readonly Regex Registers = Pattern.New(
        "(?i)listen|event|^(?:on|once|one|add|subscribe|observe|hear|watch|bind|attach|register|handle|receive)");
    static readonly Regex Hook = Pattern.New("(?i)^use[A-Z].*|eventListener$|^fromEvent|listen");

    readonly ScriptValues values;
    readonly EventTargets targets;
    readonly OnMessage properties;
    readonly Handlers handlers;
    readonly List<MessageListener> found = [];

    /// <summary>Texts that were seen to name the event somewhere that is understood.</summary>
    readonly HashSet<Node> accounted = [];
    readonly HashSet<Node> judged = [];

    MessageListeners(IReadOnlyList<PageScript> scripts, CancellationToken limit)
    {
        values = new(scripts, limit);
        targets = new(values);
        properties = new(values, targets);
        handlers = new(values);
    }

    /// <param name="limit">A text made for it can take long to follow.</param>
    public static IReadOnlyList<MessageListener> Find(IReadOnlyList<PageScript> scripts, CancellationToken limit)
    {
        var search = new MessageListeners(scripts, limit);
        foreach (var script in scripts.Where(script => script.Program is not null)) search.FindIn(script);
        return search.found;
    }

    void FindIn(PageScript script)
    {
        var before = found.Count;
        List<Node> lost = [];
        List<Node> uses = [];
        foreach (var text in script.Mentions)
            if (IsEvent(TextOf(text)!)) AddUses(text, 0, uses);
        var calls = CallsToJudge(script, uses);
        foreach (var call in calls.Take(MostCalls))
            if (Judge(call, 0) == EventTarget.Unknown) lost.Add(call);
        // window['on' + name]
        var computed = uses.Where(use => use.UserData is MemberExpression { Computed: true } member
            && member.Property == use && use is not StringLiteral && values.KeyOf(member) == "onmessage");
        foreach (var place in script.Named("onmessage").Concat(computed).Take(MostCalls))
        {
            var (on, given) = properties.Judge(place);
            if (on == EventTarget.Window) Follow(place, given);
            if (on == EventTarget.Unknown) lost.Add(place);
        }
        foreach (var text in script.Mentions) JudgeBinding(text);
        lost.AddRange(script.Named("eval").Where(HidesListener));
        if (found.Count == before && lost.Count == 0
            && script.Mentions.Any(IsLeftOver) && FindUnnamed(script) is { } unnamed) lost.Add(unnamed);
        if (found.Count == before && values.IsSpent && script.Mentions.Count > 0) lost.Add(script.Program!);
        if (calls.Count > MostCalls) found.Add(Report(calls[MostCalls], OriginUse.Unknown, []));
        if (found.Count == before)
            found.AddRange(lost.Take(1).Select(node => Report(node, OriginUse.Unknown, [])));
    }

    /// <summary>Calls that are given the event's name, and those that may be given it.</summary>
    List<CallExpression> CallsToJudge(PageScript script, List<Node> uses)
    {
        List<CallExpression> calls = [];
        foreach (var use in uses)
        {
            // window.addEventListener.apply(window, ['message', …])
            var argument = use.UserData is ArrayExpression { UserData: CallExpression applied } list
                && NameOf(applied.Callee) == "apply" ? list : use;
            if (argument.UserData is CallExpression call && call.Callee != argument) calls.Add(call);
        }
        foreach (var place in Registering.Append("on").SelectMany(name => script.Named(name)))
            if (CallAround(place) is { Arguments: [var name, ..] } call && TextOf(name) is null
                && (name is ObjectExpression map ? Handlers.In(map).Count > 0
                    : NameOf(place) != "on" && values.Texts(name).Any(IsEvent))) calls.Add(call);
        calls.Sort((one, other) => one.Start != other.Start ? one.Start - other.Start : one.End - other.End);
        List<CallExpression> each = [];
        foreach (var call in calls)
            if (each.Count == 0 || each[^1] != call) each.Add(call);
        return each;
    }

    /// <summary>Adds where a text goes by the names that it is given.</summary>
    void AddUses(Node node, int depth, List<Node> uses)
    {
        if (depth > Deepest || !values.TakeStep()) return;
        while (node.UserData is ConditionalExpression or LogicalExpression or SequenceExpression or ChainExpression
            or TemplateLiteral or BinaryExpression { Operator: Operator.Addition } && values.TakeStep())
            node = (Node)node.UserData;
        switch (node.UserData)
        {
            case VariableDeclarator { Id: Identifier name } when values.FindVariable(name) is { } variable:
                foreach (var use in variable.Uses.Where(use => use != name).Take(MostCalls))
                    AddUses(use, depth + 1, uses);
                break;
            case AssignmentExpression { Left: Identifier name } when values.FindVariable(name) is { } variable:
                foreach (var use in variable.Uses.Where(use => use != name).Take(MostCalls))
                    AddUses(use, depth + 1, uses);
                break;
            case IProperty property when property.Value == node && NameOf(property.Key) is { } key:
                foreach (var read in values.Properties.Reads(key, node)) AddUses(read, depth + 1, uses);
                break;
            default: uses.Add(node); break;
        }
    }

    /// <returns>What is listened on; Unknown where the text does not show it.</returns>
    EventTarget Judge(CallExpression call, int depth)
    {
        if (!values.TakeStep() || depth > Deepest) return EventTarget.Unknown;
        if (depth == 0 && !judged.Add(call)) return EventTarget.Other;
        var (names, target, skipped) = Callee.Find(values, call.Callee);
        Node?[] arguments = [.. call.Arguments.Skip(skipped)];
        if (NameOf(call.Callee) == "apply" && arguments is [ArrayExpression list]) arguments = [.. list.Elements];
        var at = Array.FindIndex(arguments, argument => IsEventName(argument));
        // It was given the name in a way that is too long to follow.
        if (at < 0) return depth == 0 && names.Any(Registering.Contains) ? EventTarget.Unknown : EventTarget.Other;
        Account(arguments[at]);
        if (names.Count > 0 && names.All(name => Innocent.IsMatch(name))) return EventTarget.Other;
        var handler = arguments.Skip(at + 1).FirstOrDefault(one => MayHandle(one) && !targets.IsWindowArgument(one));

        if (names.Any(Registering.Contains))
        {
            var on = target is null ? EventTarget.Window : targets.Find(target);
            if (on == EventTarget.Window) Follow(call, [handler]);
            return on;
        }
        if (handlers.FindDecorated(call) is { } decorated)
        {
            var isWindow = TextOf(arguments[at])!.StartsWith("window:", StringComparison.Ordinal)
                || arguments.Any(argument => values.Resolve(argument, ["target"]).Any(one => TextOf(one) == "window"));
            if (isWindow) Follow(call, [decorated]);
            return isWindow || names.Any(Compiled.Contains) ? EventTarget.Window : EventTarget.Unknown;
        }
        var isNamed = names.Count == 0 || names.Any(name => Registers.IsMatch(name) || name.Length <= 3);
        if (arguments.Any(argument => argument != handler && targets.IsWindowArgument(argument))
            && (handler is not null || isNamed))
        {
            Follow(call, handler is null ? handlers.Behind(call) : [handler]);
            return EventTarget.Window;
        }
        var entered = values.Entered(call.Callee);
        if (target is not null && names.Any(Wrapped.Contains))
        {
            if (!targets.IsWrappedWindow(target) && targets.Find(target) is var on and not EventTarget.Window)
                return entered.Count == 0 || Enter(entered, call, arguments, depth) is not EventTarget.Window
                    ? on : EventTarget.Window;
            Follow(call, arguments[at] is ObjectExpression map ? Handlers.In(map)
                : [arguments.Skip(at + 1).LastOrDefault(MayHandle)]);
            return EventTarget.Window;
        }
        if (names.Any(name => name.EndsWith("listener", StringComparison.Ordinal) && name.StartsWith('ɵ')))
            return EventTarget.Other;
        if (entered.Count > 0) return Enter(entered, call, arguments, depth);
        if (handler is null) return EventTarget.Other;
        if (target is not null && targets.Find(target) == EventTarget.Other) return EventTarget.Other;
        if (names.Any(name => Hook.IsMatch(name)))
        {
            if (arguments.Any(one => one != handler && one != arguments[at]
                && one is not (ObjectExpression or Literal) && targets.Find(one) == EventTarget.Other))
                return EventTarget.Other;
            Follow(call, [handler]);
            return EventTarget.Window;
        }
        return names.Count == 0 || names.Any(name => Registers.IsMatch(name))
            ? EventTarget.Unknown : EventTarget.Other;
    }

    /// <summary>A function of the script is given the event's name: looks up what it does with it.</summary>
    EventTarget Enter(IReadOnlyList<Node> functions, CallExpression call, Node?[] arguments, int depth)
    {
        var result = EventTarget.Other;
        foreach (var function in functions.Where(one => one.End - one.Start < LongestHelper))
        {
            values.Followed[function] = [arguments];
            foreach (var inner in Within(function).OfType<CallExpression>().Where(inner => inner != call))
                if (values.TakeStep() && inner.Arguments.Any(one => TextOf(one) is null && IsEventName(one)))
                {
                    var one = Judge(inner, depth + 1);
                    if (one == EventTarget.Window || result == EventTarget.Other) result = one;
                }
            values.Followed.Remove(function);
        }
        return result;
    }

    // What Angular's metadata write: '(window:message)': 'take($event)'.
    void JudgeBinding(Node text)
    {
        var written = TextOf(text)!;
        var method = written is "(window:message)" && text.UserData is IProperty { Value: var value } property
            && property.Key == text ? TextOf(value)?.Split('(')[0] : null;
        if (method is null) return;
        Account(text);
        Follow(text, [.. ScriptOf(text).Named(method).Select(place => place.UserData).OfType<IProperty>()
            .Select(one => (Node?)one.Value)]);
    }

    void Follow(Node node, IReadOnlyList<Node?> given)
    {
        if (found.Count > MostListeners) return;
        if (found.Count == MostListeners)
        {
            // Those that are left are not looked at, and must not pass.
            found.Add(Report(node, OriginUse.Unknown, []));
            return;
        }
        if (given is [{ } only] && IsPolyfill(ScriptOf(node), only)) return;
        // An object without a handleEvent hears nothing.
        if (given is [ThisExpression self] && values.Functions(self).Count == 0) return;
        var use = new EventUse(values, given, node);
        found.Add(Report(node, use.Find(), use.Partial));
    }

    MessageListener Report(Node node, OriginUse use, IReadOnlyList<string> partial)
    {
        var script = ScriptOf(node);
        return new($"{script.Name}, line {node.Location.Start.Line}", script.IsForeign && !IsOwn(script), use, partial);
    }

    // An app's own files may be on another host: what knows the messenger's message was written for it.
    bool IsOwn(PageScript script) => values.Scripts.Any(other =>
        (other == script || HostOf(other) == HostOf(script)) && other.Source.Contains(OwnMessage));

    static string HostOf(PageScript script) =>
        Uri.TryCreate(script.Name, UriKind.Absolute, out var address) ? address.Authority : "";

    // core-js, as many bundles have it: without a MessageChannel it posts numbers to its own window, and takes no
    // other ones.
    bool IsPolyfill(PageScript script, Node handler)
    {
        if (values.Functions(handler) is not [var function] || function.End - function.Start > 150) return false;
        var start = Math.Max(0, function.Start - 2_000);
        var around = script.Source.AsSpan(start, Math.Min(script.Source.Length - start, 4_000));
        return around.Contains("MessageChannel", StringComparison.Ordinal)
            && around.Contains("onreadystatechange", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A registration whose event's name the text does not show, on what may be a window.</summary>
    CallExpression? FindUnnamed(PageScript script) => Registering.SelectMany(name => script.Named(name))
        .Select(CallAround)
        .FirstOrDefault(call => call is { Arguments: [var name, ..] } && TextOf(name) is null
            && values.Texts(name).Count == 0 && Callee.Find(values, call.Callee).Target is var target
            && (target is null || targets.Find(target) != EventTarget.Other));

    // A word in a comparison, a key or another text is not what someone listens for.
    bool IsLeftOver(Node text) => IsEvent(TextOf(text)!) && !accounted.Contains(text) && text.UserData
        is VariableDeclarator or AssignmentExpression or ArrayExpression or ConditionalExpression or IProperty;

    void Account(Node? argument)
    {
        foreach (var value in values.Resolve(argument)) accounted.Add(value);
    }

    bool IsEventName(Node? argument) => argument switch
    {
        null => false,
        ObjectExpression map => Handlers.In(map).Count > 0,
        _ => values.Texts(argument).Any(IsEvent),
    };

    internal static bool IsEvent(string text) => text is "message" or "window:message" or "onmessage"
        || text.Length < 100 && text.Contains("message", StringComparison.Ordinal)
            && text.Split(' ').Any(word => word.Split('.')[0] == "message");

    // A builder's development mode hides each module in a text.
    static bool HidesListener(Node eval) => eval.UserData is CallExpression { Arguments: [StringLiteral code] } call
        && call.Callee == eval && (code.Value.Contains("addEventListener", StringComparison.Ordinal)
            || code.Value.Contains("onmessage", StringComparison.Ordinal));

    static bool MayHandle(Node? argument) => argument is IFunction or Identifier { Name: not "undefined" }
        or MemberExpression or CallExpression or ObjectExpression or ThisExpression or NewExpression
        or ConditionalExpression or LogicalExpression or AssignmentExpression or ChainExpression;

    static CallExpression? CallAround(Node place)
    {
        var callee = place.UserData is MemberExpression member && member.Property == place ? member : place;
        if (callee.UserData is MemberExpression { Property: Identifier { Name: "call" or "apply" } } again
            && again.Object == callee) callee = again;
        return callee.UserData as CallExpression is { } call && call.Callee == callee ? call : null;
    }
}
