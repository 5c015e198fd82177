using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>A function that a script's text holds: its first parameter, and where its body is.</summary>
/// <param name="Script">Where it stands.</param>
/// <param name="Parameter">A name, or the pattern between braces.</param>
/// <param name="Start">The body's first place.</param>
/// <param name="End">The place after it.</param>
sealed partial record ScriptFunction(ScriptText Script, string Parameter, int Start, int End)
{
    const int MostDefinitions = 3;

    public string Body => Script.Code[Start..End];
    public string BodySource => Script.Source[Start..End];

    /// <summary>The function written here (<c>function (e) {…}</c>, <c>e =&gt; …</c>), or null where something else is.</summary>
    public static ScriptFunction? At(ScriptText script, int at)
    {
        if (Head().Match(script.Code, at) is not { Success: true } head) return null;
        var (name, next) = (head.Groups["name"].Value, head.Index + head.Length);
        if (!head.Groups["name"].Success)
        {
            var open = next - 1;
            next = script.Close(open);
            if (Body_().Match(script.Code, next) is not { Success: true } body) return null;
            if (!head.Groups["function"].Success && !body.Groups["arrow"].Success) return null;
            name = FirstParameter(script, open);
            next = body.Index + body.Length;
        }
        while (next < script.Code.Length && char.IsWhiteSpace(script.Code[next])) next++;
        if (next >= script.Code.Length) return null;
        return new(script, name, next, script.Code[next] == '{' ? script.Close(next) : EndOfExpression(script, next));
    }

    /// <summary>The functions of that name, the nearest first: in a minified bundle a name has many.</summary>
    public static IEnumerable<ScriptFunction> Named(ScriptText script, string name, int near) =>
        Definition(name).Matches(script.Code)
            .OrderBy(found => Math.Abs(found.Index - near))
            .Select(found => At(script, found.Groups["at"].Index) ?? Method(script, found.Groups["at"].Index))
            .OfType<ScriptFunction>().Take(MostDefinitions);

    // hear(event) {…} in a class or an object.
    static ScriptFunction? Method(ScriptText script, int at)
    {
        if (at >= script.Code.Length || script.Code[at] != '(') return null;
        var close = script.Close(at);
        return Brace().Match(script.Code, close) is { Success: true } brace
            ? new(script, FirstParameter(script, at), brace.Index + brace.Length - 1,
                script.Close(brace.Index + brace.Length - 1))
            : null;
    }

    static string FirstParameter(ScriptText script, int open)
    {
        var list = script.Code[(open + 1)..Math.Max(open + 1, script.Close(open) - 1)].Trim();
        if (list.StartsWith('{')) return list[..(list.IndexOf('}') + 1)];
        return list.Split([',', '='])[0].Trim();
    }

    static int EndOfExpression(ScriptText script, int at)
    {
        for (; at < script.Code.Length; at++)
            if (script.Code[at] is '(' or '[' or '{') at = script.Close(at) - 1;
            else if (script.Code[at] is ')' or ']' or '}' or ',' or ';') return at;
        return at;
    }

    // Names are at most one identifier, so what is inserted needs no more than the dollar escaped.
    static Regex Definition(string name)
    {
        var n = Regex.Escape(name);
        return new(
            $@"(?<![\w$])(?:(?<at>function\s*\*?\s*{n}\s*\()"
            + $@"|{n}\s*[=:]\s*(?:[\w$.]+\s*\(\s*)??(?<at>(?:async\b\s*)?(?:function\b|\(|[\w$]+\s*=>))|(?<!\.\s*){n}\s*(?<at>\())",
            RegexOptions.CultureInvariant, TimeSpan.FromSeconds(2));
    }

    [GeneratedRegex(@"\G\s*(?:async\b\s*)?(?:(?<function>function)\s*\*?\s*[\w$]*\s*\(|\(|(?<name>[\w$]+)\s*=>)")]
    private static partial Regex Head();

    [GeneratedRegex(@"\G\s*(?<arrow>=>)?")]
    private static partial Regex Body_();

    [GeneratedRegex(@"\G\s*\{")]
    private static partial Regex Brace();
}
