using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Oxvo.PortalSample.Tests.Demo;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// A bookshop with a database and a Node site of its own takes the portal home, by what the documents say and by the
/// programs that they name. Only the ports are other ones than in the documents.
/// </summary>
public sealed partial class Journey : IAsyncLifetime
{
    const string Portal = "Lumen.Portal";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("a bookshop-");
    readonly Dictionary<string, string> before = [];
    readonly (string Documented, string Free)[] ports =
        [.. new[] { "4000", "4002", "5101" }.Select(port => (port, $"{FreePorts.Take()}"))];
    MockProgram mock = null!;
    Command site = null!, portal = null!;

    internal string Site => $"http://localhost:{ports[0].Free}";
    internal string PortalOrigin => $"http://localhost:{ports[1].Free}";
    internal string Messenger => mock.Messenger;

    /// <summary>How many lines of each file that was there were added or changed.</summary>
    internal IReadOnlyList<(string File, int Lines)> Changed { get; private set; } = [];

    /// <summary>The files that were not there.</summary>
    internal IReadOnlyList<string> Added { get; private set; } = [];

    string PortalFolder => Path.Combine(folder.FullName, Portal, Portal);

    string SiteFolder => Path.Combine(folder.FullName, "bookshop");

    public async ValueTask InitializeAsync()
    {
        OpenBookshop();
        await MakePortalAsync();
        KeepWhatIsThere();

        await MakeKeyAsync();
        WriteStatements();
        await StartMockAsync();
        ChangeSite();
        Count();

        await RunAsync(Path.Combine(folder.FullName, Portal), "dotnet", "build");
        portal = Command.Start(Path.Combine(folder.FullName, Portal),
            ["dotnet", "run", "--no-build", "--project", Portal]);
        site = Command.Start(SiteFolder, [Node.File, "--env-file=.env", "server.mjs"]);
        await site.WaitForAsync("Lumen Books: ");
        await portal.WaitForAsync("Now listening on: ");
    }

    public ValueTask DisposeAsync()
    {
        site?.Dispose();
        portal?.Dispose();
        mock?.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The command <c>try</c> on the bookshop's portal.</summary>
    internal Task<(int ExitCode, string Output)> TryAsync(string identifier) =>
        RunSampleAsync(folder.FullName, "try", identifier, "--folder", PortalFolder);

    /// <summary>The script of the site's pages, with what the portal needs in it.</summary>
    internal Task<string> ReadModuleAsync() => File.ReadAllTextAsync(Path.Combine(SiteFolder, "public", "shop.js"));

    void OpenBookshop()
    {
        var source = Checkout.File("Oxvo.PortalSample.Tests/Browser/Bookshop");
        Directory.CreateDirectory(Path.Combine(SiteFolder, "public"));
        string[] files = [".env", "server.mjs", "page.html", "public/shop.js", "public/shop.css"];
        foreach (var file in files) File.Copy(Path.Combine(source, file), Path.Combine(SiteFolder, file));
        using var shop = new SqliteConnection($"Data Source={Path.Combine(SiteFolder, "bookshop.db")};Pooling=false");
        shop.Open();
        using var schema = shop.CreateCommand();
        schema.CommandText = File.ReadAllText(Path.Combine(source, "schema.sql"));
        schema.ExecuteNonQuery();
    }

    async Task MakePortalAsync()
    {
        string[] hive = ["--debug:custom-hive", Path.Combine(folder.FullName, "hive")];
        await RunAsync(Checkout.Folder, ["dotnet", "new", "install", ".", .. hive]);
        await RunAsync(Checkout.Folder,
            ["dotnet", "new", "oxvo-portal", "-n", Portal, "-o", Path.Combine(folder.FullName, Portal), .. hive]);
    }

    /// <summary>What a change is counted against: template and bookshop as they came, but for the ports.</summary>
    void KeepWhatIsThere()
    {
        foreach (var file in FindFiles())
        {
            var text = File.ReadAllText(file);
            foreach (var (documented, free) in ports) text = text.Replace($":{documented}", $":{free}");
            File.WriteAllText(file, text);
            before[file] = text;
        }
    }

    void Count()
    {
        Changed = [.. from file in before.Keys.Order()
                      let lines = LineCount.CountChanged(before[file], File.ReadAllText(file))
                      where lines > 0
                      select (Path.GetRelativePath(folder.FullName, file), lines)];
        Added = [.. FindFiles().Except(before.Keys).Select(file => Path.GetRelativePath(SiteFolder, file)).Order()];
    }

    IEnumerable<string> FindFiles() =>
        from project in new[] { SiteFolder, Path.Combine(folder.FullName, Portal) }
        from file in Directory.EnumerateFiles(project, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is not (".db" or ".sqlite")
        select file;

    async Task MakeKeyAsync()
    {
        var (exit, printed) = await RunSampleAsync(SiteFolder, "key", "--kid", "2026-11");
        Assert.True(exit == 0, printed);
        Change(Path.Combine(PortalFolder, "appsettings.Development.json"),
            ("Data Source=empty.sqlite", "Data Source=../../bookshop/bookshop.db"),
            ("\"Your site\"", "\"Lumen Books\""),
            ($"{Site}/sign-in", $"{Site}/login"),
            ("\"Keys\": []", KeysLine().Match(printed).Value));
    }

    /// <summary>Each statement below its section's head; the customer's in place of the example.</summary>
    void WriteStatements()
    {
        var file = Path.Combine(PortalFolder, "account.sql");
        var sections = File.ReadAllText(file).Split("\n\n").ToList();
        var own = File.ReadAllText(Checkout.File("Oxvo.PortalSample.Tests/Browser/Bookshop/account.sql"));
        foreach (var statement in own.Trim().Split("\n\n"))
        {
            var name = statement.Split('\n')[0];
            var place = sections.FindIndex(section => section.Split('\n', ':')[0] == name);
            var head = sections[place].Split('\n').TakeWhile(line => line.StartsWith("-- ") && line[3..6] != "The");
            sections[place] = string.Join('\n', head.Concat(statement.Split('\n')[1..]));
        }
        File.WriteAllText(file, string.Join("\n\n", sections));
    }

    async Task StartMockAsync() => mock = await MockProgram.StartOnAsync(int.Parse(ports[2].Free),
        folder.CreateSubdirectory("home"), "--site", Site, "--portal", PortalOrigin);

    void ChangeSite()
    {
        var given = Checkout.File("Oxvo.PortalSample/ForYourSite");
        File.Copy(Path.Combine(given, "portal-token.mjs"), Path.Combine(SiteFolder, "portal-token.mjs"));
        File.Copy(Path.Combine(given, "portal-session.js"), Path.Combine(SiteFolder, "public", "portal-session.js"));
        Change(Path.Combine(SiteFolder, ".env"), ("", $"OXVO_MESSENGER_SECRET={mock.Secret}\n"));
        Change(Path.Combine(SiteFolder, "server.mjs"),
            ("import { DatabaseSync } from 'node:sqlite';\n", """
                import { DatabaseSync } from 'node:sqlite';
                import { createTokenEndpoint, identifierHash } from './portal-token.mjs';

                """),
            ("\nfunction render(", """

                const answerPortalToken = createTokenEndpoint({
                  privateKey: readFileSync('site-key-2026-11.pem'), kid: '2026-11', issuer: site.origin, customerOf,
                });

                function render(
                """),
            ("    name: user?.full_name ?? '',\n", """
                    name: user?.full_name ?? '',
                    customer: user?.uid ?? '',
                    hash: user ? identifierHash(user.uid, process.env.OXVO_MESSENGER_SECRET) : '',

                """),
            ("  if (request.method === 'POST' && pathname === '/login')", """
                  if (pathname === '/portal-token') return answerPortalToken(request, response);
                  if (request.method === 'POST' && pathname === '/login')
                """));
        Change(Path.Combine(SiteFolder, "page.html"),
            ("  <script type=\"module\"", $"  {mock.Snippet}\n  <script type=\"module\""),
            ("<body class=\"{state}\">",
                "<body class=\"{state}\" data-customer=\"{customer}\" data-identifier-hash=\"{hash}\">"));
        Change(Path.Combine(SiteFolder, "public", "shop.js"),
            ("", $$"""
                import { startPortalSession } from './portal-session.js';

                const portal = startPortalSession({ portalOrigins: ['{{PortalOrigin}}'] });
                const { customer, identifierHash } = document.body.dataset;
                if (customer) portal.signedIn(customer, identifierHash);
                document.querySelector('#sign-out').addEventListener('submit', () => portal.signedOut());


                """));
    }

    /// <summary>Each text, which is there once, becomes the other; no text is the file's beginning.</summary>
    static void Change(string file, params (string Find, string Write)[] changes)
    {
        var text = File.ReadAllText(file);
        foreach (var (find, write) in changes)
        {
            Assert.True(find == "" || text.Split(find).Length == 2, $"{file} has '{find}' not once.");
            text = find == "" ? write + text : text.Replace(find, write);
        }
        File.WriteAllText(file, text);
    }

    static Task<(int ExitCode, string Output)> RunSampleAsync(string folder, params string[] arguments) =>
        Command.RunAsync(folder, ["dotnet", Sample.Program, .. arguments], ("ASPNETCORE_ENVIRONMENT", "Development"));

    static async Task RunAsync(string folder, params string[] line)
    {
        var (exit, output) = await Command.RunAsync(folder, line);
        Assert.True(exit == 0, output);
    }

    [GeneratedRegex("\"Keys\": .*")]
    private static partial Regex KeysLine();
}
