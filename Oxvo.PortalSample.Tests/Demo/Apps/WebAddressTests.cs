
namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>What holds for every address, and what stays as it was given.</summary>
public sealed class WebAddressTests
{
    const string Page = "https://app.acme.example/";

    [Theory]
    [InlineData("https://app.acme.example", Page)]
    [InlineData("app.acme.example", Page)]
    [InlineData("  app.acme.example/widget?a=1&b#top\t", Page + "widget?a=1&b#top")]
    [InlineData("https://APP.Acme.Example/Widget", Page + "Widget")]
    [InlineData("https://app.acme.example:443/", Page)]
    [InlineData("https://app.acme.example:8443/x/", "https://app.acme.example:8443/x/")]
    [InlineData("https://app.acme.example./", Page)]
    [InlineData("https://app.acme.example/?utm_source=x&fbclid=y", Page + "?utm_source=x&fbclid=y")]
    [InlineData("https://app.acme.example/#/route?x=1&y=2", Page + "#/route?x=1&y=2")]
    [InlineData("https://app.acme.example/a/../b", Page + "b")]
    [InlineData("https://app.acme.example/größe", Page + "gr%C3%B6%C3%9Fe")]
    [InlineData("https://app.acme.example/%7Bid%7D", Page + "%7Bid%7D")]
    [InlineData("https://münchen.example/", "https://xn--mnchen-3ya.example/")]
    [InlineData("https://аpple.example/", "https://xn--pple-43d.example/")]
    [InlineData("https://[2001:db8::1]/x", "https://[2001:db8::1]/x")]
    [InlineData("https://192.0.2.7/x", "https://192.0.2.7/x")]
    [InlineData("localhost:3000/widget", "http://localhost:3000/widget")]
    [InlineData("LOCALHOST:3000", "http://localhost:3000/")]
    [InlineData("127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData("[::1]:8080/x", "http://[::1]:8080/x")]
    [InlineData("http://localhost", "http://localhost/")]
    [InlineData("shop.dev.localhost:7200/x", "http://shop.dev.localhost:7200/x")]
    [InlineData("http://Widget.LOCALHOST:3000/", "http://widget.localhost:3000/")]
    [InlineData("http://widget.localhost./a", "http://widget.localhost/a")]
    [InlineData("https://widget.localhost:7001/a", "https://widget.localhost:7001/a")]
    [InlineData("https://app.acme.example/?a=1&amp;b=2&AMP;c=3", Page + "?a=1&b=2&c=3")]
    [InlineData("https://app.acme.example/?a=1&#38;b=2&#x26;c=3", Page + "?a=1&b=2&c=3")]
    [InlineData("https://app.acme.example/?a=1&amp;amp;b=2&copy=3", Page + "?a=1&b=2&copy=3")]
    [InlineData("https://localhost:7001/x", "https://localhost:7001/x")]
    [InlineData("{portal}/?view=orders", "http://localhost:5102/?view=orders")]
    public void Any_page_stays_as_it_is(string given, string made)
    {
        Assert.Equal(made, Templates.Address("page", given));
        Assert.Equal(made, Templates.Address("page", made));
    }

    [Theory]
    [InlineData("", "This is needed. Use the https address of a page")]
    [InlineData("   ", "This is needed.")]
    [InlineData("javascript:alert(1)",
        "begins with javascript: is not opened. Use the https address of a page, such as https://")]
    [InlineData(" JaVaScRiPt:alert(1)", "begins with javascript:")]
    [InlineData("javascript://app.acme.example/%0aalert(1)", "begins with javascript:")]
    [InlineData("data:text/html,<b>", "begins with data:")]
    [InlineData("vbscript:x", "begins with vbscript:")]
    [InlineData("file:///etc/passwd", "begins with file:")]
    [InlineData("blob:https://app.acme.example/1", "begins with blob:")]
    [InlineData("about:blank", "begins with about:")]
    [InlineData("ftp://app.acme.example/", "begins with ftp:")]
    [InlineData("mailto:mira@acme.example", "begins with mailto:")]
    [InlineData("mira@acme.example", "not a web address")]
    [InlineData("http://app.acme.example/", "Plain http works on this machine only")]
    [InlineData("http://192.168.1.5/", "Plain http works on this machine only")]
    [InlineData("http://localhost.evil.example/", "Plain http works on this machine only")]
    [InlineData("http://notlocalhost/", "Plain http works on this machine only")]
    [InlineData("http://widget.localhost.acme.example/", "Plain http works on this machine only")]
    [InlineData("http://0.0.0.0:3000/", "Plain http works on this machine only")]
    [InlineData("https://app.acme.example/a b", "An address has no spaces.")]
    [InlineData("https://app.acme.example/a\u00a0b", "An address has no spaces.")]
    [InlineData("https://app.acme.example/a\tb", "An address has no spaces.")]
    [InlineData("java\nscript:alert(1)", "An address has no spaces.")]
    [InlineData("https://app.acme.example/\u0000", "cannot be seen")]
    [InlineData("https://app.acme.example/\u202egpj", "cannot be seen")]
    [InlineData("https://app\u200b.acme.example/", "cannot be seen")]
    [InlineData("https://mira:secret@app.acme.example/", "user name")]
    [InlineData("https://@app.acme.example/", "user name")]
    [InlineData(@"https://app.acme.example\@evil.example/", @"never \")]
    [InlineData(@"\\server\share", @"never \")]
    [InlineData("<iframe src=\"https://app.acme.example\"></iframe>", "embed code")]
    [InlineData("widget", "not a web address")]
    [InlineData("https://", "not a web address")]
    [InlineData("https:///widget", "not a web address")]
    [InlineData("https:app.acme.example", "not a web address")]
    [InlineData("https://app.acme.example:99999/", "not a web address")]
    [InlineData("https://youtube%2Ecom/", "not a web address")]
    [InlineData("{portal}.evil.example/", "not a web address")]
    [InlineData("{portal}@evil.example/", "user name")]
    public void What_no_page_may_have_is_refused_with_what_to_use(string given, string words) =>
        Assert.Contains(words, Templates.Refusal("page", given), StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Contains("cannot be seen", Templates.Refusal("page", Page + "\ud800"));

    [Fact]
    public void Two_thousand_characters_are_the_most()
    {
        var longest = Page + new string('x', 2000 - Page.Length);

        Assert.Equal(longest, Templates.Address("page", $" {longest} "));
        Assert.StartsWith("An address has at most 2,000 characters, and this one has 2,001. Use ",
            Templates.Refusal("page", longest + "x"));
        Assert.Contains("at most 2,000 characters", Templates.Refusal("page", "javascript:" + longest));
    }

    [Fact]
    public void What_embedding_adds_counts_too()
    {
        var booking = "https://calendly.com/acme/" + new string('x', 1970);

        Assert.Contains("2,000", Templates.Refusal("booking", booking));
        Assert.Contains("2,000", Templates.Refusal("page", Page + new string('ö', 1000)));
    }

    /// <summary>Addresses of every kind, broken and put together at random, always the same ones.</summary>
    [Fact]
    public void Whatever_is_typed_is_refused_or_made_into_an_address_that_gives_itself()
    {
        string[] parts =
        [
            "https://", "http://", "HTTPS://", "//", "www.youtube.com", "youtu.be", "vimeo.com", "www.loom.com",
            "calendly.com", "cal.com", "form.typeform.com", "survey.survicate.com", "acme.statuspage.io",
            "localhost:3000", "127.0.0.1:5101", "münchen.example", "[::1]", "@", "/watch?v=M7lc1UVf-VE",
            "/M7lc1UVf-VE", "/76979871", "/8272103f6e", "/share/e883f70b219a49f6ba7fbeac71a72604", "/acme/intro",
            "/to/moe6aa", "/mock-status/statuspage/minor", "/embed", "?", "&", "#", "=", "+", "%20", "%2e%2e", "%",
            "%ff", "%252e", "/../", "/./", "//", ":", ";", "t=1m", "#t=30s", "?h=ab12", "&utm_source=x", "view=orders",
            "ö", "…", "\ud83d\ude00", "{portal}", "{id}", " ", "\u200b", "<", "\"", "'", "|", "^", "..", ".", "1",
            "javascript:",
        ];
        var random = new Random(4);
        var made = 0;

        for (var i = 0; i < 20_000; i++)
        {
            var given =
                string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => parts[random.Next(parts.Length)]));
            var template = Templates.Project.All[random.Next(Templates.Project.All.Count)].Key;
            if (Templates.Make(template, ("address", given)).App is not { } app) continue;
            made++;
            Assert.Matches(@"\A(https://[^@/?#]+|http://(([a-z0-9-]+\.)*localhost|127\.0\.0\.1|\[::1\])(:[0-9]+)?)"
                + @"(?=[/?#]|\z)", app.Address);
            Assert.Equal((given, template, app.Address), (given, template, Templates.Address(template, app.Address)));
        }

        Assert.InRange(made, 1000, 20_000);
    }

    [Fact]
    public async Task No_address_makes_a_rule_hang()
    {
        string[] tails =
            ["/" + new string('a', 1950), string.Concat(Enumerable.Repeat("/a-", 640)), "?" + new string('&', 1950)];
        var given = from template in Templates.Project.All
                    from tail in tails
                    from host in (string[])["calendly.com", "cal.com", "www.loom.com", "vimeo.com", "app.acme.example"]
                    select (template.Key, Address: host + tail);

        var made =
            await Task.Run(() => given.Select(one => Templates.Make(one.Key, ("address", one.Address))).ToArray())
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.All(made, one => Assert.True(one.App is not null || one.Errors.Count > 0));
    }
}
