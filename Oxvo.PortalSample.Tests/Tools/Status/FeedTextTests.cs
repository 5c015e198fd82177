using System.Text.Json;
using Oxvo.PortalSample.Tools.Status;
using static Oxvo.PortalSample.Tests.Tools.Status.Feeds;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>What providers write becomes plain text and https links, whatever they wrote.</summary>
public sealed class FeedTextTests
{
    [Theory]
    [InlineData("One.<br />Two.<br><br>Three.", "One.", "Two.", "Three.")]
    [InlineData("<p>Fish &amp; chips</p>\n<p>wrapped\nline</p>", "Fish & chips", "wrapped line")]
    [InlineData("One\r\n\r\nTwo\r\nThree", "One", "Two", "Three")]
    [InlineData("<ul><li>a</li><li><b>b</b> c</li></ul>", "• a", "• b c")]
    [InlineData("- a<br>- b<br>> c", "• a", "• b", "c")]
    [InlineData("[Update]: Fixed\n\n1. one\n2. two\n---\n7*7*7 and `7*7`",
        "[Update]: Fixed", "1. one", "2. two", "---", "7*7*7 and 7*7")]
    [InlineData("![The map](https://a.example/map.png) <a href='https://b.example'>https://c.example</a>",
        "[The map](https://a.example/map.png) [https://c.example](https://b.example/)")]
    [InlineData("# Head\n- **a**\n* _b_\n> `c`", "Head", "• a", "• b", "c")]
    [InlineData("5 < 6 and my_own_name * 2 ** 3", "5 < 6 and my_own_name * 2 ** 3")]
    [InlineData("See <a href='https://a.example/x?y=1&amp;z=2'>the <b>page</b></a>.",
        "See [the page](https://a.example/x?y=1&z=2).")]
    [InlineData("See [the page](https://a.example/x \"title\") or https://b.example/y.",
        "See [the page](https://a.example/x) or [https://b.example/y](https://b.example/y).")]
    public void Html_and_markdown_become_paragraphs_of_text_and_links(string body, params string[] paragraphs) =>
        Assert.Equal(paragraphs, Paragraphs(BodyOf(body)));

    [Theory]
    [InlineData("a<script>alert(1)</script>b<style>x{}</style>c<!-- d -->", "abc")]
    [InlineData(
        "<a href='javascript:alert(1)'>x</a> <a href=' JaVaScRiPt:alert(1)'>y</a> <a href='data:text/html,z'>z</a>",
        "x y z")]
    [InlineData("[x](javascript:alert(1)) [y](http://a.example) [z](mailto:a@b.example) [w](https://user@a.example/)",
        "x y z w")]
    [InlineData("<a href='//evil.example'>x</a> <a href='/path'>y</a> <a href='https://'>z</a>", "x y z")]
    [InlineData("<img src=x onerror=alert(1)>&lt;script&gt;alert(1)&lt;/script&gt; {{7*7}} ${7*7}",
        "<script>alert(1)</script> {{7*7}} ${7*7}")]
    [InlineData("<iframe srcdoc='x'>y</iframe><svg><a href='https://a.example'>z</a></svg><math>w</math>v", "v")]
    [InlineData("left\u202Eright\u2066\u0000\u001b[31mred\tnext", "leftright[31mred next")]
    public void What_could_run_or_mislead_is_dropped(string body, string text) =>
        Assert.Equal([text], Paragraphs(BodyOf(body)));

    [Theory]
    [InlineData("**Elevated** errors on <b>API</b>", "Elevated errors on API")]
    [InlineData("[Scheduled] Cloud | Chicago", "[Scheduled] Cloud | Chicago")]
    [InlineData("a\r\n b\t<br>c", "a b c")]
    [InlineData("الخدمة 👩🏽‍🚒", "الخدمة 👩🏽‍🚒")]
    public void A_title_is_one_plain_line(string name, string title) =>
        Assert.Equal(title, TitleOf(name));

    [Theory]
    [InlineData("> 5 s in the median", "> 5 s in the median")]
    [InlineData("# of retries is high", "# of retries is high")]
    [InlineData("Timeouts in <az-1> for <https://acme.example|us>", "Timeouts in <az-1> for us")]
    public void A_title_has_no_headings_lists_or_quotations(string name, string title) =>
        Assert.Equal(title, TitleOf(name));

    [Theory]
    [InlineData("[Oslo](OSL)", "[Oslo](OSL)")]
    [InlineData("> 50 seats", "> 50 seats")]
    [InlineData("# 1", "# 1")]
    [InlineData("- spare -", "- spare -")]
    [InlineData("__init__.py and *.js, `sh`, ~~2~~", "__init__.py and *.js, `sh`, ~~2~~")]
    [InlineData(@"D:\*.log \_x", @"D:\*.log \_x")]
    [InlineData("https://api.acme.example <v3> &amp; <beta>", "https://api.acme.example <v3> & <beta>")]
    [InlineData("Live <b>readings</b><script>alert(1)</script>", "Live readings")]
    [InlineData("![x](https://acme.example/y)", "![x](https://acme.example/y)")]
    public void A_name_is_never_read_as_markdown(string written, string name)
    {
        var row = JsonSerializer.Serialize(written);

        var one = Read(Statuspage(components: $$"""[{"name":{{row}}}]""", incidents: $$"""
            [{"name":"It broke","components":[{"name":{{row}}}]}]
            """));
        var two = Read(Instatus(), $$"""{"components":[{"name":{{row}}}]}""");
        var three = Read(BetterStack("operational",
            Resource("1", $$"""{"public_name":{{row}},"status_page_section_id":2}"""),
            Section("2", $$"""{"name":{{row}}}""")));

        Assert.Equal(name, one.Incidents[0].Affected[0].Name);
        Assert.All([one, two, three], reading => Assert.Equal([name], Leaves(reading.Components)));
        Assert.Equal(name, three.Components![0].Name);
    }

    [Fact]
    public void Long_texts_are_cut_and_never_inside_a_character()
    {
        var title = TitleOf(string.Concat(Enumerable.Repeat("😀", 500)));
        var body = BodyOf(string.Concat(Enumerable.Repeat("word ", 50_000)));

        Assert.EndsWith("😀…", title);
        Assert.InRange(title.Length, 190, 201);
        Assert.InRange(body.Sum(runs => runs.Sum(run => run.Text.Length)), 4_900, 5_001);
        Assert.InRange(BodyOf(string.Concat(Enumerable.Repeat("a<br>", 4_000))).Count, 1, 60);
        Assert.Equal("a…", Paragraphs(BodyOf(string.Concat(Enumerable.Repeat("a<br>", 61))))[^1]);
        Assert.Equal("a", Paragraphs(BodyOf(string.Concat(Enumerable.Repeat("a<br>", 60))))[^1]);
        Assert.EndsWith("b…", Paragraphs(BodyOf($"{new string('b', 5_000)} <b>c</b>"))[^1]);
    }

    [Theory]
    [InlineData("<b>")]
    [InlineData("<a href='https://a.example'>")]
    [InlineData("<div><p><table>")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("**")]
    [InlineData("*a _b `")]
    [InlineData("~~a ")]
    [InlineData("*_")]
    [InlineData("> ")]
    [InlineData("- a\n> ")]
    [InlineData("![a](")]
    [InlineData("[a]: b\n")]
    [InlineData("&")]
    [InlineData(" \n ")]
    [InlineData("<a ")]
    [InlineData("<a '")]
    [InlineData("<code>")]
    [InlineData("</time><time>")]
    [InlineData("<script >")]
    [InlineData("<!--")]
    [InlineData("<https://a|")]
    [InlineData("](a")]
    [InlineData(@"\\")]
    [InlineData("a@a.")]
    public async Task No_text_holds_the_reader_up(string piece)
    {
        var body = await Task.Run(() => BodyOf(string.Concat(Enumerable.Repeat(piece, 500_000 / piece.Length))))
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.InRange(body.Sum(runs => runs.Sum(run => run.Text.Length)), 0, 5_001);
    }

    static string TitleOf(string name) =>
        Read(Statuspage(incidents: $$"""[{"name":{{JsonSerializer.Serialize(name)}}}]""")).Incidents[0].Title;

    static IReadOnlyList<IReadOnlyList<TextRun>> BodyOf(string body) => Read(Statuspage(incidents: $$"""
        [{"name":"It broke","incident_updates":[{"body":{{JsonSerializer.Serialize(body)}} }]}]
        """)).Incidents[0].Updates[0].Body;
}
