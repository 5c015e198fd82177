using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Portal;

static class Problem
{
    /// <summary>Problem details (RFC 9457) of this type, and nothing beside it.</summary>
    public static async Task AssertIsAsync(HttpResponseMessage answer, string type)
    {
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:oxvo-portal:" + type, problem.GetProperty("type").GetString());
        Assert.Equal((int)answer.StatusCode, problem.GetProperty("status").GetInt32());
        Assert.NotEqual("", problem.GetProperty("title").GetString());
        Assert.Equal("no-store, private", answer.Headers.CacheControl?.ToString());
        Assert.Equal(["Authorization"], answer.Headers.Vary);
        Assert.Equal(["type", "title", "status"], problem.EnumerateObject().Select(m => m.Name));
    }
}
