namespace Oxvo.PortalSample.Tests.Browser;

[Collection(Running.Name)]
public sealed class VisitorTests(WholeSample whole)
{
    [Fact]
    public async Task A_test_that_fails_tells_what_its_page_showed_logged_and_heard()
    {
        await Assert.ThrowsAsync<TimeoutException>(async () =>
        {
            await using var shopper = await whole.ArriveAsync("mira", "Account status");
            await shopper.Page.EvaluateAsync("console.log('a line of the page')");
            await shopper.SeesInLog("oxvo.current_user");
            await shopper.Page.Locator("#not-there").WaitForAsync(new() { Timeout = 1 });
        });

        var told = TestContext.Current.TestOutputHelper!.Output.Split('\n');
        Assert.Contains(told, line => line.StartsWith("Console: log: a line of the page", StringComparison.Ordinal));
        Assert.Contains(told, line => line.StartsWith("Message: ", StringComparison.Ordinal) && line.Contains("oxvo.current_user", StringComparison.Ordinal));
        Assert.True(File.Exists(told.Single(line => line.StartsWith("Screenshot of ", StringComparison.Ordinal)).Split(": ")[^1].Trim()));
    }
}
