using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>Runs the checklist against a small server of this machine, and hands out its results by their id.</summary>
static class Checked
{
    public const string Html = "Content-Type: text/html; charset=utf-8";

    public static string Page(string body, string head = "") =>
        $"<!doctype html><html lang=en><meta name=viewport "
            + $"content=\"width=device-width\"><title>Order</title>{head}<body>{body}</body></html>";

    /// <summary>A page of this HTML, with more headers.</summary>
    public static Task<IReadOnlyDictionary<string, CheckResult>> PageAsync(string html, params string[] headers) =>
        SiteAsync(new() { ["/"] = LocalServer.Http(html, string.Join("\r\n", [Html, .. headers])) });

    /// <summary>A page with this script of its own.</summary>
    public static Task<IReadOnlyDictionary<string, CheckResult>> ScriptAsync(string script, string? module = null) =>
        SiteAsync(new()
        {
            ["/"] = LocalServer.Http(
                Page("<h1>Order</h1><p>It arrives on Friday.</p>", "<script type=module src=app.js></script>"), Html),
            ["/app.js"] = LocalServer.Http(script, "Content-Type: text/javascript"),
            ["/module.js"] = LocalServer.Http(module ?? "", "Content-Type: text/javascript"),
        });

    /// <summary>What stands at these paths; everything else is 404.</summary>
    /// <param name="documents">Whole answers by path and query.</param>
    /// <param name="change">More options, from those with the server's address.</param>
    public static async Task<IReadOnlyDictionary<string, CheckResult>> SiteAsync(
        Dictionary<string, byte[]> documents, Func<CheckOptions, CheckOptions>? change = null)
    {
        var missing = LocalServer.Http("<h1>Not found</h1>", Html, "404 Not Found");
        using var server = new LocalServer((request, stream, cancel) =>
            stream.WriteAsync(documents.GetValueOrDefault(request.Split(' ')[1], missing), cancel).AsTask());
        return await AtAsync(server, change);
    }

    /// <param name="server">Where the app is.</param>
    /// <param name="change">More options, from those with the server's address.</param>
    /// <param name="clock">What the time limit runs by. Unless it is given, time stands still: how long a busy machine
    /// takes is not asked.</param>
    public static async Task<IReadOnlyDictionary<string, CheckResult>> AtAsync(
        LocalServer server, Func<CheckOptions, CheckOptions>? change = null, TimeProvider? clock = null)
    {
        var options = new CheckOptions { Address = server.Address };
        using var app = new CheckedApp(change?.Invoke(options) ?? options, clock ?? new ManualClock());
        return await Checklist.RunAsync(app).ToDictionaryAsync(result => result.Id).AsTask()
            .WaitAsync(TimeSpan.FromMinutes(2));
    }
}
