using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The three files of a section of one's own, as docs/own-data.md shows them.</summary>
static class OwnSection
{
    /// <param name="language">sql, csharp or js.</param>
    public static string Block(string language) => Regex.Match(
        File.ReadAllText(Checkout.File("docs/own-data.md")), $"(?s)## A section of your own.*?```{language}\n(.*?)```")
        .Groups[1].Value;
}
