using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// From the website's session through messenger, claim, proof and API to the words in each app; ViewTests has every
/// customer.
/// </summary>
[Collection(Running.Name)]
public sealed class OwnAccountTests(WholeSample whole)
{
    /// <summary>
    /// One with everything, and one who could be taken for another: his identifier is another customer's id.
    /// </summary>
    [Theory]
    [InlineData("mira")]
    [InlineData("42")]
    public async Task A_customer_sees_their_own_names_and_numbers_in_every_app_and_nobody_elses(string identifier)
    {
        var answer = await whole.AnswerFor(identifier);
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs(identifier);
        await shopper.OpenMessenger();

        foreach (var (app, view) in Shopper.Apps.Zip(PortalTab.Views))
        {
            await shopper.OpenApp(app);
            await Assertions.Expect(shopper.Main).ToHaveAttributeAsync("data-state", new Regex("^(account|empty)$"));
            await AccountMarks.AssertShowsOnlyTheirsAsync(whole.Sample, identifier, view, answer, shopper.PortalFrame);
            await shopper.GoBack();
        }

        shopper.AssertNothingWentWrong();
    }
}
