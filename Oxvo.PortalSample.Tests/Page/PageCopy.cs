using System.Text.RegularExpressions;
using System.Xml.Linq;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>
/// A copy of the modules that integrators take, with the tests of <c>Page/Scripts</c> beside them, where Node runs
/// them.
/// </summary>
sealed partial class PageCopy : IDisposable
{
    static readonly string Tests = Checkout.File("Oxvo.PortalSample.Tests/Page/Scripts");
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("page-");

    /// <summary>
    /// Every test by name, with its file, as the sources list them: a call at the start of a line whose first argument
    /// is a name.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Listed { get; } =
        Directory.EnumerateFiles(Tests, "*.test.mjs").Order()
            .SelectMany(file => Case().Matches(File.ReadAllText(file)), (file, test) => (file, test))
            .ToDictionary(found => found.test.Groups[1].Value, found => Path.GetFileName(found.file));

    public PageCopy()
    {
        Copy("wwwroot/portal", "*", "portal");
        Copy("wwwroot/portal/words", "*", "portal/words");
        Copy("wwwroot/portal/words/ask", "*", "portal/words/ask");
        Copy("Oxvo.PortalSample/ForYourSite", "portal-session.*", "ForYourSite");
        Copy("Oxvo.PortalSample.Tests/Page/Scripts", "*.mjs", "tests");
        Copy("Oxvo.PortalSample.Tests/Page/Scripts", "portal-config.js", "portal");
        File.WriteAllText(PathOf("portal/loyalty.js"), OwnSection.Block("js"));
        File.WriteAllText(PathOf("portal/moons2.js"), """
            import { element } from './page.js';
            export const title = 'Moons';
            export const isEmpty = () => false;
            export const line = ({ count }) => `${count}`;
            export default ({ moons2 }) => [element('p', null, `${moons2.count} moons`)];
            """);
        File.WriteAllText(PathOf("package.json"), """{ "type": "module" }""");
    }

    /// <param name="file">As a mutant names it: <c>portal/main.js</c>, <c>ForYourSite/portal-session.js</c>.</param>
    public string PathOf(string file) => Path.Combine(folder.FullName, file);

    /// <summary>Every test that ran in these files, with what was wrong, or null.</summary>
    public async Task<IReadOnlyDictionary<string, string?>> RunAsync(IEnumerable<string> files)
    {
        var report = PathOf("report.xml");
        var (_, output) = await Command.RunAsync(PathOf("tests"),
        [
            Node.File, "--test", "--test-timeout=10000",
            "--test-reporter=junit", $"--test-reporter-destination={report}", .. files,
        ]);
        Assert.True(File.Exists(report), output);
        return XDocument.Load(report).Descendants("testcase")
            .ToDictionary(test => test.Attribute("name")!.Value, test => test.HasElements ? test.Value : null);
    }

    public void Dispose() => folder.Delete(recursive: true);

    void Copy(string from, string files, string to)
    {
        var target = folder.CreateSubdirectory(to);
        foreach (var file in Directory.EnumerateFiles(Checkout.File(from), files))
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
    }

    [GeneratedRegex(@"(?m)^\w+\('([^']+)',")]
    private static partial Regex Case();
}
