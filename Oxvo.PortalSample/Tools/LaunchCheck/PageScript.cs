using Acornima;
using Acornima.Ast;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>A script of the page and its syntax, minified or written by hand.</summary>
/// <param name="Name">Its address, or where it is in the page.</param>
/// <param name="IsForeign">It comes from another origin than the page.</param>
/// <param name="Nodes">All of its syntax, outer parts before inner ones; empty where it could not be parsed.</param>
/// <param name="Fault">Why it could not be parsed; null where it was.</param>
public sealed record PageScript(string Name, string Source, bool IsForeign, IReadOnlyList<Node> Nodes, string? Fault)
{
    readonly Lazy<ILookup<string, Node>> values = new(() =>
        (from node in Nodes
         let assignment = AssignmentIn(node)
         let name = NameOf(assignment.Target)
         where name is not null && assignment.Value is not null
         select (Name: name, assignment.Value)).ToLookup(pair => pair.Name, pair => pair.Value));

    public static PageScript Parse(string name, string source, bool isForeign, CancellationToken limit)
    {
        var parser = new Parser(new ParserOptions
        {
            AllowTopLevelUsing = true,
            ExperimentalESFeatures = ExperimentalESFeatures.All,
            OnNode = (Node _, in OnNodeContext _) => limit.ThrowIfCancellationRequested(),
        });
        try
        {
            return new(name, source, isForeign, [.. ParseProgram().DescendantNodes()], null);
        }
        catch (Exception fault)
        {
            // It is a stranger's text: that it is wrong, too deeply nested or too slow to read costs only this script.
            return new(name, source, isForeign, [], fault.Message);
        }

        Node ParseProgram()
        {
            try
            {
                return parser.ParseScript(source);
            }
            catch (SyntaxErrorException)
            {
                return parser.ParseModule(source);
            }
        }
    }

    /// <summary>What is put under this name anywhere in it: in a minified bundle a name has many values.</summary>
    public IEnumerable<Node> Values(string name) => values.Value[name];

    /// <summary>The names that get a value of which this is true.</summary>
    public IEnumerable<string> NamesOf(Func<Node, bool> isWanted) =>
        values.Value.Where(group => group.Any(isWanted)).Select(group => group.Key);

    /// <summary>The functions of this name, also where a call wraps one: <c>hear = debounce(() =&gt; …)</c>.</summary>
    public IEnumerable<Node> Functions(string name) => Values(name)
        .Select(value => value is CallExpression { Arguments: [var wrapped, ..] } ? wrapped : value)
        .Where(value => value is IFunction).Distinct();

    /// <summary>The modules that it imports, and whether only when they are wanted.</summary>
    public IEnumerable<(string Name, bool IsLater)> Imports() =>
        from node in Nodes
        let source = node switch
        {
            ImportDeclaration import => import.Source,
            ExportNamedDeclaration export => export.Source,
            ExportAllDeclaration export => export.Source,
            ImportExpression import => import.Source as StringLiteral,
            _ => null,
        }
        where source is not null
        select (source.Value, node is ImportExpression);

    /// <summary>What gets a value here, and which; both null where nothing does.</summary>
    public static (Node? Target, Node? Value) AssignmentIn(Node node) => node switch
    {
        VariableDeclarator declared => (declared.Id, declared.Init),
        AssignmentExpression assignment => (assignment.Left, assignment.Right),
        AssignmentPattern pattern => (pattern.Left, pattern.Right),
        IFunction function => (function.Id, node),
        IProperty property => (property.Key, property.Value),
        _ => (null, null),
    };

    /// <summary>The name by itself, or the last one of <c>a.b.name</c> and <c>a["name"]</c>.</summary>
    public static string? NameOf(Node? node) => node switch
    {
        Identifier identifier => identifier.Name,
        PrivateIdentifier identifier => identifier.Name,
        StringLiteral text => text.Value,
        ChainExpression chain => NameOf(chain.Expression),
        MemberExpression { Computed: false } member => NameOf(member.Property),
        MemberExpression { Property: StringLiteral text } => text.Value,
        _ => null,
    };
}
