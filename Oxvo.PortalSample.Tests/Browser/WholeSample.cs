using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>One running sample for tests that only look at it.</summary>
public sealed class WholeSample : IAsyncLifetime
{
    static readonly HttpClient Http = new();

    internal Sample Sample { get; private set; } = null!;

    /// <summary>The folder of its settings, beside its pages.</summary>
    internal string Project { get; init; } = Sample.Project;

    // Many tests in a minute are one address and often one customer.
    public async ValueTask InitializeAsync() =>
        Sample = await Sample.StartFromAsync(Project, "Portal:RequestsPerMinute:Address=100000", "Portal:RequestsPerMinute:Subject=10000");

    internal async Task<Shopper> ArriveAsync(BrowserNewContextOptions? options = null) =>
        await Shopper.ArriveAsync(await Chromium.SharedAsync(), Sample, options);

    /// <summary>A customer who has opened an app in the messenger.</summary>
    internal async Task<Shopper> ArriveAsync(string? identifier, string app, BrowserNewContextOptions? options = null)
    {
        var shopper = await ArriveAsync(options);
        if (identifier is not null) await shopper.SignInAs(identifier);
        await shopper.OpenMessenger();
        await shopper.OpenApp(app);
        return shopper;
    }

    public async ValueTask DisposeAsync() => await Sample.DisposeAsync();

    /// <summary>A customer's answer of the API, asked for as the pattern asks, without a browser.</summary>
    internal async Task<JsonElement> AnswerFor(string identifier)
    {
        using var answer = await (await ProveAsync(identifier))();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Signs in, gets a proof, and gives back what asks the portal with it.</summary>
    internal async Task<Func<Task<HttpResponseMessage>>> ProveAsync(string identifier)
    {
        using var site = new HttpClient { BaseAddress = new(Sample.Acme) };
        site.DefaultRequestHeaders.Add("Origin", Sample.Acme);
        (await site.PutAsJsonAsync("/demo/session", new { identifier })).EnsureSuccessStatusCode();
        using var minted = await site.PostAsync("/portal-token", null);
        var token = (await minted.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        return () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"{Sample.Portal}/api/widget-portal?identifier={identifier}");
            request.Headers.Authorization = new("Bearer", token);
            return Http.SendAsync(request);
        };
    }
}

[CollectionDefinition(Name)]
public sealed class Running : ICollectionFixture<WholeSample>
{
    public const string Name = "The whole sample, running";
}
