using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>A page that sends itself to one that forbids frames.</summary>
public sealed class DepartureTests
{
    const string Order = "<h1>Order</h1><p>It arrives on Friday.</p>";

    [Theory]
    [InlineData("<meta http-equiv=refresh content='0; url=/locked'>")]
    [InlineData("<meta http-equiv=REFRESH content='3;URL=\"locked\"'>")]
    [InlineData("<meta http-equiv=refresh content='0,/locked'>")]
    [InlineData("<base href=/locked><meta http-equiv=refresh content='0; url=?x'>")]
    [InlineData("<script>location.replace('/locked')</script>")]
    [InlineData("<script>location = '/locked'</script>")]
    [InlineData("<script>window.location.href = \"/locked\";</script>")]
    [InlineData("<script>document.location.assign(`/locked`)</script>")]
    [InlineData("<script>self.location['href'] = '/locked'</script>")]
    [InlineData("<script>window.open('/locked', '_self')</script>")]
    [InlineData("<script>navigation.navigate('/locked')</script>")]
    [InlineData("<script>const to = '/locked'; location.href = location.origin + to</script>")]
    [InlineData("<script>location.href = new URL('/locked', location.href).href</script>")]
    [InlineData("<script>location.href = `${location.protocol}//${location.host}/locked`</script>")]
    [InlineData("<script>setTimeout(() => { location.replace('/locked') }, 50)</script>")]
    [InlineData("<script>(function(){var l=window.location;window.location.replace('/locked')})()</script>")]
    [InlineData("<script>!async function(){await 0;location='/locked'}()</script>")]
    [InlineData("<script>function go() { location.assign('/locked') } go()</script>")]
    [InlineData("<script>addEventListener('DOMContentLoaded', () => location.assign('/locked'))</script>")]
    [InlineData("<script>window.onload = function () { location.href = '/locked' }</script>")]
    [InlineData("<script>$(function () { location.href = '/locked' })</script>")]
    [InlineData("<script>if (top !== self) location.replace('/locked')</script>")]
    [InlineData("<script>if (window.self === window.top) draw(); else window.location = '/locked'</script>")]
    [InlineData("<script>fetch('/me').then(() => location.replace('/locked'))</script>")]
    [InlineData("<body onload=\"location.href='/locked'\">")]
    [InlineData("<script>location.replace('/between')</script>")]
    public async Task It_fails_one_check_which_names_where_it_went(string head)
    {
        var results = await CheckAsync(head);

        var failed = Assert.Single(results, result => result.Result == CheckOutcome.Fail && result.Id != "viewport");
        Assert.Equal("frame-ancestors", failed.Id);
        Assert.Contains("/locked\nContent-Security-Policy: frame-ancestors 'none'", failed.Seen);
        Assert.Contains("frame-ancestors https://", failed.Repair);
    }

    [Fact]
    public async Task A_Refresh_header_does_it_too() =>
        Assert.Contains("By its Refresh header it goes on to http", (await CheckAsync("", "Refresh: 0; url=/locked"))
            .Single(result => result.Id == "frame-ancestors").Seen);

    [Theory]
    [InlineData("https://10.0.0.1/a", CheckOutcome.NotRun, "goes on to https://10.0.0.1/a\nIt could not be read: ")]
    [InlineData("http://shop.acme.example/a", CheckOutcome.Fail, "goes on to http://shop.acme.example/a\n")]
    public async Task Where_it_went_is_named_also_where_that_is_not_asked(string to, CheckOutcome outcome, string seen)
    {
        var results = await CheckAsync($"<script>location.replace('{to}')</script>");

        var result = results.Single(result => result.Id == "frame-ancestors");
        Assert.Equal(outcome, result.Result);
        Assert.Contains(seen, result.Seen);
    }

    [Theory]
    [InlineData("<meta http-equiv=refresh content='300'>")]
    [InlineData("<meta http-equiv=refresh content='5; url=/open'>")]
    [InlineData("<noscript><meta http-equiv=refresh content='0; url=/locked'></noscript>")]
    [InlineData("<script>location.replace('/open')</script>")]
    [InlineData("<script>location.replace('#top')</script>")]
    [InlineData("<script>location.reload()</script>")]
    [InlineData("<script>if (expired) location.replace('/locked')</script>")]
    [InlineData("<script>user || location.replace('/locked')</script>")]
    [InlineData("<script>if (top === self) location.replace('/locked')</script>")]
    [InlineData("<script>addEventListener('click', () => location.assign('/locked'))</script>")]
    [InlineData("<script>function go() { location.assign('/locked') }</script>")]
    [InlineData("<script>class A { go() { location.assign('/locked') } }</script>")]
    [InlineData("<script>try { a() } catch { location = '/locked' }</script>")]
    [InlineData("<script>text.replace('/locked', ''); route.location = '/locked'</script>")]
    [InlineData("<script>top.location = '/locked'</script>")]
    [InlineData("<script>window.open('/locked', '_blank')</script>")]
    [InlineData("<script>function again() { again(); } again(); location = `/${unknown}`</script>")]
    [InlineData("<script>location.replace('/there'); </script>")]
    public async Task What_stays_or_goes_where_frames_are_allowed_fails_nothing(string head) =>
        Assert.DoesNotContain(await CheckAsync(head),
            result => result.Result == CheckOutcome.Fail && result.Id != "viewport");

    static async Task<IEnumerable<Oxvo.PortalSample.Tools.LaunchCheck.CheckResult>> CheckAsync(
        string head, string header = "X-Test: 1")
    {
        byte[] Answer(string html, string more) => LocalServer.Http(html, $"{Checked.Html}\r\n{more}");
        var locked = Answer(Order, "Content-Security-Policy: frame-ancestors 'none'");
        var results = await Checked.SiteAsync(new()
        {
            ["/"] = Answer(Checked.Page(Order, head), header),
            ["/locked"] = locked,
            ["/locked?x"] = locked,
            ["/open"] = Answer(Order, header),
            ["/there"] = Answer("<script>location.replace('/')</script>", header),
            ["/between"] = Answer("<meta http-equiv=refresh content='0; url=/locked'>", header),
        });
        return results.Values;
    }
}
