using System.Formats.Tar;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>
/// Projects that <c>dotnet new oxvo-portal</c> makes, from the package, as somebody has them on their own machine.
/// </summary>
public sealed class NewProjectTests(NewProjectTests.Fixture machine) : IClassFixture<NewProjectTests.Fixture>
{
    const string Name = "Acme.Portal";

    /// <summary>A folder with a space in its name, and the template where no other project finds it.</summary>
    public sealed class Fixture : IAsyncLifetime
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("new projects-");

        public string Project => Path.Combine(folder.FullName, Name);

        public async ValueTask InitializeAsync()
        {
            var packages = Path.Combine(folder.FullName, "packages");
            await RunAsync(Checkout.Folder, "dotnet", "pack", ".template.config", "-o", packages,
                "--artifacts-path", Path.Combine(folder.FullName, "artifacts"));
            await NewAsync("install", Directory.GetFiles(packages).Single());
            await NewAsync("oxvo-portal", "-n", Name);
        }

        public Task<string> NewAsync(params string[] arguments) => RunAsync(folder.FullName,
            ["dotnet", "new", .. arguments, "--debug:custom-hive", Path.Combine(folder.FullName, "hive")]);

        /// <summary>Runs it to its end, which must be a good one, and returns what it printed.</summary>
        public static async Task<string> RunAsync(string folder, params string[] line)
        {
            var (exit, output) = await Command.RunAsync(folder, line);
            Assert.True(exit == 0, output);
            return output;
        }

        public ValueTask DisposeAsync()
        {
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    [Theory, Trait("Category", "Exhaustive")]
    [InlineData(Name)]
    [InlineData("my-shop.portal")]
    [InlineData("24 hours")]
    public async Task It_builds_without_a_warning_and_its_tests_pass(string name)
    {
        await machine.NewAsync("oxvo-portal", "-n", name, "--force");
        var project = Path.Combine(Path.GetDirectoryName(machine.Project)!, name);

        var built = await Fixture.RunAsync(project, "dotnet", "build");
        var tested = await Fixture.RunAsync(project, "dotnet", "test", "--no-build");

        Assert.Contains(" 0 Warning(s)", built);
        Assert.Matches(@"Passed! +- Failed: +0, Passed: +[0-9]{3}, Skipped: +0", tested);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task A_name_that_hides_a_type_of_the_portals_is_told_with_the_cure()
    {
        const string name = "Acme.Account";
        await machine.NewAsync("oxvo-portal", "-n", name, "--force");

        var (exit, output) = await Command.RunAsync(
            Path.Combine(Path.GetDirectoryName(machine.Project)!, name), ["dotnet", "build"]);

        Assert.Equal(1, exit);
        Assert.Contains("A part of the name Acme.Account is also the name of one of the portal's types", output);
        Assert.DoesNotContain("error CS", output);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task It_runs_before_a_file_is_changed_and_serves_its_page()
    {
        using var portal = Command.Start(
            machine.Project, ["dotnet", "run", "--project", Name, "--", "--urls", "http://127.0.0.1:0"]);
        using var client = await Published.ClientAsync(portal);

        var page = await client.GetStringAsync("/");
        var api = await client.GetAsync("/api/widget-portal?identifier=example");
        await portal.WaitForAsync("Acme.Portal.Requests");

        Assert.Contains("<!doctype html>", page);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/main.js")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task Published_it_serves_its_page_and_its_api()
    {
        await Fixture.RunAsync(machine.Project, "dotnet", "publish", Name, "-o", "published");
        var published = Path.Combine(machine.Project, "published");

        using var portal = Command.Start(published, ["dotnet", "Acme.Portal.dll"],
            Published.Production(Path.Combine(machine.Project, Name, "empty.sqlite")));
        using var client = await Published.ClientAsync(portal);
        client.DefaultRequestHeaders.Authorization = new("Bearer", SiteTokens.For("example"));
        const string account = "/api/widget-portal?identifier=";

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"{account}example")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"{account}another")).StatusCode);
        Assert.True(File.Exists(Path.Combine(published, "account.sql")));
        Assert.Empty(Directory.GetFiles(published, "*Development*").Concat(Directory.GetFiles(published, "*.sqlite")));
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task A_section_of_ones_own_takes_the_three_files_of_its_document()
    {
        const string name = "Loyal.Portal";
        await machine.NewAsync("oxvo-portal", "-n", name);
        var project = Path.Combine(Path.GetDirectoryName(machine.Project)!, name);
        string In(string file) => Path.Combine(project, name, file);
        using (var shop = new SqliteConnection($"Data Source={In("empty.sqlite")};Pooling=false"))
            shop.Execute($"""
                create table customers (id bigint, identifier text);
                create table loyalty_points (customer_id bigint, points int, expires_on text);
                insert into customers values (1, 'example');
                insert into loyalty_points values (1, 1240, '{DateTime.UtcNow.AddDays(3):yyyy-MM-dd}');
                """);

        File.AppendAllText(In("account.sql"), "\n" + OwnSection.Block("sql"));
        File.WriteAllText(In("LoyaltySection.cs"), OwnSection.Block("csharp").Replace("Oxvo.PortalSample", name));
        File.WriteAllText(In("wwwroot/loyalty.js"), OwnSection.Block("js"));
        using var portal = Command.Start(project, ["dotnet", "run", "--project", name, "--", "--urls", "http://127.0.0.1:0"],
            [("Portal__Site__Issuer", SiteTokens.Issuer),
                .. SiteTokens.Key.Settings(0).Select(s => (s.Name.Replace(":", "__"), s.Value))]);
        using var client = await Published.ClientAsync(portal);
        client.DefaultRequestHeaders.Authorization = new("Bearer", SiteTokens.For("example"));
        var answer = JsonDocument.Parse(await client.GetStringAsync("/api/widget-portal?identifier=example")).RootElement;

        Assert.Equal(1240, answer.GetProperty("loyalty").GetProperty("points").GetInt32());
        Assert.Equal("points_expire", answer.GetProperty("attention")[0].GetProperty("kind").GetString());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/loyalty.js")).StatusCode);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task As_a_container_image_it_listens_on_8080_as_a_user_without_rights()
    {
        await using var image = await BaseImage.StartAsync();
        var archive = Path.Combine(machine.Project, "published", "portal.tar");

        await Fixture.RunAsync(machine.Project, "dotnet", "publish", Name, "-t:PublishContainer",
            $"-p:ContainerBaseImage={image.Name}", $"-p:ContainerArchiveOutputPath={archive}");
        var (config, files) = Read(archive);

        Assert.Equal("1654", config.GetProperty("User").GetString());
        Assert.Equal("8080/tcp", config.GetProperty("ExposedPorts").EnumerateObject().Single().Name);
        Assert.Equal("/app/", config.GetProperty("WorkingDir").GetString());
        Assert.Equal("dotnet /app/Acme.Portal.dll",
            string.Join(' ', config.GetProperty("Entrypoint").EnumerateArray()));
        foreach (var file in new[] { "Acme.Portal.dll", "account.sql", "appsettings.json", "wwwroot/index.html" })
            Assert.Contains($"app/{file}", files);
        Assert.DoesNotContain(files, file => file.Contains("Development") || file.EndsWith(".sqlite"));
    }

    [Fact, Trait("Category", "Exhaustive")]
    public void All_that_the_template_takes_came_with_the_package() => Assert.Equal(
        TemplateTests.Taken.Value.SelectMany(taken => taken.Files)
            .Select(file => Path.GetFileName(file).Replace("Oxvo.PortalSample", Name)).Order(),
        FilesOf(machine.Project).Select(Path.GetFileName).Order());

    [Fact, Trait("Category", "Exhaustive")]
    public void Nothing_in_it_is_the_samples() => Assert.DoesNotContain(
        FilesOf(machine.Project).SelectMany(file =>
            File.ReadLines(file).Prepend(file).Select(line => $"{file}: {line}")),
        line => Regex.IsMatch(line[machine.Project.Length..],
            @"oxvo\.portalsample|PROJECT_FILE_NAME|\bdemo|mockhost|bogus|anglesharp|lock\.json|#if|#endif",
            RegexOptions.IgnoreCase));

    [Fact, Trait("Category", "Exhaustive")]
    public async Task Made_again_over_itself_it_is_the_same()
    {
        var before = FilesOf(machine.Project).ToDictionary(file => file, File.ReadAllText);
        File.WriteAllText(Path.Combine(machine.Project, Name, "Program.cs"), "changed");

        await machine.NewAsync("oxvo-portal", "-n", Name, "--force");

        Assert.Equal(before, FilesOf(machine.Project).ToDictionary(file => file, File.ReadAllText));
    }

    static IEnumerable<string> FilesOf(string project) => Directory
        .EnumerateFiles(project, "*", SearchOption.AllDirectories)
        .Where(file => !Regex.IsMatch(file[project.Length..], @"[\\/](bin|obj|published)[\\/]"));

    /// <summary>What the image says of its start, and the files of its layers.</summary>
    static (JsonElement Config, HashSet<string> Files) Read(string archive)
    {
        JsonElement config = default;
        var files = new HashSet<string>();
        using var image = new TarReader(File.OpenRead(archive));
        while (image.GetNextEntry(copyData: true) is { } entry)
            if (entry.Name.EndsWith("/layer.tar", StringComparison.Ordinal))
            {
                using var layer = new TarReader(new GZipStream(entry.DataStream!, CompressionMode.Decompress));
                while (layer.GetNextEntry() is { } file) files.Add(file.Name.TrimStart('/'));
            }
            else if (entry.Name.EndsWith(".json", StringComparison.Ordinal) && entry.Name != "manifest.json")
                config = JsonDocument.Parse(entry.DataStream!).RootElement.GetProperty("config");
        return (config, files);
    }
}
