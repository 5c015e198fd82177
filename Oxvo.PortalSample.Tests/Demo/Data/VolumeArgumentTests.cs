using Oxvo.PortalSample.Demo.Data;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary><c>--customers N --seed S</c>, as a person types them.</summary>
public sealed class VolumeArgumentTests
{
    [Theory]
    [InlineData("-1", null, "--customers")]
    [InlineData("many", null, "--customers")]
    [InlineData("1,000", null, "--customers")]
    [InlineData("1000001", null, "--customers")]
    [InlineData("99999999999", null, "--customers")]
    [InlineData("", null, "--customers")]
    [InlineData("12\n", null, "--customers")]
    [InlineData("10", "x", "--seed")]
    [InlineData("10", "-3", "--seed")]
    [InlineData(null, "3", "--customers")]
    public void A_wrong_argument_is_named(string? customers, string? seed, string argument)
    {
        var fault = Assert.Throws<DemoDataException>(() => DemoVolume.Parse(customers, seed));

        Assert.Contains(argument, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_are_read_and_none_leaves_the_volume_as_it_is()
    {
        Assert.Null(DemoVolume.Parse(null, null));
        Assert.Equal(new DemoVolume { Customers = 1_000_000, Seed = 5 }, DemoVolume.Parse("1000000", "5"));
        Assert.Equal(new DemoVolume { Customers = 0, Seed = 1 }, DemoVolume.Parse("0", null));
    }
}
