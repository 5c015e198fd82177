namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What somebody could try who got markup or script into the page: the browser refuses it and reports it.</summary>
[Collection(AmongOthers.Name)]
public sealed class PolicyTests(PortalAmongOthers web)
{
    [Theory]
    [InlineData("script-src|require-trusted-types-for", "const s = create('script'); s.append('window.ran = true'); document.body.append(s)")]
    [InlineData("script-src|require-trusted-types-for", "const s = create('script'); s.setAttribute('src', stranger + '/x.js'); document.body.append(s)")]
    [InlineData("script-src", "const a = create('a'); a.setAttribute('href', 'javascript:window.ran = true'); document.body.append(a); a.click()")]
    [InlineData("script-src|require-trusted-types-for", "const i = create('img'); i.setAttribute('onerror', 'window.ran = true'); document.body.append(i)")]
    [InlineData("script-src|require-trusted-types-for", "eval('window.ran = true')")]
    [InlineData("script-src|require-trusted-types-for", "new Function('window.ran = true')()")]
    [InlineData("require-trusted-types-for", "document.body.innerHTML = '<p>markup</p>'")]
    [InlineData("style-src", "const s = create('style'); s.append('* { color: red }'); document.body.append(s)")]
    [InlineData("img-src", "const i = create('img'); i.src = stranger + '/x.png'; document.body.append(i)")]
    [InlineData("connect-src", "fetch(stranger).catch(() => {})")]
    [InlineData("base-uri", "const b = create('base'); b.href = stranger; document.head.append(b)")]
    [InlineData("object-src|require-trusted-types-for", "const o = create('object'); o.data = stranger; document.body.append(o)")]
    [InlineData("frame-src", "const f = create('iframe'); f.src = stranger; document.body.append(f)")]
    [InlineData("form-action", "const f = create('form'); f.action = stranger; f.method = 'post'; document.body.append(f); f.submit()")]
    public async Task It_is_blocked_and_reported(string directive, string attempt)
    {
        await using var visitor = await Visitor.AtAsync(web.Sample.Portal);

        var reported = await visitor.Page.EvaluateAsync<string>($$"""
            (stranger) => new Promise((resolve) => {
              const create = (name) => document.createElement(name);
              setTimeout(resolve, 3000, 'no report');
              addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
              // In a turn of its own: what a debugger evaluates may use eval.
              setTimeout(() => { {{attempt}} });
            })
            """, web.Others.Stranger);

        Assert.Matches($"^({directive})", reported);
        Assert.False(await visitor.Page.EvaluateAsync<bool>("() => 'ran' in window"));
        Assert.DoesNotContain(visitor.RequestsTo(web.Others.Stranger), request => request.Failure != "csp");
    }
}
