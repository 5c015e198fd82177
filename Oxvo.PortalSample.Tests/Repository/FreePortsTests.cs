using System.Net;
using System.Net.Sockets;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>A port that was promised to a program is still free when that program starts.</summary>
public sealed class FreePortsTests
{
    [Fact]
    public void No_port_is_given_twice()
    {
        var ports = Enumerable.Range(0, 200).Select(_ => FreePorts.Take()).ToArray();

        Assert.Equal(ports.Distinct(), ports);
    }

    [Fact]
    public void A_port_in_use_is_not_free()
    {
        var port = FreePorts.Take();
        Assert.True(FreePorts.IsFree(port));
        using var busy = new TcpListener(IPAddress.Loopback, port);
        busy.Start();

        Assert.False(FreePorts.IsFree(port));
    }

    [Fact]
    public void None_is_of_those_that_systems_give_to_connections()
    {
        const int firstOfLinux = 32_768;

        Assert.All(Enumerable.Range(0, 50), _ => Assert.InRange(FreePorts.Take(), 1_024, firstOfLinux - 1));
    }
}
