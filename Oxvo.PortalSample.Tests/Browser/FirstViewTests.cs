using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What the first view costs, as Chromium counts it: bodies as they come over the network.</summary>
[Collection(AmongOthers.Name)]
public sealed partial class FirstViewTests(PortalAmongOthers web)
{
    static readonly string[] Static = ["Document", "Stylesheet", "Script", "Image", "Other"];

    [Theory]
    [InlineData("")]
    [InlineData("?view=orders")]
    [InlineData("?view=billing")]
    [InlineData("?view=onboarding")]
    public async Task The_first_view_is_within_its_budget(string view)
    {
        await using var visitor = await Visitor.AtAsync("about:blank");
        var transfers = await Transfers.WatchAsync(visitor);

        await visitor.Page.GotoAsync($"{web.Sample.Portal}/{view}", new() { WaitUntil = WaitUntilState.NetworkIdle });

        var files = transfers.All;
        Assert.InRange(files.Sum(file => file.Bytes), 1, 14_336);
        Assert.InRange(files.Count, 1, 8);
        Assert.Single(files, file => file.Type == "Stylesheet");
        Assert.All(files, file => Assert.Contains(file.Type, Static));
    }

    [Fact]
    public async Task Every_module_of_the_first_view_is_preloaded()
    {
        await using var visitor = await Visitor.AtAsync(web.Sample.Portal);
        var named = await visitor.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelectorAll('link[rel=modulepreload], script[src]')].map((element) => element.href || element.src)");

        var loaded = visitor.Requests.Where(request => request.ResourceType == "script").Select(request => request.Url).Distinct();

        Assert.Equal(loaded.Order(), named.Order());
    }

    [Fact]
    public async Task The_policy_allows_nothing_unsafe_and_the_page_needs_nothing_unsafe()
    {
        await using var visitor = await Visitor.AtAsync("about:blank");

        var page = await visitor.Page.GotoAsync(web.Sample.Portal);

        var policy = page!.Headers["content-security-policy"];
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(^|[ ;])(\*|https?:|data:|blob:)([ ;]|$)", policy);
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotMatch(InlineCode(), await page.TextAsync());
        Assert.Empty(visitor.Complaints);
    }

    [GeneratedRegex(@"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}

/// <summary>Every response of a page with its size on the wire, from Chromium's own books.</summary>
sealed class Transfers
{
    readonly Dictionary<string, (string Url, string Type, long Bytes)> byRequest = [];

    public IReadOnlyList<(string Url, string Type, long Bytes)> All => [.. byRequest.Values];

    public static async Task<Transfers> WatchAsync(Visitor visitor)
    {
        var transfers = new Transfers();
        var session = await visitor.Context.NewCDPSessionAsync(visitor.Page);
        session.Event("Network.responseReceived").OnEvent += (_, json) => transfers.Begin(json!.Value);
        session.Event("Network.dataReceived").OnEvent += (_, json) => transfers.Count(json!.Value);
        await session.SendAsync("Network.enable");
        return transfers;
    }

    void Begin(JsonElement json)
    {
        var response = json.GetProperty("response");
        byRequest[json.GetProperty("requestId").GetString()!] = (response.GetProperty("url").GetString()!, json.GetProperty("type").GetString()!, 0);
    }

    void Count(JsonElement json)
    {
        var id = json.GetProperty("requestId").GetString()!;
        var (url, type, bytes) = byRequest[id];
        byRequest[id] = (url, type, bytes + json.GetProperty("encodedDataLength").GetInt64());
    }
}
