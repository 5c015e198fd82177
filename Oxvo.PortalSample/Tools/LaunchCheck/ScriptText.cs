namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// A script's text, and the same with the insides of its comments, texts and regular expressions blanked out, position for position: what a
/// pattern finds there is code. It reads minified bundles as well as hand-written files, in one pass, and never fails.
/// </summary>
public sealed class ScriptText
{
    const string BeforeExpression = "(,=:[!&|?{};+-*%<>~^";
    static readonly HashSet<string> WordsBeforeExpression =
        ["return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "do", "else", "await", "yield", "instanceof"];

    readonly char[] code;
    readonly Stack<int> templates = new(); // how deep in braces each open ${ is
    readonly Lazy<int[]> closes;
    int at, depth;

    /// <param name="name">Its address, or where it stands in the page.</param>
    /// <param name="isForeign">It comes from another origin than the page.</param>
    public ScriptText(string name, string source, bool isForeign = false)
    {
        (Name, Source, IsForeign, code) = (name, source, isForeign, source.ToCharArray());
        while (at < source.Length) Step();
        Code = new string(code);
        closes = new(FindCloses);
    }

    public string Name { get; }
    public bool IsForeign { get; }
    public string Source { get; }
    public string Code { get; }

    /// <summary>Of a place in it, from 1.</summary>
    public int Line(int index) => Source.AsSpan(0, index).Count('\n') + 1;

    /// <summary>The place after the bracket that closes the one here; the end where none does.</summary>
    public int Close(int open) => closes.Value[open];

    // All at once: a search from each bracket would take time by the square of the text.
    int[] FindCloses()
    {
        var places = new int[Code.Length];
        Stack<int> open = new();
        for (var i = 0; i < Code.Length; i++)
            if (Code[i] is '(' or '[' or '{') open.Push(i);
            else if (Code[i] is ')' or ']' or '}' && open.TryPop(out var begin)) places[begin] = i + 1;
        foreach (var begin in open) places[begin] = Code.Length;
        return places;
    }

    char Next => at + 1 < Source.Length ? Source[at + 1] : '\0';

    void Step()
    {
        switch (Source[at])
        {
            case '/' when Next == '/': Blank(Source.IndexOf('\n', at)); break;
            case '/' when Next == '*': Blank(After(Source.IndexOf("*/", at + 2, StringComparison.Ordinal), 2)); break;
            case '/' when BeginsExpression(): Literal('/'); break;
            case '"' or '\'': Literal(Source[at]); break;
            case '`': Template(); break;
            case '{': depth++; at++; break;
            case '}' when templates.TryPeek(out var outer) && outer == depth:
                templates.Pop();
                Template();
                break;
            case '}': depth--; at++; break;
            default: at++; break;
        }
    }

    /// <summary>Whether a slash here begins a regular expression, by what stands before it.</summary>
    bool BeginsExpression()
    {
        var before = at - 1;
        while (before >= 0 && char.IsWhiteSpace(code[before])) before--;
        if (before < 0 || BeforeExpression.Contains(code[before])) return true;
        var start = before;
        while (start >= 0 && before - start < 12 && (char.IsLetterOrDigit(code[start]) || code[start] is '$' or '_')) start--;
        return WordsBeforeExpression.Contains(new string(code, start + 1, before - start)) && (start < 0 || code[start] != '.');
    }

    void Literal(char quote)
    {
        var isClass = false;
        for (var start = at++; at < Source.Length && Source[at] != '\n'; at++)
        {
            var c = Source[at];
            if (c == quote && !isClass) break;
            if (quote == '/') isClass = c == '[' || (isClass && c != ']');
            code[at] = ' ';
            if (c == '\\' && at + 1 < Source.Length) code[++at] = ' ';
        }
        at++;
    }

    /// <summary>From a backtick, or from the brace that ends an expression in one, to the next such place.</summary>
    void Template()
    {
        for (at++; at < Source.Length; at++)
        {
            if (Source[at] == '`')
            {
                at++;
                return;
            }
            if (Source[at] == '$' && Next == '{')
            {
                templates.Push(depth);
                code[at] = ' ';
                at += 2;
                return;
            }
            code[at] = ' ';
            if (Source[at] == '\\' && at + 1 < Source.Length) code[++at] = ' ';
        }
    }

    void Blank(int end)
    {
        if (end < 0) end = Source.Length;
        for (; at < end; at++)
            if (code[at] != '\n') code[at] = ' ';
    }

    static int After(int found, int length) => found < 0 ? -1 : found + length;
}
