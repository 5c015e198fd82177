using System.Text.RegularExpressions;
using Acornima;
using Oxvo.PortalSample.Portal.Hosting;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>What a browser is sent of the page's files is what they say.</summary>
public sealed class ShortenedFilesTests
{
    public static TheoryData<string> Scripts => List("*.js");

    public static TheoryData<string> Styles => List("*.css");

    [Theory]
    [MemberData(nameof(Scripts))]
    public void A_shortened_script_has_the_same_code(string file)
    {
        var script = Read(file);

        var sent = ShortText.Script(script);

        Assert.InRange(sent.Length, 1, script.Length - 1);
        Assert.Equal(TokensOf(script), TokensOf(sent));
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public void A_shortened_style_differs_in_spaces_only(string file)
    {
        var style = Read(file);

        var sent = ShortText.Style(style);

        Assert.InRange(sent.Length, 1, style.Length - 1);
        Assert.Equal(string.Concat(sent.Split()), string.Concat(Regex.Replace(style, @"/\*.*?\*/", "").Split()));
    }

    static List<string> TokensOf(string script)
    {
        List<string> tokens = [];
        new Parser(new() { OnToken = (in Token token) => tokens.Add($"{token.Kind} {token.Value}") }).ParseModule(script);
        return tokens;
    }

    static TheoryData<string> List(string pattern) => [.. Directory.GetFiles(Folder, pattern, SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Folder, file)).Order()];

    static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    static readonly string Folder = Checkout.File("wwwroot/portal");
}
