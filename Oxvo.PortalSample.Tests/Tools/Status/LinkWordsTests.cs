using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>When the messenger leaves out the host behind a link: where the words are its address.</summary>
public sealed class LinkWordsTests
{
    [Theory]
    [InlineData("https://status.acme.example/i/1", true)]
    [InlineData("http://status.acme.example", true)]
    [InlineData("status.acme.example", true)]
    [InlineData("STATUS.acme.example/i/1?x=y", true)]
    [InlineData("https://www.status.acme.example/", false)]
    [InlineData("https://status.acme.example.evil.example/", false)]
    [InlineData("https://evil.example/status.acme.example", false)]
    [InlineData("https://status.acme.example@evil.example/", false)]
    [InlineData("https://acme.example/", false)]
    [InlineData("see status.acme.example", false)]
    [InlineData("our status page", false)]
    [InlineData("", false)]
    public async Task The_host_is_left_out_where_the_words_are_an_address_of_it(string words, bool isLeftOut)
    {
        var module = new Uri(Checkout.File("wwwroot/messenger/status-words.js"));
        var script = $$"""
            globalThis.location = { origin: 'https://shop.example' };
            const { namesHost } = await import({{JsonSerializer.Serialize(module)}});
            console.log(namesHost({{JsonSerializer.Serialize(words)}}, 'https://status.acme.example/other'));
            """;

        var (_, output) = await Command.RunAsync(
            Checkout.File("."), [Node.File, "--no-warnings", "--input-type=module", "--eval", script]);

        Assert.Equal(isLeftOut ? "true" : "false", output.Trim());
    }
}
