using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Tells whether a script's regular expression compares a whole origin.</summary>
static class OriginPattern
{
    const int Longest = 1_000;
    static readonly Regex Escaped = Pattern.New(@"\\.|\[(?:\\.|[^\]\\])*\]|.");

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
