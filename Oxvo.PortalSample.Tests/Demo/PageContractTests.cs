using System.Net;
using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>The pages of A and B as they are sent.</summary>
[Collection(RunningMock.Name)]
public sealed partial class PageContractTests(MockHostApp mock)
{
    public static TheoryData<string> Pages => ["A /", "A /help", "A /sign-in", "B /widget", "B /settings"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_a_language_a_title_and_a_main(string page)
    {
        var document = await OpenAsync(page);

        Assert.Equal("en", document.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(document.Title!);
        Assert.Single(document.QuerySelectorAll("main:not([hidden])"));
        Assert.DoesNotContain(document.QuerySelectorAll("[id]").GroupBy(element => element.Id),
            same => same.Count() > 1);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Nothing_is_inline(string page)
    {
        var document = await OpenAsync(page);

        Assert.All(document.Scripts,
            script => Assert.True(script.HasAttribute("src") && script.TextContent.Trim() == ""));
        Assert.Empty(document.QuerySelectorAll("style, [style]"));
        Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute =>
            attribute.Name.StartsWith("on", StringComparison.Ordinal)
                || attribute.Value.StartsWith("javascript:", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everything_that_can_be_used_has_a_name(string page)
    {
        var document = await OpenAsync(page);

        Assert.All(document.QuerySelectorAll("button, a"), control =>
            Assert.NotEqual("", control.GetAttribute("aria-label") ?? control.TextContent.Trim()));
        Assert.All(document.QuerySelectorAll("input, select, textarea").Cast<IHtmlElement>(), field =>
            Assert.True(field.Closest("label") is not null
                || document.QuerySelector($"label[for='{field.Id}']") is not null));
        Assert.All(document.QuerySelectorAll("[aria-controls], [aria-labelledby], [popovertarget]"), element =>
            Assert.NotNull(document.GetElementById(
                (element.GetAttribute("aria-controls") ?? element.GetAttribute("aria-labelledby")
                    ?? element.GetAttribute("popovertarget"))!)));
        Assert.All(document.QuerySelectorAll("svg"),
            picture => Assert.Equal("true", picture.GetAttribute("aria-hidden")));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Everything_that_a_page_asks_for_is_there(string page)
    {
        var document = await OpenAsync(page);
        var wanted = new Queue<Uri>(document.QuerySelectorAll("script[src], link[href], a[href]")
            .Select(element =>
                new Uri(document.BaseUrl!, element.GetAttribute("src") ?? element.GetAttribute("href")!)));
        var seen = new HashSet<Uri>();

        while (wanted.TryDequeue(out var address))
        {
            if (!seen.Add(address)) continue;
            var answer = await MockHostApp.Stranger(mock.Site).GetAsync(address);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            if (!address.AbsolutePath.EndsWith(".js", StringComparison.Ordinal)) continue;
            foreach (Match import in Import().Matches(await answer.Content.ReadAsStringAsync()))
                wanted.Enqueue(new(address, import.Groups[1].Value));
        }
    }

    [Fact]
    public async Task The_website_includes_the_sdk_as_a_customer_of_OXVO_would()
    {
        var document = await OpenAsync("A /");

        var sdk = Assert.Single(document.QuerySelectorAll("script[data-oxvo-base-url]"));
        Assert.Equal($"{mock.Messenger}/packs/js/sdk.js", sdk.GetAttribute("src"));
        Assert.Equal(mock.Messenger, sdk.GetAttribute("data-oxvo-base-url"));
        Assert.NotEmpty(sdk.GetAttribute("data-oxvo-website-token")!);
    }

    [Fact]
    public async Task Whoever_comes_reads_which_of_the_three_is_theirs_to_build()
    {
        var document = await OpenAsync("A /");

        Assert.Equal("This website plays yours, the chat is OXVO’s, the page inside it is what you build.",
            document.QuerySelector("#demo-parties")!.TextContent);
    }

    [Fact]
    public void No_script_writes_markup_or_runs_text_and_only_the_switch_posts_to_any_origin()
    {
        foreach (var file in Scripts("wwwroot/site").Concat(Scripts("wwwroot/messenger")))
        {
            var script = File.ReadAllText(file);
            Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write", script);
            Assert.DoesNotMatch(@"document\.cookie|\beval\(|new Function", script);
            // Only the SDK speaks to the site's developers.
            Assert.Equal(file.EndsWith("sdk.js", StringComparison.Ordinal), script.Contains("console."));
            Assert.DoesNotMatch(@"postMessage\([^;]*, *['""]\*['""]\)", script);
            Assert.Equal(file.EndsWith("current-user.js", StringComparison.Ordinal),
                script.Contains("'*'") && script.Contains("? '*'"));
        }
    }

    static IEnumerable<string> Scripts(string folder) =>
        Directory.EnumerateFiles(Repository.Checkout.File(folder), "*.js", SearchOption.AllDirectories);

    async Task<IDocument> OpenAsync(string page)
    {
        var address = (page[0] == 'A' ? mock.Site : mock.Messenger) + page[2..];
        var html = await MockHostApp.Stranger(mock.Site).GetStringAsync(new Uri(address));
        Assert.DoesNotMatch(@"\{(site|messenger|portal)\}", html);
        return await BrowsingContext.New().OpenAsync(response => response.Content(html).Address(address));
    }

    [GeneratedRegex("""from '([^']+)'""")]
    private static partial Regex Import();
}
