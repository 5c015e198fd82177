using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// Small widget apps of an integrator's on a port of their own: <c>/widget</c> shows and answers what it is told,
/// <c>/denied</c> forbids frames, <c>/silent</c> never answers, and <c>/held</c> breaks off when the test lets go.
/// </summary>
sealed class TrialApps : IAsyncDisposable
{
    const string Widget = """
        <!doctype html><html lang="en"><title>Trial</title><main><h1>Trial app</h1><p id="heard">Nothing yet</p></main>
        <script>
          addEventListener('message', ({ data, origin, source }) => {
            if (source !== parent || data?.source !== 'oxvo-app' || data.type !== 'oxvo.current_user') return;
            document.querySelector('#heard').textContent = `${data.payload.identifier ?? data.payload.id} says ${origin}`;
            source.postMessage({ source: 'trial', type: 'trial.thanks', for: data.payload.identifier }, origin);
          });
        </script>
        """;

    readonly WebApplication app;
    readonly TaskCompletionSource held = new();

    public string Origin { get; } = $"http://127.0.0.1:{FreePorts.Take()}";

    public static async Task<TrialApps> StartAsync()
    {
        var apps = new TrialApps();
        await apps.app.StartAsync();
        return apps;
    }

    TrialApps()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(Origin);
        app = builder.Build();
        app.Run(async http =>
        {
            if (http.Request.Path == "/silent") await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (http.Request.Path == "/held")
            {
                await held.Task.WaitAsync(http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                http.Abort();
                return;
            }
            if (http.Request.Path == "/denied") http.Response.Headers.XFrameOptions = "DENY";
            http.Response.ContentType = "text/html; charset=utf-8";
            await http.Response.WriteAsync(Widget);
        });
    }

    /// <summary>Saves a page as an app by the settings' own endpoints, and turns it on for the shop's widget.</summary>
    public static async Task ListAsync(Sample sample, string title, string address, bool currentUser = false)
    {
        using var settings = new HttpClient { BaseAddress = new(sample.Messenger) };
        settings.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        var saved = await settings.PostAsJsonAsync("/api/library/apps",
            new { template = "page", title, line = "", values = new { address, current_user = currentUser ? "true" : "false" } });
        var id = (await saved.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetInt64();
        (await settings.PutAsJsonAsync($"/api/widgets/acme-store/apps/{id}", new { position = (int?)null })).EnsureSuccessStatusCode();
    }

    public void LetGo() => held.SetResult();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
