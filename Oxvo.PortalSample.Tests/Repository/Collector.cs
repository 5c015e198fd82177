using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>A collector of OpenTelemetry, by HTTP and protobuf: keeps what is sent to each path.</summary>
sealed class Collector : IAsyncDisposable
{
    readonly WebApplication app;
    readonly ConcurrentQueue<(string Path, string Body)> posts = [];

    public Collector()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(Address);
        app = builder.Build();
        app.Run(async http =>
        {
            using var body = new StreamReader(http.Request.Body, Encoding.Latin1);
            posts.Enqueue((http.Request.Path, await body.ReadToEndAsync()));
        });
    }

    public string Address { get; } = $"http://127.0.0.1:{FreePorts.Take()}";

    public Task StartAsync() => app.StartAsync();

    /// <summary>Names and texts are in protobuf as they are; what stands between them does not matter here.</summary>
    public string SentTo(string path) =>
        string.Join('\n', posts.Where(post => post.Path == path).Select(post => post.Body));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
