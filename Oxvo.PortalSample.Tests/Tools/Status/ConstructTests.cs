using System.Text.Json;
using static Oxvo.PortalSample.Tests.Tools.Status.Feeds;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>
/// Every construct that Statuspage (HTML), incident.io and Better Stack (Markdown with HTML) and Instatus (names and
/// descriptions only) let people write: the marks go, the text stays, and https links stay links.
/// </summary>
public sealed class ConstructTests
{
    /// <summary>What is written, and the paragraphs that are read.</summary>
    public static TheoryData<string, string[]> Constructs => new()
    {
        // Markdown, block by block.
        { "# One\n## Two\n### Three\n#### Four\n##### Five\n###### Six",
            ["One", "Two", "Three", "Four", "Five", "Six"] },
        { "Seven\n=====\nEight\n-----", ["Seven", "=====", "Eight", "-----"] },
        { "- red\n* green\n+ blue\n  - pale blue", ["• red", "• green", "• blue", "• pale blue"] },
        { "1. first\n2) second\n10. tenth", ["1. first", "2) second", "10. tenth"] },
        { "- [ ] to do\n- [x] done", ["• [ ] to do", "• [x] done"] },
        { "> quoted\n> > twice\n> - in a list", ["quoted", "twice", "• in a list"] },
        { "> 5 minutes of delay\n>99 % of requests", ["> 5 minutes of delay", ">99 % of requests"] },
        { "```sh\n# no heading\n- no list\ncurl <host> | jq *\n```",
            ["# no heading", "- no list", "curl <host> | jq *"] },
        { "~~~\n> no quotation\n~~~", ["> no quotation"] },
        { "```\n[a]: 7*7*7 <script>x</script>\n``x]: y``\n\\\\srv01\n```\n[a]: 7*7*7",
            ["[a]: 7*7*7 <script>x</script>", "``x]: y``", @"\\srv01", "[a]: 7*7*7"] },
        { "``a]: ` 7*7`` and `<script>x</script>`", ["a]: ` 7*7 and <script>x</script>"] },
        { "| Region | State |\n|---|---|\n| eu | down |", ["| Region | State |", "|---|---|", "| eu | down |"] },
        { "above\n\n***\n\nbelow", ["above", "***", "below"] },
        { "first  \nsecond\\\nthird", ["first", "second", "third"] },
        // Markdown within a line.
        { "*a* _b_ **c** __d__ ***e*** ~~f~~ `g`", ["a b c d e f g"] },
        { "snake_case_name, 7*7*7, 2 ** 3, a ~ b", ["snake_case_name, 7*7*7, 2 ** 3, a ~ b"] },
        { "`<b> **x** [y](z)` and ``a ` b``", ["<b> **x** [y](z) and a ` b"] },
        { @"\*not bold\* \<b> 1\. \# \[x\] \\srv01\share", [@"*not bold* <b> 1. # [x] \\srv01\share"] },
        { "[words](https://acme.example/a) [titled](https://acme.example/b 'why')",
            ["[words](https://acme.example/a) [titled](https://acme.example/b)"] },
        { "[words](<https://acme.example/a b>) [**bold** words](https://acme.example/c)",
            ["[words](https://acme.example/a%20b) [bold words](https://acme.example/c)"] },
        { "[](https://acme.example/d) ![](https://acme.example/e.png) ![chart](https://acme.example/f.png)",
            ["[https://acme.example/d](https://acme.example/d) [https://acme.example/e.png]"
                + "(https://acme.example/e.png) [chart](https://acme.example/f.png)"] },
        { "[Frankfurt](FRA) [v1](v1.2) [Update]: done [x][y]", ["[Frankfurt](FRA) [v1](v1.2) [Update]: done [x][y]"] },
        { "[page](acme.example/status) [here](/status) [s](tel:112)", ["[page](acme.example/status) here s"] },
        { "See https://acme.example/g, or www.acme.example.",
            ["See [https://acme.example/g](https://acme.example/g), or www.acme.example."] },
        { "&lt;token&gt; &amp; &copy; &#8364; &unheard; R&D; a&copy=b", ["<token> & © € &unheard; R&D; a&copy=b"] },
        // Addresses in angle brackets, and Slack's form of them.
        { "<https://acme.example/h> <https://acme.example/i|our page>",
            ["[https://acme.example/h](https://acme.example/h) [our page](https://acme.example/i)"] },
        { "<http://acme.example/j> <http://acme.example/k|the old page>",
            ["http://acme.example/j the old page (http://acme.example/k)"] },
        { "<help@acme.example> <mailto:help@acme.example> <mailto:help@acme.example|help@acme.example>",
            ["help@acme.example help@acme.example help@acme.example"] },
        { "<!here> <@U024BE7LH> <#C024BE7LR|status> <!subteam^S1|@ops>",
            ["<!here> <@U024BE7LH> <#C024BE7LR|status> <!subteam^S1|@ops>"] },
        // What is no tag.
        { "Send X-Tenant: <tenant-id> to <region>.acme.example",
            ["Send X-Tenant: <tenant-id> to <region>.acme.example"] },
        { "Map<String, List<int>> and </unknown> and <Your Name>",
            ["Map<String, List<int>> and </unknown> and <Your Name>"] },
        { "a < b, c > d, e<f, g <- h, i <= j, <3", ["a < b, c > d, e<f, g <- h, i <= j, <3"] },
        { "if (a<b && c>d), x<i and y>z, <p 99>", ["if (a<b && c>d), x<i and y>z, <p 99>"] },
        { "Enter your <code>, choose <time> in <select>, and set <title> or <object>",
            ["Enter your <code>, choose <time> in <select>, and set <title> or <object>"] },
        { "<script> and <style> are refused, <textarea> is not",
            ["<script> and <style> are refused, <textarea> is not"] },
        { "<?xml version='1.0'?> <![CDATA[x]]> <!-- cut off", ["<?xml version='1.0'?> <![CDATA[x]]> <!-- cut off"] },
        // HTML, block by block.
        { "<h1>One</h1><h2>Two</h2><h6>Six</h6>", ["One", "Two", "Six"] },
        { "<p>a<br>b<br/>c<br />d</p><div>e</div>f", ["a", "b", "c", "d", "e", "f"] },
        { "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>", ["• a", "• b", "• c"] },
        { "<blockquote>said</blockquote><hr>then", ["said", "then"] },
        { "<pre># as\nit stands</pre>", ["# as", "it stands"] },
        { "<table><tr><th>Region<th>State<tr><td>eu</td><td>down</td></tr></table>", ["Region State", "eu down"] },
        { "<dl><dt>eu</dt><dd>down</dd></dl><details open><summary>More</summary>there</details>",
            ["eu", "down", "More", "there"] },
        { "<section><header>a</header><article>b</article><footer>c</footer></section>", ["a", "b", "c"] },
        // HTML within a line.
        { "<b>a</b> <strong>b</strong> <i>c</i> <em>d</em> <u>e</u> <s>f</s> <small>g</small> <mark>h</mark>",
            ["a b c d e f g h"] },
        { "<code>a</code> <kbd>b</kbd> <tt>c</tt> <sub>d</sub> <sup>e</sup> <del>f</del> <ins>g</ins> <q>h</q>",
            ["a b c d e f g h"] },
        { "<SPAN style='color: red' title='a > b'>a</SPAN> <font color=red>b</font> <abbr title=x>c</abbr> <b>d",
            ["a b c d"] },
        { "<a href='https://acme.example/p'target=_blank class = x >a</a ><br / ><p\nid=x\n>b",
            ["[a](https://acme.example/p)", "b"] },
        { "<time datetime='2026-11-27'>noon</time> <time>noon</time> <var>x</var> <input type=text>after",
            ["noon noon x after"] },
        { "<a href='https://acme.example/l' target=_blank>words <b>in bold</b></a> <a name=x>no link</a>",
            ["[words in bold](https://acme.example/l) no link"] },
        { "<img src='https://acme.example/m.png' alt='a chart'> <img src='https://acme.example/n.png'>",
            ["[a chart](https://acme.example/m.png) [https://acme.example/n.png](https://acme.example/n.png)"] },
        // Both.
        { "<b>**a**</b> and <a href='https://acme.example/o'>*b* <c></a>", ["a and [b <c>](https://acme.example/o)"] },
    };

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Text_in_is_text_out(string written, string[] read) =>
        Assert.Equal(read, Paragraphs(Read(FromStatuspage([[written]])).Incidents[0].Updates[0].Body));

    [Fact]
    public void A_document_with_all_of_them_is_read_whole_and_in_order()
    {
        string[][] incidents = [.. Constructs.Select(row => row.Data.Item1).Chunk(40)];
        var read = Constructs.Select(row => row.Data.Item2);

        var documents = new[] { FromStatuspage(incidents), FromBetterStack(incidents) }.Select(feed => Read(feed));

        Assert.All(documents, reading => Assert.Equal(
            read, reading.Incidents.SelectMany(one => one.Updates).Select(update => Paragraphs(update.Body))));
    }

    // The newest comes first, in whatever order the feed has them.
    static string FromStatuspage(string[][] incidents) => Statuspage("minor", incidents: JsonSerializer.Serialize(
        incidents.Select(written => new
        {
            name = "It broke",
            incident_updates = written.Select((body, at) => new { body, created_at = At(at) }).Reverse(),
        })));

    static string FromBetterStack(string[][] incidents) => BetterStack("degraded",
    [
        .. incidents.SelectMany((written, number) => written
            .Select((body, at) => Update($"{number}-{at}", At(at), body))
            .Append(Report("""{"title":"It broke","report_type":"manual","aggregate_state":"degraded"}""", $"{number}",
                [.. written.Select((_, at) => $"{number}-{at}")]))),
    ]);

    static string At(int place) => $"{Now.AddMinutes(-place):O}";
}
