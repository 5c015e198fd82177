using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>The listener that the documentation shows, served as a page.</summary>
public sealed class DocumentationExampleTests
{
    internal const string Example = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Account</title>
        <body>
        <div id="account"></div>
        <script>
          window.addEventListener('message', async (event) => {
            if (event.data?.source !== 'oxvo-app' || event.data?.type !== 'oxvo.current_user') return;
            const { identifier, id } = event.data.payload;
            const key = identifier || id;
            const response = await fetch(`/api/widget-portal?key=${encodeURIComponent(key)}`);
            const account = await response.json();
            document.getElementById('account').textContent = JSON.stringify(account);
          });
        </script>
        """;

    [Fact]
    public async Task It_is_reported_for_what_it_lacks_as_far_as_that_shows_without_a_browser()
    {
        using var server =
            new LocalServer((request, stream, cancel) => stream.WriteAsync(request.StartsWith("GET /api/widget-portal")
            ? LocalServer.Http("""{"invoices":[]}""", "Content-Type: application/json\r\nCache-Control: no-store")
            : LocalServer.Http(Example, Checked.Html), cancel).AsTask());

        var results =
            await Checked.AtAsync(server, options => options with { Api = new(options.Address, "/api/widget-portal") });

        Assert.Equal(["message-origin", "api-without-token", "api-identifier-alone"],
            results.Values.Where(result => result.Result == CheckOutcome.Fail).Select(result => result.Id));
        Assert.Equal("script 1 in the page, line 2", results["message-origin"].Seen);
        Assert.Contains("?key=: 200", results["api-identifier-alone"].Seen);
        Assert.All(["anonymous-visitor", "api-failure"], id => Assert.Equal(CheckOutcome.NotRun, results[id].Result));
    }
}
