using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>What the README and the documents claim.</summary>
public sealed partial class ReadmeTests
{
    static readonly string Readme = File.ReadAllText(Checkout.File("README.md"));

    static readonly string All = string.Join('\n', [Readme, .. Directory.EnumerateFiles(Checkout.File("docs"), "*.md").Order().Select(File.ReadAllText)]);

    [Fact]
    public void It_is_short_and_names_every_document()
    {
        var documents = Directory.EnumerateFiles(Checkout.File("docs"), "*.md").Select(file => $"`docs/{System.IO.Path.GetFileName(file)}`");

        Assert.InRange(Readme.Split('\n').Length, 1, 200);
        Assert.All(documents, document => Assert.Contains(document, Readme));
    }

    [Fact]
    public void Every_picture_is_there()
    {
        var pictures = Directory.EnumerateFiles(Checkout.File("docs"), "*.md").Append(Checkout.File("README.md")).SelectMany(file =>
            Regex.Matches(File.ReadAllText(file), @"!\[[^\]]+\]\(([^)]+)\)").Select(m => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, m.Groups[1].Value)));

        Assert.NotEmpty(pictures);
        Assert.All(pictures, picture => Assert.True(File.Exists(picture), picture));
    }

    [Fact]
    public void Every_file_and_folder_it_names_is_there()
    {
        var paths = Path().Matches(All).Select(m => m.Groups[1].Value.TrimEnd('/')).Distinct().ToArray();

        Assert.True(paths.Length > 10);
        Assert.All(paths, path => Assert.True(File.Exists(Checkout.File(path)) || Directory.Exists(Checkout.File(path)), path));
    }

    [Fact]
    public void Its_settings_are_those_of_the_portal()
    {
        var options = new[] { ("Portal:", typeof(PortalOptions)), ("Portal:Site:", typeof(SiteOptions)), ("Portal:RequestsPerMinute:", typeof(RequestLimits)) }
            .SelectMany(o => o.Item2.GetProperties().Select(p => o.Item1 + p.Name))
            .Except(["Portal:Site", "Portal:RequestsPerMinute", "Portal:Site:Keys"]).Append("Portal:Site:Keys:N:Kid");

        var documented = Regex.Matches(All, @"^\| `(Portal:[\w:]+)`", RegexOptions.Multiline).Select(m => m.Groups[1].Value);

        Assert.Equal(options.Order(), documented.Order());
    }

    [Fact]
    public void The_settings_that_it_shows_in_all_are_those_that_are_required()
    {
        var shown = Regex.Match(Readme, @"are, in all:\n\n```json\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        using var json = new MemoryStream(Encoding.UTF8.GetBytes(shown));
        var settings = new ConfigurationBuilder().AddJsonStream(json).Build();

        var required = Regex.Matches(All, @"^\| (`[^|]+) \|[^|]+\| required \|$", RegexOptions.Multiline)
            .Select(row => row.Groups[1].Value.Split('`')[1].Replace(":N:", ":0:")).ToArray();

        Assert.True(required.Length > 5);
        Assert.All(required, key => Assert.True(settings.GetSection(key).Exists(), key));
    }

    /// <summary>Who looks up what the page says finds the cause, but where the page's own words are the cure.</summary>
    [Fact]
    public void Every_heading_that_the_page_has_in_place_of_an_account_has_its_cure()
    {
        var words = File.ReadAllText(Checkout.File("wwwroot/portal/words/en.js"));
        var notices = words[words.IndexOf("  notices: {", StringComparison.Ordinal)..];
        notices = notices[..notices.IndexOf("\n  },", StringComparison.Ordinal)];
        var invitation = Regex.Match(words, "signIn: \\{\\s+account: '([^\n]*)',").Groups[1].Value;
        var symptoms = File.ReadAllText(Checkout.File("docs/operations.md")).Split("| symptom | cure |")[1];

        var headings = Regex.Matches(notices, """title: (['"])(.+?)\1,""").Select(m => m.Groups[2].Value)
            .Append(invitation).Except(["You're offline", "One moment, please"]).ToArray();

        Assert.True(headings.Length > 6);
        Assert.All(headings, heading => Assert.Contains($"| \"{heading.Replace("{site}", "…")}\"", symptoms));
    }

    [Fact]
    public void Its_ports_are_those_of_dotnet_run()
    {
        var settings = File.ReadAllText(Checkout.File("Oxvo.PortalSample/appsettings.Development.json"));

        foreach (var address in new[] { "http://localhost:5100", "http://127.0.0.1:5101", "localhost:5102" })
        {
            Assert.Contains(address, Readme);
            Assert.Contains(address, settings);
        }
    }

    [Fact]
    public void Every_reason_for_a_refused_token_has_its_cure()
    {
        var document = File.ReadAllText(Checkout.File("docs/api.md"));
        var section = document[document.IndexOf("## Refused tokens", StringComparison.Ordinal)..];
        var cured = Regex.Matches(section, @"^\| (`.*?`) \|", RegexOptions.Multiline).SelectMany(m => Regex.Matches(m.Groups[1].Value, "`([a-z_]+)`"));

        Assert.Equal(RefusedTokens.ByReason.Keys.Order(), cured.Select(m => m.Groups[1].Value).Order());
    }

    [Fact]
    public void Every_reason_for_a_refused_key_has_its_cure()
    {
        AccountKey[] keys = [new("mira", null), new("another", null), new(null, 42)];
        var section = File.ReadAllText(Checkout.File("docs/api.md")).Split("\n## ")
            .Single(part => part.StartsWith("Refused keys", StringComparison.Ordinal));
        var cured = Regex.Matches(section, "^\\| `([a-z_]+)` \\|", RegexOptions.Multiline)
            .Select(m => m.Groups[1].Value);

        Assert.Equal(keys.Select(key => PortalEndpoints.ReasonToRefuse(key, "mira")).Order(), cured.Order());
    }

    [Theory]
    [InlineData("dotnet test")]
    [InlineData("dotnet test --settings Oxvo.PortalSample.Tests/exhaustive.runsettings")]
    public void Ci_runs_the_test_commands_that_it_names(string command)
    {
        Assert.Contains($"| `{command}` |", All);
        Assert.Contains(command, File.ReadLines(Checkout.File(".ci/run")).Select(line => line.Trim()));
    }

    [Fact]
    public void Ci_takes_the_locked_packages_and_none_with_a_high_or_critical_advisory() =>
        Assert.Contains("dotnet restore --locked-mode -p:WarningsAsErrors=NU1903%3BNU1904",
            File.ReadLines(Checkout.File(".ci/run")));

    [Fact]
    public void Its_bench_and_its_run_command_name_what_is_there()
    {
        var commands = Regex.Matches(All, @"dotnet (?:run|publish)[^\n`]*").Select(m => m.Value).ToArray();

        Assert.Contains("dotnet run --project Oxvo.PortalSample", commands);
        // Acme.Portal is what the template makes of this project.
        Assert.All(commands, command => Assert.True(
            Regex.Matches(command.Replace("Acme.Portal", "Oxvo.PortalSample"), @"(?:--project |publish |-c Release )(\S+)")
                .All(m => System.IO.Path.Exists(Checkout.File(m.Groups[1].Value))), command));
    }

    [GeneratedRegex(@"[`(]((?:Oxvo\.PortalSample(?:\.Tests)?|wwwroot|seed-data|bench|docs)(?:/[\w./-]+)?)[`)]")]
    private static partial Regex Path();
}
