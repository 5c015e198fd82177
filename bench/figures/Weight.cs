using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Bench;

/// <summary>The bytes of the first view as the portal sends them: page, style and modules.</summary>
static partial class Weight
{
    const double Limit = 18_432;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Servers servers, string[] portals)
    {
        var file = await ReadCost.FillAsync(servers);
        List<Figure> figures = [];
        foreach (var portal in portals)
        {
            await using var server = await servers.PortalAsync(portal, $"Data Source={file}");
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{server.Port}/") };
            client.DefaultRequestHeaders.Add("Accept-Encoding", "br, identity");
            using var plain = new HttpClient { BaseAddress = client.BaseAddress };
            var page = await plain.GetStringAsync("");
            // What the page names, and what main.js asks for beside the proof.
            string[] named = [.. Linked().Matches(page).Select(link => link.Groups[1].Value)];
            var release = named.First(name => name.EndsWith("main.js", StringComparison.Ordinal))[..^"main.js".Length];
            var bytes = 0;
            foreach (var path in named.Append("").Append($"{release}summary.js").Append($"{release}words/en.js"))
                bytes += (await client.GetByteArrayAsync(path)).Length;
            figures.Add(new("first view, bytes", server.Name, bytes, "its budget", Limit, 1));
        }
        return figures;
    }

    [GeneratedRegex("""(?:href|src)="([^"#]+\.(?:css|js))["]""")]
    private static partial Regex Linked();
}
