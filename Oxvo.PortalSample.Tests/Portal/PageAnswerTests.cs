using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Hosting;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>The page's files and its settings as they are sent over https.</summary>
public sealed class PageAnswerTests(PageAnswerTests.Fixture fixture) : IClassFixture<PageAnswerTests.Fixture>
{
    /// <summary>
    /// A site that is its own messenger, with a name that tries to leave the script it is written into.
    /// </summary>
    public sealed class Fixture : IDisposable
    {
        readonly PortalApp portal = PortalApp.With(
            ("Portal:MessengerOrigins:0", "https://www.acme.example"), ("Portal:Site:Origins:0", "https://www.acme.example"),
            ("Portal:Site:SignInUrl", "https://www.acme.example/sign-in?a=1&b=2"), ("Portal:Site:Name", "</script>\"Acme\u2028"),
            ("Portal:SilentDays", "9"));

        public HttpClient Client(string encoding = "") => portal.CreateDefaultClient(new Uri("https://localhost"), new Accepting(encoding));

        public HttpClient Plain() => portal.CreateDefaultClient(new Uri("http://localhost"));

        public void Dispose() => portal.Dispose();

        sealed class Accepting(string encoding) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel)
            {
                if (encoding != "") request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
                return base.SendAsync(request, cancel);
            }
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/icon.svg")]
    public async Task Text_is_sent_compressed_over_https_and_asked_for_again_each_time(string address)
    {
        var whole = await fixture.Client().GetByteArrayAsync(address);
        var (gzip, brotli) = (await fixture.Client("gzip").GetAsync(address), await fixture.Client("br").GetAsync(address));

        Assert.Equal("no-cache", gzip.Headers.CacheControl!.ToString());
        Assert.Equal(["gzip"], gzip.Content.Headers.ContentEncoding);
        Assert.Equal(["br"], brotli.Content.Headers.ContentEncoding);
        Assert.Equal(whole, Read(new GZipStream(await gzip.Content.ReadAsStreamAsync(), CompressionMode.Decompress)));
        Assert.Equal(whole, Read(new BrotliStream(await brotli.Content.ReadAsStreamAsync(), CompressionMode.Decompress)));
    }

    [Fact]
    public async Task A_script_is_sent_without_what_is_for_its_readers()
    {
        var whole = await fixture.Client().GetStringAsync("/main.js");
        var brotli = await fixture.Client("br").GetStreamAsync("/main.js");

        var sent = Encoding.UTF8.GetString(Read(new BrotliStream(brotli, CompressionMode.Decompress)));

        Assert.Equal(ShortText.Script(whole), sent);
        Assert.Matches(@"(?m)^\s*/\*\*|\n\n|^  ", whole);
        Assert.DoesNotMatch(@"(?m)^\s*/\*\*|\n\n|^  ", sent);
    }

    [Theory]
    [InlineData("/** a */\n  one();\n\n  two()\n  three();", "one();two()\nthree();")]
    [InlineData("one(); // it's\n  two(); // two", "one(); // it's\ntwo();")]
    [InlineData("one(); /* two,\n three; */\nfour();", "one(); /* two,\nthree; */\nfour();")]
    [InlineData("const a = /** @type {A} */ (b);\n/** c */", "const a = /** @type {A} */ (b);\n")]
    [InlineData("/** @type {A} */ const a = 1;\ntwo();\n/** c */", "/** @type {A} */ const a = 1;\ntwo();")]
    [InlineData("one('https://acme.example');\ntwo();", "one('https://acme.example');\ntwo();")]
    [InlineData("one(/[ //]+/);\ntwo();", "one(/[ //]+/);\ntwo();")]
    [InlineData("  one(`\n  // a text;\n`);", "  one(`\n  // a text;\n`);")]
    public void What_runs_in_a_script_is_sent_as_it_is_written(string script, string sent)
    {
        Assert.Equal(sent, ShortText.Script(script));
    }

    [Theory]
    [InlineData("a b, c > d { x: 1px; /* why */\n  y: 2px 3px; }\n\n/* e */ f { }", "a b,c > d{x:1px;y:2px 3px;}f{}")]
    [InlineData("a::before { content: \"; a: b { /* c */ }\"; }", "a::before{content:\"; a: b { /* c */ }\";}")]
    [InlineData("a :focus { font: 1px / 2 'a, b'; }", "a :focus{font:1px / 2 'a, b';}")]
    public void What_counts_in_a_style_is_sent_as_it_is_written(string style, string sent)
    {
        Assert.Equal(sent, ShortText.Style(style));
    }

    [Theory]
    [InlineData("br, gzip", "br")]
    [InlineData("gzip, br;q=0", "gzip")]
    [InlineData("identity", null)]
    [InlineData("zstd, deflate", null)]
    public async Task A_browser_gets_a_form_that_it_takes_and_is_told_the_same_type(string accepted, string? sent)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/main.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);

        var answer = await fixture.Client().SendAsync(request);

        Assert.Equal(sent, answer.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("Accept-Encoding", answer.Headers.Vary.Single());
    }

    [Fact]
    public async Task However_its_address_is_written_a_file_is_compressed_once()
    {
        var files = new CountedFiles();
        using var portal = new PortalApp().WithWebHostBuilder(builder => builder.ConfigureAppConfiguration(
            (context, _) => context.HostingEnvironment.WebRootFileProvider =
                files.Around(context.HostingEnvironment.WebRootFileProvider)));
        using var client = portal.CreateDefaultClient(new Uri("https://localhost"));
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        var answers = new List<HttpResponseMessage>();
        foreach (var address in new[] { "/main.js", "//main.js", "///main.js", "/main.js.br", "////main.js.br" })
            answers.Add(await client.GetAsync($"https://localhost{address}"));

        Assert.All(answers, answer => Assert.Equal(["br"], answer.Content.Headers.ContentEncoding));
        Assert.Equal(1, files.Read);
    }

    [Fact]
    public async Task An_answer_of_the_api_is_never_compressed()
    {
        var answer = await fixture.Client("br").GetAsync("/api/widget-portal");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Empty(answer.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_page_that_is_not_there_may_be_framed_where_the_page_may()
    {
        var answer = await fixture.Client().GetAsync("/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.EndsWith("frame-ancestors https://www.acme.example",
            answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task The_pages_policy_names_all_that_it_needs_and_each_origin_once()
    {
        var policy = (await fixture.Client().GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
            + "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; frame-ancestors https://www.acme.example", policy);
    }

    [Theory]
    [InlineData("/main.js")]
    [InlineData("/health/live")]
    [InlineData("/api/widget-portal")]
    [InlineData("/api/nothing")]
    public async Task Whatever_is_no_page_may_load_nothing_and_be_framed_by_nothing(string address)
    {
        var headers = (await fixture.Client().GetAsync(address)).Headers;

        Assert.Equal("default-src 'none'; frame-ancestors 'none'", headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("camera=(), geolocation=(), microphone=(), payment=(), usb=()", headers.GetValues("Permissions-Policy").Single());
    }

    [Fact]
    public async Task Over_https_browsers_are_told_to_stay_there()
    {
        var (secure, plain) = (await fixture.Client().GetAsync("/"), await fixture.Plain().GetAsync("/"));

        Assert.Equal("max-age=31536000", secure.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("off", null)]
    [InlineData("on", "max-age=31536000")]
    [InlineData("includeSubDomains", "max-age=31536000; includeSubDomains")]
    public async Task A_setting_says_whether_they_are_told_and_for_which_hosts(string setting, string? told)
    {
        using var portal = PortalApp.With(("Portal:Hsts", setting));
        using var client = portal.CreateDefaultClient(new Uri("https://localhost"));

        var headers = (await client.GetAsync("/")).Headers;

        Assert.Equal(told, headers.TryGetValues("Strict-Transport-Security", out var sent) ? sent.Single() : null);
    }

    [Fact]
    public async Task The_page_may_load_its_own_files_only_and_stand_in_the_frames_of_the_settings_only()
    {
        using var portal = PortalApp.With(("Portal:Site:Origins:0", "https://www.acme.example"),
            ("Portal:MessengerOrigins:0", "https://messenger.example"));

        var policy = (await portal.CreateClient().GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; "
            + "frame-ancestors https://www.acme.example https://messenger.example", policy);
    }

    [Fact]
    public async Task A_start_is_logged_with_the_version()
    {
        using var portal = new PortalApp();

        await portal.CreateClient().GetAsync("/health/live");

        Assert.Contains($"Information Portal {PortalMetrics.Version} has started.", portal.Log.Select(line => line.TrimEnd()));
    }

    [Theory]
    [InlineData("Production", null, 1)]
    [InlineData("Production", "shop.acme.example", 0)]
    [InlineData("Development", null, 0)]
    public async Task That_links_lead_anywhere_is_said_at_a_start_outside_Development(
        string environment, string? host, int lines)
    {
        (string, string)[] settings =
        [
            ("environment", environment), ("Portal:MessengerOrigins:0", "https://messenger.example"),
            ("Portal:Site:Origins:0", "https://www.acme.example"),
            ("Portal:Site:SignInUrl", "https://www.acme.example/sign-in"), ("Portal:Site:Issuer", "acme"),
            ("Portal:Site:Name", "Acme"),
        ];
        using var portal = PortalApp.With(host is null ? settings : [.. settings, ("Portal:LinkHosts:0", host)]);
        await portal.CreateClient().GetAsync("/health/live");

        Assert.Equal(lines, portal.Log.Count(line => line.StartsWith("Information Portal:LinkHosts is empty")));
    }

    [Fact]
    public async Task The_config_module_holds_the_settings_and_no_way_out_of_it()
    {
        var answer = await fixture.Client().GetAsync("/portal-config.js");

        Assert.Equal("text/javascript; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache", answer.Headers.CacheControl!.ToString());
        Assert.Equal("""
            export const messengerOrigins = ["https://www.acme.example"];
            export const siteOrigins = ["https://www.acme.example"];
            export const signInUrl = "https://www.acme.example/sign-in?a=1\u0026b=2";
            export const siteName = "\u003C/script\u003E\u0022Acme\u2028";
            export const silentDays = 9;

            """, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Counts how often a file is read.</summary>
    sealed class CountedFiles : IFileProvider
    {
        IFileProvider files = new NullFileProvider();

        public int Read { get; private set; }

        public CountedFiles Around(IFileProvider inner)
        {
            files = inner;
            return this;
        }

        public IFileInfo GetFileInfo(string subpath) => new CountedFile(files.GetFileInfo(subpath), () => Read++);

        public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

        public IChangeToken Watch(string filter) => files.Watch(filter);
    }

    sealed class CountedFile(IFileInfo file, Action count) : IFileInfo
    {
        public bool Exists => file.Exists;
        public bool IsDirectory => file.IsDirectory;
        public DateTimeOffset LastModified => file.LastModified;
        public long Length => file.Length;
        public string Name => file.Name;
        public string? PhysicalPath => file.PhysicalPath;

        public Stream CreateReadStream()
        {
            count();
            return file.CreateReadStream();
        }
    }

    static byte[] Read(Stream stream)
    {
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }
}
