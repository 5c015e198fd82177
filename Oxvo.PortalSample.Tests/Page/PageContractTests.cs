using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>What the page's files promise before any browser runs them.</summary>
public sealed partial class PageContractTests
{
    // The app writes this module itself, from its settings.
    const string Generated = "portal-config.js";

    static readonly string Folder = Checkout.File("wwwroot/portal");
    static readonly IHtmlDocument Page = new HtmlParser().ParseDocument(Read("index.html"));
    static readonly string[] Started = [.. Page.QuerySelectorAll("link[rel=modulepreload], script[type=module]")
        .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!)];
    static readonly string[] Scripts = [.. Directory.GetFiles(Folder, "*.js").Select(Path.GetFileName).Order()!];
    static readonly string[] Words =
        [.. Directory.GetFiles($"{Folder}/words").Select(file => $"words/{Path.GetFileName(file)}").Order()];

    [Fact]
    public void The_page_has_a_language_a_title_one_main_and_a_status_and_lets_people_zoom()
    {
        Assert.Equal("en", Page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(Page.Title!);
        var main = Page.QuerySelectorAll("main").Single();
        Assert.Equal(["data-state", "data-view"], main.Attributes.Select(a => a.Name).Order());
        Assert.Single(Page.QuerySelectorAll("[role=status]"));
        var viewport = Page.QuerySelector("meta[name=viewport]")!;
        Assert.Equal("width=device-width, initial-scale=1", viewport.GetAttribute("content"));
    }

    [Fact]
    public void Nothing_is_inline()
    {
        Assert.Empty(Page.QuerySelectorAll("script:not([src]), style, base, object, embed, form"));
        Assert.All(Page.Scripts, script => Assert.Equal("", script.TextContent));
        Assert.DoesNotContain(Page.All.SelectMany(e => e.Attributes),
            a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_address_in_the_page_is_a_file_of_its_own()
    {
        var addresses = Page.QuerySelectorAll("[href], [src]")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!);

        Assert.All(addresses, address => Assert.True(Exists(address), address));
    }

    [Fact]
    public void Nothing_is_asked_for_from_the_root_of_the_host()
    {
        var files = Scripts.Append("portal.css").Select(Code);

        Assert.All(files, code => Assert.DoesNotMatch(FromRoot(), code));
    }

    [Theory]
    [InlineData("ground")]
    [InlineData("surface")]
    [InlineData("text")]
    [InlineData("muted")]
    [InlineData("line")]
    [InlineData("graph")]
    public void The_greys_follow_the_accent_in_both_themes(string grey)
    {
        const string shade = @"oklch\((?:1 0 0|from var\(--accent\) [\d.]+ min\(c, [\d.]+\) h)\)";

        Assert.Matches($@"--{grey}: light-dark\({shade}, {shade}\);", Code("portal.css"));
    }

    [Fact]
    public void Every_import_is_a_file()
    {
        var missing = Scripts.SelectMany(script => Imports(script).Concat(LazyImports(script)))
            .Where(module => !Exists(module));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_module_of_the_first_view_is_preloaded_or_started_by_the_page()
    {
        var needed = Needed("main.js").Union(Needed("summary.js")).Except(["summary.js"]);

        Assert.Equal(needed.Order(), Started.Order());
    }

    [Theory]
    [InlineData("summary.js")]
    [InlineData("orders.js")]
    [InlineData("billing.js")]
    [InlineData("onboarding.js")]
    public void A_view_needs_no_module_beside_itself_and_at_most_nine_files_in_all(string view)
    {
        var modules = Started.Append(view).ToHashSet();

        Assert.Subset(modules, Needed(view));
        Assert.InRange(modules.Count + 2, 1, 9);
    }

    [Fact]
    public void Every_icon_that_is_used_is_drawn_and_none_is_drawn_in_vain()
    {
        var drawn = Page.QuerySelectorAll("symbol").Select(symbol => symbol.Id!).Order().ToArray();
        var words = Scripts.SelectMany(script => Literal().Matches(Code(script)))
            .Select(m => m.Groups[1].Value).ToHashSet();
        var used = Scripts.SelectMany(script => Icon().Matches(Code(script))).Select(m => m.Groups[1].Value);

        Assert.All(used, icon => Assert.Contains(icon, drawn));
        Assert.All(drawn, icon => Assert.Contains(icon, words));
    }

    [Fact]
    public void No_script_turns_text_into_markup_or_code_or_keeps_anything_in_the_browser()
    {
        Assert.All(Scripts, script => Assert.DoesNotMatch(Forbidden(), Code(script)));
        Assert.Single(Scripts.SelectMany(script => Regex.Matches(Code(script), "postMessage")));
        Assert.DoesNotContain("'*'", string.Concat(Scripts.Select(Code)));
    }

    [Fact]
    public void The_console_hears_of_faults_in_a_view_or_an_own_section_and_of_a_wrong_path_only()
    {
        var said = Scripts.SelectMany(script => Regex.Matches(Code(script), @"console\b.*"),
            (script, call) => (script, call.Value));

        const string path = "'api/widget-portal: this 404 is not the portal’s. Look at the proxy’s paths.'";
        const string fault = "console.error(error);";
        Assert.Equal([("account.js", $"console.error({path});"), ("main.js", fault), ("own.js", fault)], said);
    }

    [Fact]
    public void Every_word_is_in_a_file_of_words_which_the_page_knows_and_which_holds_nothing_else()
    {
        var known = Languages().Match(Code("main.js")).Groups[1].Value.Split(", ");

        Assert.Equal("", Page.Body!.TextContent.Trim());
        Assert.All(Scripts, script => Assert.DoesNotMatch(Word(), Code(script)));
        Assert.Equal(Words, known.Select(language => $"words/{language.Trim('\'')}.js"));
        string[] asked =
            [.. Directory.GetFiles($"{Folder}/words/ask").Select(file => $"words/ask/{Path.GetFileName(file)}").Order()];
        Assert.Equal(asked, Words.Select(file => file.Replace("words/", "words/ask/", StringComparison.Ordinal)));
        Assert.All([.. Words, .. asked], file => Assert.Matches(Data(), Text().Replace(Code(file), "")));
    }

    static string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    static string Code(string script) => Comment().Replace(Read(script), "");

    static bool Exists(string file) => file == Generated || File.Exists(Path.Combine(Folder, file));

    static IEnumerable<string> Imports(string script) => Import().Matches(Code(script)).Select(m => m.Groups[1].Value);

    static IEnumerable<string> LazyImports(string script) =>
        LazyImport().Matches(Code(script)).Select(m => m.Groups[1].Value);

    static HashSet<string> Needed(string script) =>
        script == Generated ? [script] : [script, .. Imports(script).SelectMany(Needed)];

    [GeneratedRegex("""(?m)^\s*(//|/\*\*).*$| // .*$""")]
    private static partial Regex Comment();

    [GeneratedRegex("""['"`]/(?=[a-z])|url\(/""")]
    private static partial Regex FromRoot();

    [GeneratedRegex("""(?m)^import [^;]*'\./([^']+)';""")]
    private static partial Regex Import();

    [GeneratedRegex("""import\('\./([^']+)'\)""")]
    private static partial Regex LazyImport();

    [GeneratedRegex("""(?:icon\(|sign: )'([a-z]+)'""")]
    private static partial Regex Icon();

    [GeneratedRegex("""'([a-z]+)'""")]
    private static partial Regex Literal();

    [GeneratedRegex("""
        innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|srcdoc|document\.(write|cookie|domain)|
        \beval\b|new\ Function|localStorage|sessionStorage|indexedDB|pushState|style\.cssText|javascript:
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"languages = \[(.+)\];")]
    private static partial Regex Languages();

    // One object of names, texts and further objects.
    [GeneratedRegex(@"\A\s*export default \{[\w\s:{},]*\};\s*\z")]
    private static partial Regex Data();

    [GeneratedRegex(@"'[^'\n]*'|""[^""\n]*""")]
    private static partial Regex Text();

    [GeneratedRegex("""['"`][A-Z][a-z]{2,}(['"`]| [a-z])""")]
    private static partial Regex Word();
}
