using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Extensions.FileSystemGlobbing;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>What <c>dotnet new oxvo-portal</c> takes: the pattern, all of it, and nothing else.</summary>
public sealed class TemplateTests
{
    const string Own = ".template.config/project";

    internal static readonly Lazy<IReadOnlyList<(string Pattern, string[] Files)>> Taken = new(() =>
    {
        var template = JsonDocument.Parse(File.ReadAllText(Checkout.File(".template.config/template.json")));
        return [.. from source in template.RootElement.GetProperty("sources").EnumerateArray()
            let folder = source.TryGetProperty("source", out var named) ? named.GetString()! : "./"
            from pattern in source.TryGetProperty("include", out var include)
                ? include.EnumerateArray().Select(pattern => pattern.GetString()!) : ["**"]
            select (folder + pattern, FilesIn(folder[2..], pattern))];
    });

    [Fact]
    public void Every_file_that_it_names_is_there() =>
        Assert.All(Taken.Value, taken => Assert.True(taken.Files.Length > 0, $"{taken.Pattern} names no file."));

    [Fact]
    public void It_takes_the_whole_pattern()
    {
        var pattern = FilesIn("Oxvo.PortalSample/Portal/", "**").Concat(FilesIn("wwwroot/portal/", "**")).ToArray();

        Assert.True(pattern.Length > 20);
        Assert.Empty(pattern.Except(Taken.Value.SelectMany(taken => taken.Files)));
    }

    [Fact]
    public void It_takes_no_other_room() => Assert.DoesNotContain(Taken.Value.SelectMany(taken => taken.Files),
        file => Regex.IsMatch(file, "/Demo/|/Tools/|ForYourSite|seed-data|wwwroot/(?!portal/)|lock.json"));

    [Fact]
    public void Its_statements_have_the_sections_and_columns_of_the_samples_own()
    {
        var (sample, own) = (Heads("Oxvo.PortalSample/account.sql"), Heads($"{Own}/Oxvo.PortalSample/account.sql"));

        Assert.True(sample.Length > 5);
        Assert.Equal(sample, own);
    }

    [Fact]
    public void It_logs_as_the_sample_does() =>
        Assert.Equal(Logging("Oxvo.PortalSample"), Logging($"{Own}/Oxvo.PortalSample"));

    [Fact]
    public void It_names_the_version_that_the_changelog_tells_of()
    {
        var version = XDocument.Load(Checkout.File("Directory.Build.props")).Descendants("Version").Single().Value;
        var newest = Regex.Match(File.ReadAllText(Checkout.File("CHANGELOG.md")), @"\n## (\S+)\n");

        Assert.Equal(version, File.ReadAllText(Checkout.File($"{Own}/oxvo-portal-version.txt")).Trim());
        Assert.Equal(version, newest.Groups[1].Value);
    }

    [Fact]
    public void Its_readme_is_one_screen_and_names_only_what_is_there()
    {
        var readme = File.ReadAllText(Checkout.File($"{Own}/README.md"));
        var documents = Regex.Matches(readme, @"docs/[\w-]+\.md").Select(document => document.Value).ToArray();

        Assert.InRange(readme.Split('\n').Length, 1, 65);
        Assert.NotEmpty(documents);
        Assert.All(documents, document => Assert.True(File.Exists(Checkout.File(document)), document));
    }

    static string[] FilesIn(string folder, string pattern)
    {
        var matches = new Matcher().AddInclude(pattern).GetResultsInFullPath(Checkout.File(folder));
        return [.. matches.Select(file => Path.GetRelativePath(Checkout.Folder, file).Replace('\\', '/'))];
    }

    /// <summary>Each section's name with what says which columns it has.</summary>
    static string[] Heads(string file) =>
        [.. File.ReadAllText(Checkout.File(file)).Split("\n-- section ").Skip(1).Select(section => section.Split('\n'))
            .Select(lines => string.Join('\n', lines.TakeWhile((line, i) => i == 0 || line.StartsWith("--   "))))];

    static string Logging(string folder)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Checkout.File($"{folder}/appsettings.json")));
        return settings.RootElement.GetProperty("Logging").GetRawText();
    }
}
