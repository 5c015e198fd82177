using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.ForYourSite;

/// <summary>
/// The code of <c>docs/your-site.md</c>: a key made as it says, the endpoint in each language, and the page.
/// </summary>
public sealed class YourSiteDocumentTests : IDisposable
{
    const string Site = "https://www.acme.example";

    static readonly string[] Elsewhere =
    [
        "", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: none", "Origin: null",
        "Origin: https://evil.example", $"Sec-Fetch-Site: cross-site\nOrigin: {Site}",
    ];

    const string ServeInNode = """
        import { createServer } from 'node:http';
        import { answerPortalToken } from './endpoint.mjs';
        createServer(answerPortalToken).listen(process.argv[2], '127.0.0.1', () => console.log('ready'));
        """;

    static readonly string Document = File.ReadAllText(Checkout.File("docs/your-site.md"));

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("your-site-");
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public YourSiteDocumentTests()
    {
        File.WriteAllText(InFolder("site-key-2026-11.pem"), key.ExportPkcs8PrivateKeyPem());
        foreach (var file in Directory.EnumerateFiles(Checkout.File("Oxvo.PortalSample/ForYourSite")))
            File.Copy(file, InFolder(Path.GetFileName(file)));
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        key.Dispose();
    }

    [Fact]
    public async Task The_endpoint_in_Node_gives_a_token_to_the_sites_own_pages_only()
    {
        Write("endpoint.mjs", Block("js", "answerPortalToken"));
        Write("your-session.mjs", "export const customerOf = (request) => request.headers['x-customer'];");
        Write("serve.mjs", ServeInNode);

        await AssertAnswersAsync("ready", port => [Node.File, "serve.mjs", $"{port}"]);
    }

    [Fact]
    public async Task The_endpoint_in_Node_names_a_fault_in_the_log_and_goes_on()
    {
        Write("endpoint.mjs", Block("js", "answerPortalToken"));
        Write("your-session.mjs",
            "export const customerOf = async (request) => JSON.parse(request.headers['x-customer']);");
        Write("serve.mjs", ServeInNode);
        var port = FreePorts.Take();
        using var server = Command.Start(folder.FullName, [Node.File, "serve.mjs", $"{port}"]);
        await server.WaitForAsync("ready");
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };

        var asNumber = await AskAsync(client, "X-Customer: 1005\nSec-Fetch-Site: same-origin");
        var asText = await AskAsync(client, "X-Customer: \"mira\"\nSec-Fetch-Site: same-origin");
        await server.WaitForAsync("make a number text with String(id)");

        Assert.Equal(HttpStatusCode.InternalServerError, asNumber.StatusCode);
        Assert.True(asNumber.Headers.CacheControl!.NoStore);
        await AssertTakenAsync(asText);
    }

    [Fact]
    public async Task A_hash_of_a_number_ends_a_Node_server_that_does_not_catch_it()
    {
        Write("serve.mjs", """
            import { createServer } from 'node:http';
            import { identifierHash } from './portal-token.mjs';
            const server = createServer((request, response) => response.end(identifierHash(1007, 'a secret')));
            server.listen(0, '127.0.0.1', () => fetch(`http://127.0.0.1:${server.address().port}`));
            """);

        var (exit, output) = await Command.RunAsync(folder.FullName, [Node.File, "serve.mjs"]);

        Assert.NotEqual(0, exit);
        Assert.Contains("make a number text with String(id)", output);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task The_endpoint_in_Python_gives_a_token_to_the_sites_own_pages_only()
    {
        Write("endpoint.py", Block("python", "answer_portal_token"));
        Write("your_session.py", "def customer_of(environ):\n    return environ.get('HTTP_X_CUSTOMER')\n");
        Write("serve.py", """
            import sys
            from wsgiref.simple_server import make_server
            from endpoint import answer_portal_token
            server = make_server('127.0.0.1', int(sys.argv[1]), answer_portal_token)
            print('ready', flush=True)
            server.serve_forever()
            """);
        var python = await Language.All["Python"].ProgramAsync();

        await AssertAnswersAsync("ready", port => [python, "serve.py", $"{port}"]);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task The_endpoint_in_PHP_gives_a_token_to_the_sites_own_pages_only()
    {
        Write("endpoint.php", Block("php", "mint_portal_token"));
        Write("your-session.php",
            "<?php function customer_of(): ?string { return $_SERVER['HTTP_X_CUSTOMER'] ?? null; }");
        var php = await Language.All["PHP"].ProgramAsync();

        await AssertAnswersAsync("started", port => [php, "-S", $"127.0.0.1:{port}", "endpoint.php"]);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task The_endpoint_in_Ruby_gives_a_token_to_the_sites_own_pages_only()
    {
        Write("endpoint.rb", Block("ruby", "ANSWER_PORTAL_TOKEN"));
        Write("your_session.rb", "def customer_of(env) = env['HTTP_X_CUSTOMER']\n");
        Write("serve.rb", """
            require 'socket'
            require_relative 'endpoint'
            server = TCPServer.new('127.0.0.1', Integer(ARGV[0]))
            $stdout.sync = true
            puts 'ready'
            loop do
              client = server.accept
              env = { 'REQUEST_METHOD' => client.gets.split.first }
              until (line = client.gets.chomp).empty?
                name, value = line.split(': ', 2)
                env["HTTP_#{name.upcase.tr('-', '_')}"] = value
              end
              status, headers, body = ANSWER_PORTAL_TOKEN.call(env)
              headers = headers.merge('content-length' => body.sum(&:bytesize), 'connection' => 'close')
              client.write("HTTP/1.1 #{status} -\r\n", *headers.map { |pair| "#{pair.join(': ')}\r\n" }, "\r\n", *body)
              client.close
            end
            """);
        var ruby = await Language.All["Ruby"].ProgramAsync();

        await AssertAnswersAsync("ready", port => [ruby, "serve.rb", $"{port}"]);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task The_endpoint_in_CSharp_gives_a_token_to_the_sites_own_pages_only()
    {
        Write("Program.cs", Block("csharp", "PortalTokenMinter"));
        Write("YourSession.cs", """
            static class YourSession
            {
                public static string? CustomerOf(HttpContext http) =>
                    http.Request.Headers["X-Customer"] is [{ } customer] ? customer : null;
            }
            """);
        Write("Site.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        var (exit, output) = await Command.RunAsync(folder.FullName, ["dotnet", "build", "-o", "built", "-v", "q"]);
        Assert.True(exit == 0, output);

        await AssertAnswersAsync("Now listening on",
            port => ["dotnet", "built/Site.dll", "--urls", $"http://127.0.0.1:{port}"]);
    }

    [Fact]
    public async Task The_openssl_lines_make_a_key_and_print_its_two_coordinates()
    {
        var (exit, output) = await Command.RunAsync(
            folder.FullName, ["sh", "-ec", Block("sh", "openssl genpkey")]);
        using var made = ECDsa.Create();
        made.ImportFromPem(File.ReadAllText(InFolder("site-key.pem")));
        var point = made.ExportParameters(false).Q;

        Assert.True(exit == 0, output);
        Assert.Equal([Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y)],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(2));
    }

    [Fact]
    public async Task The_page_identifies_once_the_messenger_is_ready_and_tells_the_portal_of_each_change_in_order()
    {
        Write("package.json", """{ "type": "module" }""");
        Write("your-page.js", Block("js", "startPortalSession"));
        Write("open.js", """
            const happened = [];
            let hear, isReady;
            const ready = new Promise((resolve) => { isReady = resolve; });
            globalThis.document = { body: { dataset: { customer: '1005', identifierHash: 'the-hash' } } };
            globalThis.window = {
              addEventListener: (_, listener) => { hear = listener; },
              oxvo: {
                ready: () => ready,
                identify: (...identity) => happened.push(['identify', ...identity]),
                reset: () => happened.push(['reset']),
              },
            };
            globalThis.fetch = async () => new Response(null, { status: 401 });
            const portal = { postMessage: ({ type }) => happened.push([type]) };
            const page = await import('./your-page.js');
            hear({
              data: { source: 'portal', type: 'portal.token.request', v: 1, nonce: 'n' },
              origin: 'https://portal.acme.example', source: portal,
            });
            await new Promise(setImmediate);
            isReady();
            await new Promise(setImmediate);
            page.portal.signedOut();
            console.log(JSON.stringify(happened));
            """);

        var (exit, output) = await Command.RunAsync(folder.FullName, [Node.File, "open.js"]);

        Assert.True(exit == 0, output);
        Assert.Equal("""
            [["portal.token.pending"],["portal.token.response"],["identify","1005",{"identifier_hash":"the-hash"}],
            ["portal.signed_in"],["portal.signed_out"],["reset"]]
            """.ReplaceLineEndings(""), output.Trim());
    }

    [Fact]
    public async Task What_a_customer_asks_about_comes_to_the_messengers_conversation()
    {
        Write("package.json", """{ "type": "module" }""");
        Write("on-ask.js", Block("js", "onAsk"));
        Write("open.js", """
            globalThis.window = { oxvo: { setConversationAttributes: (about) => console.log(JSON.stringify(about)) } };
            const { onAsk } = await import('./on-ask.js');
            onAsk({ kind: 'order', ref: '1042', reason: 'late' });
            """);

        var (exit, output) = await Command.RunAsync(folder.FullName, [Node.File, "open.js"]);

        Assert.True(exit == 0, output);
        Assert.Equal("""{"asked_about":"order 1042","asked_because":"late"}""", output.Trim());
    }

    [Fact]
    public void It_names_only_functions_that_the_messenger_has()
    {
        var sdk = File.ReadAllText(Checkout.File("wwwroot/messenger/packs/js/sdk.js"));

        var named = Regex.Matches(Document, @"\boxvo(?:\?\.|\.)(\w+)\(")
            .Select(call => call.Groups[1].Value).Distinct();

        Assert.Equal(["identify", "ready", "reset", "setConversationAttributes"], named.Order());
        Assert.All(named, name => Assert.Matches($@"(?m)^    {name}(: |\()", sdk));
    }

    [Fact]
    public void It_names_every_file_that_goes_to_a_site() => Assert.All(
        Directory.EnumerateFiles(Checkout.File("Oxvo.PortalSample/ForYourSite")),
        file => Assert.Contains($"`{Path.GetFileName(file)}`", Document));

    async Task AssertAnswersAsync(string ready, Func<int, string[]> command)
    {
        var port = FreePorts.Take();
        using var server = Command.Start(folder.FullName, command(port));
        await server.WaitForAsync(ready);
        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}") };

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(client, "Sec-Fetch-Site: same-origin")).StatusCode);
        foreach (var elsewhere in Elsewhere)
        {
            var answer = await AskAsync(client, $"X-Customer: mira\n{elsewhere}");
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{elsewhere}: {answer.StatusCode}");
        }
        foreach (var own in new[] { "Sec-Fetch-Site: same-origin", $"Origin: {Site}" })
            await AssertTakenAsync(await AskAsync(client, $"X-Customer: mira\n{own}"));
    }

    static Task<HttpResponseMessage> AskAsync(HttpClient client, string headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/portal-token");
        foreach (var header in headers.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            request.Headers.Add(header.Split(": ")[0], header.Split(": ")[1]);
        return client.SendAsync(request);
    }

    async Task AssertTakenAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-"));
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(60, body.GetProperty("expires_in").GetInt32());

        var point = key.ExportParameters(false).Q;
        using var portal = PortalApp.With(
            ("Portal:Site:Issuer", Site), ("Portal:Site:Keys:0:Kid", "2026-11"),
            ("Portal:Site:Keys:0:X", Base64UrlEncoder.Encode(point.X)),
            ("Portal:Site:Keys:0:Y", Base64UrlEncoder.Encode(point.Y)));
        using var client = portal.WithToken(body.GetProperty("token").GetString()!);
        var account = await client.GetAsync("/api/widget-portal?identifier=mira");
        Assert.Equal(HttpStatusCode.OK, account.StatusCode);
    }

    void Write(string file, string text) => File.WriteAllText(InFolder(file), text);

    string InFolder(string file) => Path.Combine(folder.FullName, file);

    static string Block(string language, string holding) => Document.Split($"```{language}\n").Skip(1)
        .Select(rest => rest.Split("```")[0]).Single(block => block.Contains(holding));
}
