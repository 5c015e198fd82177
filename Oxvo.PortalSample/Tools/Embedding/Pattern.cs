using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>Makes the patterns for the texts of strangers, with a limit on the time that one match may take.</summary>
static class Pattern
{
    public static Regex New([StringSyntax(StringSyntaxAttribute.Regex)] string pattern) =>
        new(pattern, RegexOptions.Compiled | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
}
