using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>Every pattern of the tools is matched against a stranger's text, and has a limit on its time.</summary>
public sealed class PatternTests
{
    // Over what the person at the keyboard typed, or over a name of our own.
    static readonly string[] WithoutLimit =
        ["Proof/KeyCommand.cs", "TryAccount/AnswerPrinter.cs", "TypedAddress.cs"];

    [Fact]
    public void A_pattern_of_the_tools_has_a_limit_on_the_time_of_a_match_unless_it_is_listed()
    {
        var tools = Checkout.File("Oxvo.PortalSample/Tools");

        var without = Directory.EnumerateFiles(tools, "*.cs", SearchOption.AllDirectories)
            .Where(file => Regex.IsMatch(File.ReadAllText(file),
                @"\[GeneratedRegex\((?![^\n]*matchTimeout)|new Regex\(|Regex\.(?:IsMatch|Match|Matches|Replace|Split)\("))
            .Select(file => Path.GetRelativePath(tools, file).Replace('\\', '/'));

        Assert.Equal(WithoutLimit, without.Order());
        Assert.Contains("TimeSpan.FromSeconds", File.ReadAllText(Path.Combine(tools, "Embedding/Pattern.cs")));
    }
}
