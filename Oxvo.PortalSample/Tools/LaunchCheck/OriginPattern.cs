using System.Text.RegularExpressions;
using Acornima;
using Acornima.Ast;
using Oxvo.PortalSample.Tools.Embedding;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Reads a script's regular expressions, and tells whether one compares a whole origin.</summary>
sealed class OriginPattern(ScriptValues values)
{
    const int Longest = 1_000, Deepest = 4, MostBuilt = 8;
    static readonly Regex Escaped = Pattern.New(@"\\.|\[(?:\\.|[^\]\\])*\]|.");

    /// <summary>The patterns that an expression may be, as they are written; none where the text shows none.</summary>
    public IReadOnlyList<string> Find(Node? pattern)
    {
        string[] written = [.. values.Resolve(pattern).SelectMany(Read)];
        // list.some((pattern) => …)
        return written.Length == 0 && pattern is Identifier name
            && values.FindVariable(name) is { Givens: [{ } given] } && ScriptValues.ElementsFor(given) is { } list
            ? [.. values.Resolve(list, [ScriptValues.Any]).SelectMany(Read)] : written;
    }

    IEnumerable<string> Read(Node value)
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
        return made is RegExpLiteral within ? [within.RegExp.Pattern] : Built(made, 0);
    }

    // A call that makes a piece of a pattern escapes it.
    string[] Built(Node? node, int depth)
    {
        if (depth > Deepest) return [];
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
                    all = [.. (from start in all from end in next select start + piece + end).Take(MostBuilt)];
                }
                return all;
            case StringLiteral: return [TextOf(node)!];
            case CallExpression: return ["x"];
            default:
                return [.. values.Resolve(node).Where(value => value != node)
                    .SelectMany(value => Built(value, depth + 1)).Take(MostBuilt)];
        }
    }

    /// <summary>
    /// Each of its alternatives is held at both ends, no dot in it is free, and what may repeat is a label before a
    /// dot, or a port.
    /// </summary>
    public static bool IsWhole(string pattern)
    {
        if (pattern.Length > Longest) return false;
        string[] tokens = [.. Escaped.Matches(pattern).Select(match => match.Value)];
        return IsHeld(tokens) && !IsFree(tokens);
    }

    // ^(?:a|b)$ is held, ^a|b$ is not.
    static bool IsHeld(string[] tokens)
    {
        var depth = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == "(") depth++;
            if (tokens[i] == ")") depth--;
            if (tokens[i] == "|" && depth == 0) return IsHeld(tokens[..i]) && IsHeld(tokens[(i + 1)..]);
        }
        return tokens is ["^", .., "$"] || tokens is ["(", "^", .., "$", ")"] or ["(", "?", ":", "^", .., "$", ")"];
    }

    static bool IsFree(string[] tokens)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] == ".") return true;
            var isClass = tokens[i][0] == '[' || tokens[i] is @"\w" or @"\W" or @"\S" or @"\D" or @"\s" or @"\d";
            if (!isClass || i + 1 >= tokens.Length || tokens[i + 1] is not ("+" or "*" or "{")) continue;
            if (tokens[i] is @"\d" or "[0-9]") continue;
            var next = i + 2;
            if (tokens[i + 1] == "{") next = Array.IndexOf(tokens, "}", i) + 1;
            while (next < tokens.Length && tokens[next] is "?" or ")") next++;
            if (next >= tokens.Length || tokens[next] is not (@"\." or "[.]" or "(" or "|")) return true;
        }
        return false;
    }
}
