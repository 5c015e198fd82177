namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Every state and view in the messenger, in each size of the frame, light and dark, with small and large text.</summary>
[Collection(Running.Name)]
public sealed class ReadabilityTests(WholeSample whole)
{
    public static TheoryData<string> Names => [.. Screens.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Everything_can_be_read(string screen)
    {
        await using var shopper = await whole.ArriveAsync();
        await Screens.All[screen](shopper);

        var faults = await Readability.FaultsAsync(shopper);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
