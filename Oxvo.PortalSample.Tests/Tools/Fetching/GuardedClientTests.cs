using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Tools.Fetching;

/// <summary>
/// What the guarded client takes from a real server on this machine, the one address that it is allowed here.
/// </summary>
public sealed class GuardedClientTests
{
    // Where a test passes no time, no limit ends: a busy machine is no fault.
    readonly ManualClock clock = new();

    [Fact]
    public async Task An_answer_comes_with_its_address_status_and_headers()
    {
        using var server = new LocalServer(
            LocalServer.Http("{}", "Content-Type: application/json\r\nX-Frame-Options: DENY\r\nETag: \"a\""));

        var answer = await GetAsync(server);

        Assert.Equal((HttpStatusCode.OK, "application/json", "\"a\""),
            (answer.Status, answer.MediaType, answer.ETag?.Tag));
        Assert.Equal(["DENY"], answer.Headers["x-frame-options"]);
        Assert.Equal("{}", Encoding.UTF8.GetString(answer.Body));
    }

    [Fact]
    public async Task Nothing_personal_goes_along_and_no_cookie_comes_back()
    {
        using var server = new LocalServer(LocalServer.Http("{}", "Set-Cookie: a=b; Path=/"));
        using var client = Client(server.Address);
        using var activity = new Activity("visit").Start();

        for (var i = 0; i < 2; i++) await client.GetAsync(server.Address, null, default);

        Assert.All(server.Requests, request => Assert.Equal(["Accept", "Accept-Encoding", "Host", "User-Agent"],
            request.Split("\r\n").Skip(1).Where(line => line.Length > 0).Select(line => line.Split(':')[0]).Order()));
    }

    [Theory]
    [InlineData("https://10.0.0.1/")]
    [InlineData("https://[::1]/")]
    [InlineData("https://169.254.169.254/latest/meta-data/")]
    [InlineData("https://localhost:1/")]
    public async Task A_redirect_to_a_private_address_is_refused(string to) =>
        Assert.Contains("private", await FaultAsync(LocalServer.Redirect(to)));

    [Theory]
    [InlineData("http://status.acme.example/")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://user@status.acme.example/")]
    public async Task A_redirect_to_anything_but_https_is_refused(string to) =>
        Assert.Contains("it leads to", await FaultAsync(LocalServer.Redirect(to)));

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task Three_redirects_are_followed_and_no_more(int redirects, bool isRead)
    {
        using var server = new LocalServer((request, stream, cancel) => stream.WriteAsync(
            request.StartsWith($"GET /{redirects} ") ? LocalServer.Http("{}")
                : LocalServer.Redirect("/" + (int.Parse(request[5..6]) + 1)), cancel).AsTask());

        var get = () => GetAsync(server, "/0");

        if (isRead) Assert.Equal($"/{redirects}", (await get()).Address.AbsolutePath);
        else Assert.Contains("redirects", (await Assert.ThrowsAsync<FetchException>(get)).Message);
        Assert.Equal(4, server.Requests.Length);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task More_than_512_KB_after_decompression_is_refused_without_reading_on(string encoding)
    {
        var bomb = Compress(encoding, new byte[4 * 1024 * 1024]);

        Assert.Contains("512 KB",
            await FaultAsync(
            LocalServer.Http(bomb, $"Content-Type: application/json\r\nContent-Encoding: {encoding}")));
        Assert.Equal(512 * 1024,
            (await BodyAsync(
            LocalServer.Http(Compress(encoding, new byte[512 * 1024]), $"Content-Encoding: {encoding}"))).Length);
    }

    [Fact]
    public async Task Where_only_the_headers_matter_a_long_body_is_cut()
    {
        using var server = new LocalServer(LocalServer.Http(new byte[600 * 1024], "X-Frame-Options: DENY"));
        using var client = new GuardedClient(new([server.Address]), TimeProvider.System)
        { Limits = new() { CutsBody = true, Bytes = 1024 } };

        var answer = await client.GetAsync(server.Address, null, default);

        Assert.Equal((1024, "DENY"), (answer.Body.Length, Assert.Single(answer.Headers["X-Frame-Options"])));
    }

    [Fact]
    public async Task A_body_without_an_end_is_refused()
    {
        using var server = new LocalServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), cancel);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"1000\r\n{new string(' ', 4096)}\r\n"), cancel);
        });

        Assert.Contains("512 KB", (await Assert.ThrowsAsync<FetchException>(() => GetAsync(server))).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ")]
    public async Task One_byte_now_and_then_is_cut_off_in_time_wherever_it_drips(string start)
    {
        using var server = new LocalServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(start), cancel);
            for (; ; clock.Pass(TimeSpan.FromSeconds(1)))
                await Task.WhenAll(stream.WriteAsync("x"u8.ToArray(), 0, start.Length == 0 ? 0 : 1, cancel),
                    Task.Delay(1, cancel));
        });

        var fault = await Assert.ThrowsAsync<FetchException>(() => GetAsync(server));

        Assert.Contains("did not answer within 5 seconds", fault.Message);
    }

    [Fact]
    public async Task Headers_without_measure_and_answers_that_are_none_are_refused()
    {
        Assert.NotEmpty(await FaultAsync(LocalServer.Http("{}", "X-Big: " + new string('x', 70 * 1024))));
        Assert.NotEmpty(await FaultAsync(LocalServer.Http("{}",
            string.Join("\r\n", Enumerable.Range(0, 2_000).Select(i => $"X-{i}: {new string('x', 30)}")))));
        Assert.NotEmpty(await FaultAsync("SSH-2.0-OpenSSH\r\n"u8.ToArray()));
        Assert.NotEmpty(await FaultAsync(LocalServer.Http([0, 1, 2, 3], "Content-Encoding: gzip")));
        Assert.NotEmpty(await FaultAsync("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}"u8.ToArray()));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_garbled_encoding_is_a_failure_like_any_other(string encoding)
    {
        byte[][] garbled =
        [
            [.. "This is not packed at all, whatever its header says."u8],
            [0xFF, .. Compress(encoding, new byte[60_000])],
        ];

        foreach (var body in garbled)
            Assert.Contains("breaks off", await FaultAsync(
                LocalServer.Http(body, $"Content-Type: text/html\r\nContent-Encoding: {encoding}")));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: ;;; charset=\u0001\r\nETag: W/\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://[::1/\r\nContent-Length: 0\r\n\r\n", true)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: https://xn--/\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: //\r\nContent-Length: 0\r\n\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", false)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", true)]
    [InlineData("HTTP/9.9 what\r\n\r\n", false)]
    public async Task Whatever_comes_is_an_answer_or_that_failure(string bytes, bool isAnswer)
    {
        using var server = new LocalServer(Encoding.Latin1.GetBytes(bytes));

        var fault = await Record.ExceptionAsync(() => GetAsync(server));

        Assert.Equal(isAnswer ? null : typeof(FetchException), fault?.GetType());
    }

    [Theory]
    [InlineData("403 Forbidden", "cf-mitigated: challenge", "")]
    [InlineData("200 OK", "CF-Mitigated: challenge", "")]
    [InlineData("429 Too Many Requests", "X-Vercel-Mitigated: challenge", "")]
    [InlineData("202 Accepted", "x-amzn-waf-action: challenge", "")]
    [InlineData("405 Method Not Allowed", "x-amzn-waf-action: captcha", "")]
    [InlineData("202 Accepted", "SG-Captcha: challenge", "")]
    [InlineData("403 Forbidden", "X-DataDome: protected", "")]
    [InlineData("403 Forbidden", "Server: AkamaiGHost", "<h1>Access Denied</h1>")]
    [InlineData("403 Forbidden", "Server: cloudflare", "<title>Attention Required! | Cloudflare</title>")]
    [InlineData("503 Service Unavailable", "Server: cloudflare", "<title>Just a moment...</title>")]
    [InlineData("403 Forbidden", "Server: nginx", "<iframe src='/_Incapsula_Resource?x=1'>Incapsula incident</iframe>")]
    [InlineData("429 Too Many Requests", "Server: nginx", "<p>Please verify that you are a human.</p>")]
    public async Task A_guard_against_robots_is_no_answer_of_the_page(string status, string header, string body)
    {
        using var server = new LocalServer(LocalServer.Http(body, $"Content-Type: text/html\r\n{header}", status));

        var fault = await Assert.ThrowsAsync<FetchException>(() => GetAsync(server));

        Assert.Equal(FetchFault.Robots, fault.Fault);
        Assert.Contains("a guard against robots", fault.Message);
    }

    [Theory]
    [InlineData("403 Forbidden", "Server: cloudflare", "<h1>Sign in to see this page</h1>")]
    [InlineData("401 Unauthorized", "X-DataDome: protected", "<h1>Sign in</h1>")]
    [InlineData("200 OK", "X-DataDome: protected", "<h1>Order</h1>")]
    [InlineData("200 OK", "X-Iinfo: 1-2-3", "<script src='/_Incapsula_Resource'></script><i class=g-recaptcha></i>")]
    [InlineData("404 Not Found", "Server: AkamaiGHost", "<p>Just a moment...</p>")]
    public async Task What_only_lies_behind_a_guard_is_an_answer(string status, string header, string body)
    {
        using var server = new LocalServer(LocalServer.Http(body, $"Content-Type: text/html\r\n{header}", status));

        Assert.Equal(status[..3], $"{(int)(await GetAsync(server)).Status}");
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        using var key = ECDsa.Create();
        using var certificate = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        using var client = Client(address);

        var get = client.GetAsync(address, null, default);
        using var tls = new SslStream((await listener.AcceptTcpClientAsync()).GetStream());
        await Record.ExceptionAsync(() => tls.AuthenticateAsServerAsync(certificate));

        Assert.Contains("certificate", (await Assert.ThrowsAsync<FetchException>(() => get)).Message);
    }

    GuardedClient Client(Uri exception) => new(new([exception]), clock);

    async Task<FetchAnswer> GetAsync(LocalServer server, string path = "/")
    {
        using var client = Client(server.Address);
        using var limit = client.StartClock();
        return await client.GetAsync(new(server.Address, path), null, limit.Token).WaitAsync(TimeSpan.FromMinutes(2));
    }

    async Task<byte[]> BodyAsync(byte[] bytes)
    {
        using var server = new LocalServer(bytes);
        return (await GetAsync(server)).Body;
    }

    async Task<string> FaultAsync(byte[] bytes)
    {
        using var server = new LocalServer(bytes);
        return (await Assert.ThrowsAsync<FetchException>(() => GetAsync(server))).Message;
    }

    static byte[] Compress(string encoding, byte[] content)
    {
        using var compressed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "gzip" => new GZipStream(compressed, CompressionLevel.Fastest, true),
            "br" => new BrotliStream(compressed, CompressionLevel.Fastest, true),
            "deflate" => new ZLibStream(compressed, CompressionLevel.Fastest, true),
            _ => new BufferedStream(compressed),
        })
        {
            stream.Write(content);
            stream.Flush();
            return encoding == "identity" ? compressed.ToArray() : Closed(stream, compressed);
        }
    }

    static byte[] Closed(Stream stream, MemoryStream compressed)
    {
        stream.Close();
        return compressed.ToArray();
    }
}
