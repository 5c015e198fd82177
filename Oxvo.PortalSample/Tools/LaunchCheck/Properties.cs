using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Finds by a property's name where it is read, where it is given a value, and which ones.</summary>
sealed class Properties(ScriptValues values)
{
    const int MostReads = 20;
    readonly Dictionary<(PageScript, string), Node[]> given = [], reads = [];
    readonly Dictionary<(PageScript, string), AssignmentExpression[]> writes = [];

    /// <summary>Where a property or method of this name is read, nearest first.</summary>
    public IEnumerable<Node> Reads(string name, Node near)
    {
        var script = ScriptOf(near);
        if (!reads.TryGetValue((script, name), out var found))
            reads[(script, name)] = found = [.. from node in script.Named(name)
                                                where values.TakeStep() && node.UserData is MemberExpression member
                                                    && member.Property == node && !IsWrittenTo(member)
                                                select (Node)node.UserData!];
        return Nearest(found, near, MostReads);
    }

    /// <summary>Where a property of this name is given a value, in the script that this is in.</summary>
    public IReadOnlyList<AssignmentExpression> Writes(string name, Node near)
    {
        var script = ScriptOf(near);
        if (!writes.TryGetValue((script, name), out var found))
            writes[(script, name)] = found = [.. from node in script.Named(name)
                                                 where values.TakeStep() && node.UserData is MemberExpression member
                                                     && member.Property == node && IsWrittenTo(member)
                                                 select (AssignmentExpression)((Node)node.UserData!).UserData!];
        return found;
    }

    /// <summary>What is put under this property's name in the script, else in the others; nearest first.</summary>
    public IEnumerable<Node> Values(string name, Node near)
    {
        var here = In(ScriptOf(near));
        return here.Length > 0 ? here : values.Scripts.Where(script => script != ScriptOf(near)).SelectMany(In);

        Node[] In(PageScript script)
        {
            if (!given.TryGetValue((script, name), out var found))
                given[(script, name)] = found = [.. script.Named(name).Where(_ => values.TakeStep())
                    .Select(node => node.UserData switch
                    {
                        IProperty property and not AssignmentProperty when property.Key == node => property.Value,
                        MemberExpression { UserData: AssignmentExpression assignment } member
                            when member.Property == node && assignment.Left == member => assignment.Right,
                        // [{ key: 'take', value: function () { … } }], as a class is compiled for old browsers
                        IProperty { Key: Identifier { Name: "key" }, Value: StringLiteral } property =>
                            MembersOf(((Node)property).UserData as ObjectExpression, "value").FirstOrDefault(),
                        // webpack's d(exports, "name", () => value)
                        CallExpression { Arguments: [_, var key, IFunction getter] } when key == node =>
                            values.Returned((Node)getter).FirstOrDefault(),
                        _ => null,
                    }).Select(ReadGetter).OfType<Node>()];
            return Nearest(found, near, ScriptValues.MostNamesakes);
        }
    }

    /// <summary>The values of an object's or a class's own members of this name.</summary>
    public IEnumerable<Node> MembersOf(Node? value, string name) => value switch
    {
        IClass type => Members(type, name),
        NewExpression made => values.Resolve(made.Callee).OfType<IClass>().SelectMany(type => Members(type, name)),
        ThisExpression => ScriptValues.OwnerOf(value) is { } owner ? MembersOf(owner, name) : [],
        ObjectExpression fields => from property in fields.Properties.OfType<IProperty>()
                                   where NameOf(property.Key) == name
                                   select property.Value,
        _ => [],
    };

    public static IEnumerable<Node> Members(IClass type, string name) =>
        from element in type.Body.Body.OfType<IProperty>()
        where NameOf(element.Key) == name && element.Value is not null
        select element.Value!;

    public static bool IsWrittenTo(Node member) =>
        member.UserData is AssignmentExpression assignment && assignment.Left == member;

    // { name: () => value }
    public static Node? ReadGetter(Node? value) =>
        value is ArrowFunctionExpression { Params.Count: 0, Body: Identifier read } ? read : value;

    Node[] Nearest(Node[] nodes, Node near, int most)
    {
        if (nodes.Length <= most) return nodes;
        values.TakeStep(nodes.Length / 8);
        return [.. nodes.OrderBy(node => Math.Abs(node.Start - near.Start)).Take(most)];
    }
}
