using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What is called, as far as the text shows.</summary>
/// <param name="Names">Those that it may have.</param>
/// <param name="Target">What it belongs to; null for a function by itself.</param>
/// <param name="Skipped">How many arguments are not its own: those of <c>call</c> and <c>Reflect.apply</c>.</param>
sealed record Callee(IReadOnlyList<string> Names, Node? Target = null, int Skipped = 0)
{
    public static Callee Find(ScriptValues values, Node callee)
    {
        // listener('click', …)('message', …)
        while (callee is CallExpression chained && !IsBound(chained)) callee = chained.Callee;
        switch (callee)
        {
            case ChainExpression chain: return Find(values, chain.Expression);
            case SequenceExpression sequence: return Find(values, sequence.Expressions[^1]);
            case CallExpression
            { Callee: MemberExpression { Object: MemberExpression bound } bind, Arguments: [var to, ..] }
                when NameOf(bind) == "bind":
                return new(Find(values, bound).Names, to);
            case MemberExpression
            { Object: Identifier { Name: "Reflect" }, UserData: CallExpression { Arguments: [var method, var on, ..] } }
                member when NameOf(member) == "apply":
                return new(Find(values, method).Names, on, 2);
            case MemberExpression { Object: MemberExpression or Identifier } member
                when NameOf(member) is "call" or "apply"
                    && member.UserData is CallExpression { Arguments: [var to, ..] }:
                return new(Find(values, member.Object).Names, to, 1);
            case MemberExpression member:
                return new(NameOf(member) is { } key ? [key] : values.Texts(member.Property), member.Object);
            case Identifier name when values.FindVariable(name) is { } variable:
                foreach (var value in values.Resolve(name))
                    if (value is MemberExpression or CallExpression
                        && Find(values, value) is { Names.Count: > 0 } named) return named;
                foreach (var given in variable.Givens)
                    if (given is { Parameter: < 0, Path: [.., var taken] }) return new([taken], given.Value);
                    else if (given.Value is ImportSpecifier import) return new([NameOf(import.Imported)!]);
                return new(name.Name.Length > 2 ? [name.Name] : []);
            case Identifier name: return new([name.Name]);
            default: return new([]);
        }
    }

    static bool IsBound(CallExpression call) => call is
    {
        Callee: MemberExpression { Object: MemberExpression } bind,
        Arguments.Count: > 0
    } && NameOf(bind) == "bind";
}
