using System.Net;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>What a page must not tell every visitor, and what only looks like it.</summary>
public sealed class SecretTests
{
    static readonly string Letters = string.Concat(Enumerable.Repeat("aB3dE5gH7j", 8));

    // Put together here, so that no search for secrets finds any in the repository.
    public static TheoryData<string> Secrets =>
    [
        "sk_" + "live_" + Letters[..24], "AK" + "IAIOSFODNN7ABCDEFG", "gh" + "p_" + Letters[..36],
        "github" + "_pat_" + Letters[..40],
            "gl" + "pat-" + Letters[..20],
        "xox" + "b-123456789012-" + Letters[..24],
            "https://hooks.slack" + ".com/services/T01ABCDEF/B01ABCDEF/" + Letters[..24],
            "sk-" + "proj-" + Letters[..40], "SG" + "." + Letters[..22] + "." + Letters[..43],
        "npm" + "_" + Letters[..36], "-----BEGIN " + "PRIVATE KEY-----\\n" + Letters[..64],
            "-----BEGIN RSA " + "PRIVATE KEY-----\n" + Letters[..64],
        "ey" + "JhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtaXJhIiwiYWRtaW4iOnRydWV9." + Letters[..43],
            "postgres://portal:Tr0ub4dor@db.acme.example/portal", "mongodb+srv://root:s3cr3t@cluster.acme.example",
        "Server=db.acme.example;Database=portal;User Id=sa;Password=Tr0ub4dor;", "AccountKey=" + Letters[..64] + "==",
            "password: 'Tr0ub4dor-and-3'", "\"client_secret\":\"" + Letters[..32] + "\"",
    ];

    [Theory]
    [MemberData(nameof(Secrets))]
    public async Task A_secret_in_a_script_or_in_the_page_is_failed_and_not_repeated(string secret)
    {
        var quote = secret.Contains('\'') || secret.Contains('"') ? "" : "\"";
        var script = (await Checked.ScriptAsync($"const config = {{ a: {quote}{secret}{quote} }};"))["secrets"];
        var page = (await Checked.PageAsync(Checked.Page($"<h1>Order</h1><!-- \n{secret} -->")))["secrets"];

        Assert.Equal((CheckOutcome.Fail, CheckOutcome.Fail), (script.Result, page.Result));
        Assert.Contains("/app.js", script.Seen);
        Assert.DoesNotContain(secret[^12..], script.Seen + script.Repair + page.Seen);
    }

    [Theory]
    [InlineData("const input = { type: 'password', password: 'Passwort', label: 'Repeat password: ' };")]
    [InlineData("const styles = { form: '_form_1x2yz_1', password: '_password_1x2yz_5', field: { password: "
        + "'Login_password__3fGh1' } };")]
    [InlineData("const pem = '-----BEGIN PRIVATE KEY-----', end = '-----END PRIVATE KEY-----';")]
    [InlineData("const spinner = 'sk-folding-cube', cls = 'sk-circle-fade-dot-and-some-more-words-here';")]
    [InlineData("const hash = 'd41d8cd98f00b204e9800998ecf8427e', asset = '/assets/index-DiwrgTda.js';")]
    [InlineData("const url = `postgres://${user}:${password}@${host}/portal`, example = "
        + "'postgres://USER:<password>@host';")]
    [InlineData("const stripe = 'pk_live_aB3dE5gH7jaB3dE5gH7jaB3d', "
        + "site = '6LeIxAcTAAAAAJcZVRqyHh71UMIEGNQ_MXjiZKhI';")]
    [InlineData("e.host=t;n.password=r;a.secret=function(){return e.secret};")]
    [InlineData("const anon = "
        + "'eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiIsImlzcyI6InN1cGFiYXNlIn0.aB3dE5gH7jaB3dE5gH7jaB3dE5gH7j';")]
    [InlineData("const data = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk';")]
    public async Task What_only_looks_like_a_secret_passes(string script) =>
        Assert.Equal(CheckOutcome.Pass, (await Checked.ScriptAsync(script))["secrets"].Result);

    [Fact]
    public async Task A_key_that_may_be_made_for_browsers_is_a_warning() =>
        Assert.Equal(CheckOutcome.Warn,
            (await Checked.ScriptAsync($"const maps = 'AI{"za"}{Letters[..35]}';"))["secrets"].Result);

    [Theory]
    [InlineData("const api = 'https://orders.acme.internal/v1';")]
    [InlineData("const api = 'http://printer.local';")]
    [InlineData("const api = \"wss://10.1.2.3:8443/live\";")]
    [InlineData("const host = '192.168.0.17';")]
    [InlineData("const host = '172.20.1.1:5432';")]
    [InlineData("const meta = 'http://169.254.169.254/latest';")]
    [InlineData("const api = 'https:\\/\\/portal.svc.cluster.local\\/api';")]
    public async Task A_private_address_is_failed(string script) =>
        Assert.Equal(CheckOutcome.Fail, (await Checked.ScriptAsync(script))["private-addresses"].Result);

    [Theory]
    [InlineData("const version = '10.0.0.1', other = '10.2.14.3-beta', mask = '255.255.255.0';")]
    [InlineData("const base = new URL(path, 'http://localhost'), dev = 'http://127.0.0.1:5101';")]
    [InlineData("const svg = 'http://www.w3.org/2000/svg', dns = 'https://8.8.8.8/resolve', key = "
        + "'settings.internal', state = this.local;")]
    [InlineData("const example = 'http://192.0.2.1/', any = 'http://0.0.0.0:80';")]
    public async Task Versions_public_addresses_and_this_machine_for_itself_pass(string script) =>
        Assert.Equal(CheckOutcome.Pass, (await Checked.ScriptAsync(script))["private-addresses"].Result);

    [Theory]
    [InlineData("127.0.0.1", CheckOutcome.Pass)]
    [InlineData("shop.dev.localhost", CheckOutcome.Pass)]
    [InlineData("shop.acme.example", CheckOutcome.Fail)]
    public async Task Every_name_of_this_machine_is_private_except_for_itself(string host, CheckOutcome right)
    {
        string[] names = ["localhost:3000", "api.dev.localhost:3000", "127.0.0.2:3000", "[::1]:3000"];
        var links = names.Select(name => $"<a href='http://{name}/'>{name}</a>");
        var page = LocalServer.Http(Checked.Page("<h1>Order</h1>" + string.Concat(links)), Checked.Html);
        using var server = new LocalServer(page);
        using var app = new CheckedApp(new() { Address = new($"http://{host}:{server.Address.Port}") },
            new ManualClock(), (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]));

        var finding = await Checklist.Checks.Single(check => check.Id == "private-addresses").Run(app);

        Assert.Equal((right, right == CheckOutcome.Fail ? names.Length : 0),
            (finding.Result, names.Count(name => finding.Seen.Contains($"{name} in the page"))));
    }

    [Theory]
    [InlineData("<a href='https://www.acme.example/orders?email=mira%40acme.example'>Orders</a>")]
    [InlineData("<a href='/orders?view=all&amp;phone=0151234'>Orders</a>")]
    [InlineData("<img src='/pixel.gif?u=mira@acme.example' alt=''>")]
    [InlineData("<a href='/users/mira@acme.example/orders'>Orders</a>")]
    [InlineData("<form action=/subscribe><input name=email></form>")]
    [InlineData("<form method=get><input type=tel name=number></form>")]
    [InlineData("<script>location = '/orders?email=' + email;</script>")]
    public async Task Personal_data_in_an_address_is_failed(string body) =>
        Assert.Equal(CheckOutcome.Fail,
            (await Checked.PageAsync(Checked.Page("<h1>Order</h1>" + body)))["personal-addresses"].Result);

    [Theory]
    [InlineData("<a href='mailto:help@acme.example?subject=Order'>Write</a> <a href='tel:+49151'>Call</a>")]
    [InlineData("<form action=/subscribe method=post><input type=email name=email></form>")]
    [InlineData("<form><input type=email name=email></form><script>document.forms[0].onsubmit = send;</script>")]
    [InlineData("<form method=get action=/search><input type=search name=q></form>")]
    [InlineData("<img src='/logo@2x.png' alt=''><link rel=preload as=font "
        + "href='https://cdn.jsdelivr.net/npm/inter@4.0.0/inter.woff2'>")]
    [InlineData("<a href='/orders?emails=off&amp;mailing=weekly'>Orders</a> <a "
        + "href='https://form.typeform.com/to/abc#email=xxxxx'>Form</a>")]
    public async Task Mail_links_posts_and_packages_pass(string body) =>
        Assert.Equal(CheckOutcome.Pass,
            (await Checked.PageAsync(Checked.Page("<h1>Order</h1>" + body)))["personal-addresses"].Result);

    [Fact]
    public async Task Personal_data_in_the_given_address_is_failed()
    {
        const string address = "/?email=mira@acme.example";
        var page = LocalServer.Http(Checked.Page("<h1>Order</h1>"), Checked.Html);

        var results = await Checked.SiteAsync(new() { [address] = page }, options =>
            options with { Address = new(options.Address, address) });

        Assert.Equal((CheckOutcome.Fail, "the page's own address"),
            (results["personal-addresses"].Result, results["personal-addresses"].Seen));
    }
}
