using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// What somebody could try who got markup or script into the page: the browser refuses it and reports it.
/// </summary>
[Collection(AmongOthers.Name)]
public sealed class PolicyTests(PortalAmongOthers web)
{
    static readonly (string Directive, string Attempt)[] Attempts =
    [
        ("script-src|require-trusted-types-for", "const s = create('script'); s.append('window.ran = true'); document.body.append(s)"),
        ("script-src|require-trusted-types-for", "const s = create('script'); s.setAttribute('src', stranger + '/x.js'); document.body.append(s)"),
        ("script-src", "const a = create('a'); a.setAttribute('href', 'javascript:window.ran = true'); document.body.append(a); a.click()"),
        ("script-src|require-trusted-types-for", "const i = create('img'); i.setAttribute('onerror', 'window.ran = true'); document.body.append(i)"),
        ("script-src|require-trusted-types-for", "eval('window.ran = true')"),
        ("script-src|require-trusted-types-for", "new Function('window.ran = true')()"),
        ("require-trusted-types-for", "document.body.innerHTML = '<p>markup</p>'"),
        ("style-src", "const s = create('style'); s.append('* { color: red }'); document.body.append(s)"),
        ("img-src", "const i = create('img'); i.src = stranger + '/x.png'; document.body.append(i)"),
        ("connect-src", "fetch(stranger).catch(() => {})"),
        ("base-uri", "const b = create('base'); b.href = stranger; document.head.append(b)"),
        ("object-src|require-trusted-types-for", "const o = create('object'); o.data = stranger; document.body.append(o)"),
        ("frame-src", "const f = create('iframe'); f.src = stranger; document.body.append(f)"),
        ("form-action", "const f = create('form'); f.action = stranger; f.method = 'post'; document.body.append(f); f.submit()"),
    ];

    [Fact]
    public async Task Every_attempt_is_blocked_and_reported()
    {
        await using var visitor = await Visitor.AtAsync(web.Sample.Portal);

        List<(string Directive, string Attempt, string Reported)> tried = [];
        foreach (var (directive, attempt) in Attempts) tried.Add((directive, attempt, await TryAsync(visitor, attempt)));

        Assert.All(tried, one => Assert.True(Regex.IsMatch(one.Reported, $"^({one.Directive})"), $"'{one.Reported}' for: {one.Attempt}"));
        Assert.False(await visitor.Page.EvaluateAsync<bool>("() => 'ran' in window"));
        Assert.DoesNotContain(visitor.RequestsTo(web.Others.Stranger), request => request.Failure != "csp");
    }

    Task<string> TryAsync(Visitor visitor, string attempt) => visitor.Page.EvaluateAsync<string>($$"""
        (stranger) => new Promise((resolve) => {
          const create = (name) => document.createElement(name);
          setTimeout(resolve, 20_000, 'no report');
          // In the next turn: by then a second report of this attempt has come too, and is not taken for the next
          // one's.
          addEventListener('securitypolicyviolation', ({ effectiveDirective }) => setTimeout(resolve, 0, effectiveDirective), { once: true });
          // In a turn of its own: what a debugger evaluates may use eval.
          setTimeout(() => { {{attempt}} });
        })
        """, web.Others.Stranger);
}
