using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The tests' own source: a test that ends without an assertion passes whatever happens.</summary>
public sealed partial class AssertionTests
{
    [Fact]
    public void Every_test_ends_with_a_part_that_asserts()
    {
        var generated = $"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}";
        var files = Directory.EnumerateFiles(Checkout.File("Oxvo.PortalSample.Tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(generated));

        var hollow = files.SelectMany(file => HollowIn(File.ReadAllText(file)).Select(test => $"{Path.GetFileName(file)}: {test}"));

        Assert.Empty(hollow);
    }

    [Theory]
    [InlineData(false, "Act();\n\n        Assert.True(IsDone);")]
    [InlineData(false, "Act();\n        await Assertions.Expect(Page).ToHaveTitleAsync(title);")]
    [InlineData(false, "Act();\n\n        await shopper.AssertSees(state);")]
    [InlineData(false, "Assert.Equal(\"\"\"\n            a\n\n            b\n            \"\"\", Act());")]
    [InlineData(true, "Act();")]
    [InlineData(true, "Assert.True(IsReady);\n\n        Act();")]
    [InlineData(true, "Act();\n\n        Say(); // Assert.True(IsDone);")]
    [InlineData(true, "Act($\"\"\"\n            Assert.True(IsDone);\n            \"\"\");")]
    [InlineData(true, "Act('\"', \"\\\"\", @\"\"\"Assert.True(IsDone);\");")]
    public void A_test_whose_last_part_asserts_nothing_is_found(bool isHollow, string body)
    {
        var found = HollowIn($"class Tests\n{{\n    [Fact]\n    public async Task It_works()\n    {{\n        {body}\n    }}\n}}\n");

        Assert.Equal(isHollow ? ["It_works"] : [], found);
    }

    static IEnumerable<string> HollowIn(string source)
    {
        var code = TextOrComment().Replace(source, "_");
        foreach (Match mark in Mark().Matches(code))
        {
            var test = Test().Match(code, mark.Index);
            var parts = BlankLine().Split(test.Groups["body"].Value.Trim());
            if (!Assertion().IsMatch(parts[^1])) yield return test.Groups["name"].Value;
        }
    }

    [GeneratedRegex("""("{3,})[\s\S]*?\1(?!")|@\$?"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'|//[^\n]*|/\*[\s\S]*?\*/""")]
    private static partial Regex TextOrComment();

    [GeneratedRegex(@"^ *\[\w*(?:Fact|Theory)\b", RegexOptions.Multiline)]
    private static partial Regex Mark();

    /// <summary>As it is formatted: its end is where the indentation says so.</summary>
    [GeneratedRegex("""
        \G(?<indent>\ *)\[[\s\S]*?
        ^\k<indent>public\ [^\n(]*?(?<name>\w+)\([^{;]*?\)\s*?
        (?:=>(?<body>[\s\S]*?;\n)(?=\n|(?!\k<indent>)\ *\}) | \n\k<indent>\{\n(?<body>[\s\S]*?)^\k<indent>\}$)
        """, RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Test();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\bAssert(?:\.|\w*\(|ions\.Expect\()")]
    private static partial Regex Assertion();
}
