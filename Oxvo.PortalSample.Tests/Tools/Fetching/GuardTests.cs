using System.Net;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Tools.Fetching;

/// <summary>Which addresses a connection may go to, by what their names resolve to.</summary>
public sealed class GuardTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.1")]
    [InlineData("2130706433")]
    [InlineData("0x7f000001")]
    [InlineData("0177.0.0.1")]
    [InlineData("127。0。0。1")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("[::ffff:8.8.8.8]")]
    [InlineData("[::]")]
    [InlineData("0.0.0.0")]
    [InlineData("localhost")]
    [InlineData("metadata.localhost")]
    [InlineData("a.b.LocalHost.")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("198.18.0.1")]
    [InlineData("192.0.0.192")]
    [InlineData("203.0.113.7")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("[fc00::1]")]
    [InlineData("[fd00:ec2::254]")]
    [InlineData("[fe80::1]")]
    [InlineData("[64:ff9b::7f00:1]")]
    [InlineData("[64:ff9b:1::1]")]
    [InlineData("[2002:7f00:1::]")]
    [InlineData("[2001:0:7f00:1::]")]
    [InlineData("[2001:db8::1]")]
    [InlineData("[ff02::1]")]
    [InlineData("[::127.0.0.1]")]
    [InlineData("[100::1]")]
    public async Task Every_way_to_write_a_private_or_reserved_address_is_refused(string host)
    {
        using var client = new GuardedClient(new([]), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<FetchException>(() =>
            client.GetAsync(new($"https://{host}:1/"), null, default));

        Assert.Contains("private or reserved", fault.Message);
    }

    [Fact]
    public async Task A_name_that_ends_in_a_dot_is_no_way_around()
    {
        using var client = new GuardedClient(new([], Answering("127.0.0.1")), TimeProvider.System);

        await Assert.ThrowsAsync<FetchException>(() => client.GetAsync(new("https://localhost.:1/"), null, default));
    }

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("198.20.0.1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2a00:1450::1")]
    public void Public_addresses_are_public(string address) =>
        Assert.True(PublicAddress.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("1.1.1.1,10.0.0.1")]
    [InlineData("1.1.1.1,::1")]
    [InlineData("")]
    public async Task A_name_with_any_private_answer_is_refused_whole(string answers)
    {
        using var client = new GuardedClient(new([], Answering(answers)), TimeProvider.System);

        await Assert.ThrowsAsync<FetchException>(() =>
            client.GetAsync(new("https://status.acme.example/"), null, default));
    }

    [Fact]
    public async Task A_name_is_resolved_once_and_the_connection_goes_where_it_was_checked()
    {
        var asked = 0;
        using var server = new LocalServer(LocalServer.Http("{}"));
        var named = new UriBuilder(server.Address) { Host = "rebind.example" }.Uri;
        using var client = new GuardedClient(new([named], (_, _) =>
            Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : IPAddress.Parse("10.0.0.1")])),
                TimeProvider.System);

        await client.GetAsync(named, null, default);

        Assert.Equal(1, asked);
        Assert.StartsWith("GET / HTTP/1.1\r\nHost: rebind.example:", Assert.Single(server.Requests));
    }

    [Fact]
    public async Task The_same_name_is_checked_again_at_each_connection()
    {
        var asked = 0;
        using var server = new LocalServer(LocalServer.Http("{}"));
        using var client = new GuardedClient(new([], (_, _) => Task.FromResult<IPAddress[]>(
            [asked++ == 0 ? IPAddress.Parse("10.0.0.1") : IPAddress.Loopback])), TimeProvider.System);

        for (var i = 0; i < 2; i++)
            await Assert.ThrowsAsync<FetchException>(() =>
                client.GetAsync(new($"https://status.acme.example:{server.Address.Port}/"), null, default));

        Assert.Equal(2, asked);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task An_address_named_at_the_keyboard_is_allowed_at_its_own_port_alone()
    {
        using var server = new LocalServer(LocalServer.Http("{}"));
        using var other = new LocalServer(LocalServer.Http("{}"));
        using var client = new GuardedClient(new([server.Address]), TimeProvider.System);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(server.Address, null, default)).Status);
        await Assert.ThrowsAsync<FetchException>(() => client.GetAsync(other.Address, null, default));
        await Assert.ThrowsAsync<FetchException>(() =>
            client.GetAsync(new UriBuilder(other.Address) { Scheme = "https" }.Uri, null, default));
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task An_IPv6_address_and_a_name_below_localhost_are_allowed_where_they_were_named()
    {
        using var six = new LocalServer(LocalServer.Http("{}"), IPAddress.IPv6Loopback);
        using var four = new LocalServer(LocalServer.Http("{}"));
        Uri[] named = [six.Address, new($"http://shop.dev.localhost:{four.Address.Port}/")];
        using var client = new GuardedClient(new(named), TimeProvider.System);

        foreach (var address in named)
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(address, null, default)).Status);
        await Assert.ThrowsAsync<FetchException>(() =>
            client.GetAsync(new($"http://shop.localhost:{four.Address.Port}/"), null, default));
    }

    static Func<string, CancellationToken, Task<IPAddress[]>> Answering(string addresses) => (_, _) =>
        Task.FromResult<IPAddress[]>(
            [.. addresses.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse)]);
}
