using Acornima;
using Acornima.Ast;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>A script of the page and its syntax, minified or written by hand.</summary>
public sealed class PageScript
{
    const int LongestName = 100, Piece = 4096;

    // In the order of the text, with what is compared first: a table would cost as much as reading the script, and few
    // names are ever asked for. One long list would be a large object, for which the collector visits all others.
    readonly List<(Node[] Nodes, ushort[] Hashes)> names = [];
    int count;
    readonly List<Node> imports = [];

    PageScript(string name, string source, bool isForeign) => (Name, Source, IsForeign) = (name, source, isForeign);

    /// <summary>Its address, or where it is in the page.</summary>
    public string Name { get; }
    public string Source { get; }

    /// <summary>It comes from another origin than the page.</summary>
    public bool IsForeign { get; }

    /// <summary>Why it could not be parsed; null where it was.</summary>
    public string? Fault { get; private init; }

    /// <summary>
    /// Its syntax: the <see cref="Node.UserData"/> of each node is the node around it. Null where it could not be
    /// parsed.
    /// </summary>
    internal Acornima.Ast.Program? Program { get; private set; }

    /// <summary>How many nodes its syntax has: what may be spent on following it is counted by this.</summary>
    internal int Size { get; private set; }

    /// <summary>Texts that the word "message" is in, as names of events are written.</summary>
    internal List<Node> Mentions { get; } = [];

    public static PageScript Parse(string name, string source, bool isForeign, CancellationToken limit)
    {
        try
        {
            try
            {
                return Read(isModule: false);
            }
            catch (SyntaxErrorException)
            {
                return Read(isModule: true);
            }
        }
        catch (Exception fault)
        {
            // It is a stranger's text: that it is wrong, too deeply nested or too slow to read costs only this script.
            return new(name, source, isForeign) { Fault = fault.Message };
        }

        PageScript Read(bool isModule)
        {
            PageScript script = new(name, source, isForeign);
            var parser = new Parser(new ParserOptions
            {
                AllowTopLevelUsing = true,
                ExperimentalESFeatures = ExperimentalESFeatures.All,
                OnNode = (Node node, in OnNodeContext _) => script.Add(node, limit),
            });
            script.Program = isModule ? parser.ParseModule(source) : parser.ParseScript(source);
            script.Program.UserData = script;
            return script;
        }
    }

    /// <summary>Where this name is in it, as it is written: as a variable, a property or a short text.</summary>
    /// <param name="within">Only what is in this node.</param>
    internal IEnumerable<Node> Named(string name, Node? within = null)
    {
        var hash = Hash(name);
        var end = within is null ? count : CountBefore(within.End);
        for (var i = within is null ? 0 : CountBefore(within.Start); i < end; i++)
        {
            var length = Math.Min(Piece - i % Piece, end - i);
            var next = names[i / Piece].Hashes.AsSpan(i % Piece, length).IndexOf(hash);
            i += next < 0 ? length - 1 : next;
            // A word that turned out to be no name, as async, is in nothing.
            if (next >= 0 && NameAt(i) is { UserData: not null } node && Written(node) == name) yield return node;
        }
    }

    /// <summary>How many names are written before this place.</summary>
    int CountBefore(int place)
    {
        int first = 0, end = count;
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (NameAt(middle).Start < place) first = middle + 1;
            else end = middle;
        }
        return first;
    }

    Node NameAt(int i) => names[i / Piece].Nodes[i % Piece];

    /// <summary>The modules that it imports, and whether only when they are wanted.</summary>
    public IEnumerable<(string Name, bool IsLater)> Imports() =>
        from node in imports
        let source = node switch
        {
            ImportDeclaration import => import.Source,
            ExportNamedDeclaration export => export.Source,
            ExportAllDeclaration export => export.Source,
            ImportExpression import => import.Source as StringLiteral,
            _ => null,
        }
        where source is not null
        orderby node.Start
        select (source.Value, node is ImportExpression);

    /// <summary>The node around this one; null for a program.</summary>
    internal static Node? Parent(Node node) => node.UserData as Node;

    internal static PageScript ScriptOf(Node node)
    {
        while (node.UserData is Node parent) node = parent;
        return (PageScript)node.UserData!;
    }

    /// <summary>The nodes within it, itself first, as they are written.</summary>
    /// <param name="goesInto">Whether what is in a node is wanted too.</param>
    internal static IEnumerable<Node> Within(Node node, Func<Node, bool>? goesInto = null)
    {
        List<Node> open = [node];
        while (open.Count > 0)
        {
            var next = TakeLast(open);
            yield return next;
            if (goesInto?.Invoke(next) == false) continue;
            var first = open.Count;
            foreach (var child in next.ChildNodes) open.Add(child);
            open.Reverse(first, open.Count - first);
        }
    }

    /// <summary>The name by itself, or the last one of <c>a.b.name</c> and <c>a["name"]</c>.</summary>
    public static string? NameOf(Node? node) => node switch
    {
        Identifier identifier => identifier.Name,
        PrivateIdentifier identifier => identifier.Name,
        StringLiteral text => text.Value,
        ChainExpression chain => NameOf(chain.Expression),
        SequenceExpression { Expressions: [.., var last] } => NameOf(last),
        MemberExpression { Computed: false } member => NameOf(member.Property),
        MemberExpression { Property: StringLiteral or TemplateLiteral } member => TextOf(member.Property),
        _ => null,
    };

    /// <summary>A text that is written out; null for anything else.</summary>
    internal static string? TextOf(Node? node) => node switch
    {
        StringLiteral text => text.Value,
        TemplateLiteral { Quasis: [var only] } => only.Value.Cooked,
        _ => null,
    };

    internal static Node? First(NodeList<Expression> list) => list.Count > 0 ? list[0] : null;

    static Node TakeLast(List<Node> open)
    {
        var last = open[^1];
        open.RemoveAt(open.Count - 1);
        return last;
    }

    // As the parser makes it, within before around, and names in their order: what is read again afterwards has to come
    // from memory again, which takes as long as parsing.
    void Add(Node node, CancellationToken limit)
    {
        if ((Size++ & 0xfff) == 0) limit.ThrowIfCancellationRequested();
        if (Written(node) is { } name)
        {
            if (name.Length <= LongestName) Add(name, node);
            return;
        }
        if (node is ImportOrExportDeclaration or ImportExpression) imports.Add(node);
        foreach (var child in node.ChildNodes) child.UserData = node;
    }

    void Add(string name, Node node)
    {
        if (count % Piece == 0) names.Add((new Node[Piece], new ushort[Piece]));
        names[^1].Nodes[count % Piece] = node;
        names[^1].Hashes[count++ % Piece] = Hash(name);
        if (node is not (Identifier or PrivateIdentifier) && name.Contains("message", StringComparison.Ordinal))
            Mentions.Add(node);
    }

    static string? Written(Node node) => node switch
    {
        Identifier identifier => identifier.Name,
        PrivateIdentifier identifier => identifier.Name,
        _ => TextOf(node),
    };

    static ushort Hash(string name) =>
        name.Length == 0 ? (ushort)0 : (ushort)((name.Length * 31 + name[0]) * 31 + name[^1]);
}
