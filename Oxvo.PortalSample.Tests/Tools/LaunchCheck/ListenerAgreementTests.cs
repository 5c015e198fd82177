using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>
/// The listeners of <see cref="ListenerKindTests"/> in a browser, many in one page, each in a frame of its own: what
/// the text was judged to be is what a stranger's message shows.
/// </summary>
public sealed partial class ListenerAgreementTests
{
    const string Website = "https://www.acme.example", Messenger = "https://messenger.oxvo.example";
    const string Stranger = "https://stranger.example", Js = "Content-Type: text/javascript";
    const int AtOnce = 30;

    static readonly string[] Libraries =
        ["usehooks-ts", "@vueuse/core", "socket.io-client", "somewhere", "trust", "svelte/internal/client"];

    // A row lets it in by an end beside the messenger.
    const string Named = "https://stranger.www.b.example";

    static readonly Dictionary<string, string> Untried = new()
    {
        ["defineProperty"] = "it hides the window's own handler, and a browser never calls it",
        ["regex exec"] = "a stranger here has a name below the messenger's domain, as the pattern wants it",
    };

    [Fact]
    [Trait("Category", "Exhaustive")]
    public async Task No_listener_is_reported_differently_by_the_browser()
    {
        (string Right, string Name, string[] Files)[] all = [.. Rows(), .. Bundles()];
        List<(string Right, string Name, bool IsTaken, bool IsOpen)> seen = [];
        foreach (var some in all.Chunk(AtOnce))
            seen.AddRange((await TryAsync([.. some.Select(one => one.Files)]))
                .Zip(some, (found, one) => (one.Right, one.Name, found.IsTaken, found.IsOpen)));

        string[] different = [.. seen.Where(one => !Agrees(one.Right, one.IsOpen)).Select(one => one.Name)];
        Assert.True(Untried.Keys.ToHashSet().SetEquals(different), string.Join('\n', different));
        Assert.InRange(seen.Count(one => one.IsTaken || one.IsOpen), 120, all.Length);
    }

    // What the text does not show, the browser decides.
    static bool Agrees(string right, bool isOpen) => right switch
    {
        "lost / lost" => true,
        "pass / pass" => !isOpen,
        _ => isOpen,
    };

    static IEnumerable<(string, string, string[])> Rows() =>
        from row in ListenerKindTests.Rows
        let name = row.Key.Split(": ", 2)
        // Some rows take another host for the messenger's.
        let files = row.Value.Replace("//a.example", "//messenger.oxvo.example")
            .Replace(@"\/a\.example", @"\/messenger\.oxvo\.example")
        select (name[0], name[1], files.Split('\0'));

    static IEnumerable<(string, string, string[])> Bundles() =>
        from file in ListenerKindTests.Bundles.Select(row => row.Data)
        let text = File.ReadAllText(Checkout.File($"{ListenerKindTests.Folder}/{file}"))
        select (ListenerKindTests.RightFor(file), file, new[] { text });

    /// <returns>Whether each takes the messenger's message, and whether a stranger's.</returns>
    static async Task<(bool IsTaken, bool IsOpen)[]> TryAsync(string[][] apps)
    {
        using var server = new LocalServer((request, stream, cancel) =>
            stream.WriteAsync(Answer(apps, request.Split(' ')[1]), cancel).AsTask());
        Uri[] addresses = [.. apps.Select((_, i) => new Uri(server.Address, $"/{i}/"))];
        var setting = new StageSetting
        {
            Address = addresses[0],
            More = addresses[1..],
            Ancestors = [Website, Messenger],
            LongestEmpty = TimeSpan.FromSeconds(6),
            IsOffline = true,
        };
        var beside = await SeeAsync(setting with
        { Beside = [Stranger, Named, .. PlayedPages.LookAlikes(Messenger), "null"] });
        var around = await SeeAsync(setting with { Ancestors = [Stranger] });
        return [.. beside.Zip(around, (a, b) => (a.Contains("launch-check-around"),
            a.Contains("launch-check-beside") || b.Contains("launch-check-around")))];
    }

    /// <summary>What each shows when the page around it has spoken, and then the pages beside it.</summary>
    static async Task<string[]> SeeAsync(StageSetting setting)
    {
        await using var stage = await Stage.OpenAsync(await Chromium.SharedTogetherAsync());
        await stage.LoadAsync(setting);
        AppView[] apps = [.. stage.Messenger.ChildFrames.SkipLast(setting.Beside.Count)
            .Select(frame => new AppView(frame, stage))];
        var shown = new string[apps.Length];
        await SpeakAsync($$"""
            () => {
              for (let i = 0; i < {{apps.Length}}; i++)
                frames[i].postMessage({{Claim("around")}}, '*', [new MessageChannel().port1]);
            }
            """, 1);
        await SpeakAsync($$"""
            () => {
              for (let i = {{apps.Length}}; i < frames.length; i++)
                frames[i].postMessage({ launchCheck: {{Claim("beside")}} }, '*');
            }
            """, 1 + setting.Beside.Count);
        return shown;

        // A later message may take the place of what an earlier one has shown.
        async Task SpeakAsync(string script, int heard)
        {
            await stage.Messenger.EvaluateAsync(script);
            await Task.WhenAll(apps.Select(async (app, i) =>
            {
                Assert.True(await app.HasHeardAsync(heard), app.Frame.Url);
                shown[i] += (await app.NowAsync()).State;
            }));
        }
    }

    // Some rows look for the identifier elsewhere, or believe what the message says of its sender; Closure has other
    // names for the payload.
    static string Claim(string name) =>
        "((claim, known) => ({ ...claim, from: self.origin, allowed: [self.origin], "
        + "h: known, i: known, identifier: known.identifier, id: known.identifier }))"
        + $"({Claims.Visitor(name)}, {Claims.Visitor(name)}.payload)";

    // What a page does with what a row declares.
    static string Start(string row)
    {
        var classes = Declared().Matches(row).Select(match => match.Groups["name"].Value);
        var starts = classes
            .Select(name => $"(one => {{ one.start?.(); one.connectedCallback?.(); }})(new {name}(renderer));")
            .Concat(Decorated().Matches(row).Select(method =>
                $"__decorate([{method.Groups["by"]}], Portal.prototype, '{method.Groups["name"]}', null);"))
            .Append(row.Contains("'alpine:init'") ? "document.dispatchEvent(new Event('alpine:init'));" : "")
            .Append(row.Contains("function App(") ? "App();" : "")
            .Append(row.Contains("function create_fragment(") ? "create_fragment(instance(0, {}, show)).m();" : "")
            .Append(row.Contains("export default {") ? "component.mounted.call(component.methods);" : "");
        // No browser reads decorators yet: they are called as a compiler writes it.
        var script = Decorated().Replace(row, "${name}(").Replace("export default {", "const component = {");
        return $"{script}\n{string.Concat(starts)}";
    }

    static byte[] Answer(string[][] apps, string path)
    {
        if (path.Split('/') is not ["", var number, var file] || !int.TryParse(number, out var i))
            return path switch
            {
                "/around.js" or "/modules.js" =>
                    LocalServer.Http(File.ReadAllText(Checkout.File(ListenerKindTests.Folder + path)), Js),
                "/origins" => LocalServer.Http($"[\"{Messenger}\"]"),
                _ => LocalServer.Http("", Js, "404 Not Found"),
            };
        var isModule = apps[i].Length > 1 || apps[i][0].Contains("import ") || apps[i][0].Contains("export ");
        var map = string.Join(", ", Libraries.Select(library => $"\"{library}\": \"/modules.js\""));
        return file switch
        {
            // To be heard, what listens on its parent's window is put into a frame of the app's own.
            "" when apps[i][0].Contains("window.parent.add") => LocalServer.Http(
                Checked.Page("<p></p><iframe src=inner></iframe>", "<script src=/around.js></script>"), Checked.Html),
            "inner" => LocalServer.Http(
                "<script>load = parent.show</script><script src=app.js></script>", Checked.Html),
            "" => LocalServer.Http(Checked.Page("<h1>Order</h1><p></p>", $$"""
                <script type=importmap>{ "imports": { {{map}} } }</script><script src=/around.js></script>
                <script {{(isModule ? "type=module" : "defer")}} src=app.js></script>
                """), Checked.Html),
            "app.js" => LocalServer.Http(Start(apps[i][0]), Js),
            _ => LocalServer.Http(apps[i].Last(), Js),
        };
    }

    [GeneratedRegex(@"(?m)^(?:class|var) (?<name>[A-Z]\w*)")]
    private static partial Regex Declared();

    [GeneratedRegex(@"@(?<by>\w+\(.*\)) (?<name>\w+)\(")]
    private static partial Regex Decorated();
}
