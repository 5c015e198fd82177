using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What messengers and websites do differently, switched in the demo bar.</summary>
[Collection(Running.Name)]
public sealed class HostTests(WholeSample whole)
{
    const string Context = "Tells the app who is here", Hash = "Acme sends identifier_hash";

    [Fact]
    public async Task Told_late_the_page_says_that_it_stands_alone_and_then_shows_the_account()
    {
        await using var shopper = await OpenAsync("mira", (Context, "late"));

        await shopper.Sees("waiting");
        await shopper.Visitor.Context.Clock.FastForwardAsync(5_000);
        await shopper.Sees("standalone");
        await PassTimeUntilLogged(shopper, "s after the app’s load");
        await shopper.AssertSees("account");
    }

    [Fact]
    public async Task Told_twice_the_page_asks_once()
    {
        await using var shopper = await OpenAsync("mira", (Context, "twice"));
        await shopper.Sees("account");

        await PassTimeUntilLogged(shopper, "The same a second time");

        await shopper.Sees("account");
        Assert.Single(shopper.Visitor.RequestsTo(whole.Sample.Portal + "/api/"));
    }

    [Theory]
    [InlineData("never")]
    [InlineData("early")]
    public async Task Not_told_at_all_the_page_stands_alone(string how)
    {
        await using var shopper = await OpenAsync("mira", (Context, how));

        await shopper.Sees("waiting");
        await shopper.Visitor.Context.Clock.FastForwardAsync(5_000);
        await shopper.Sees("standalone");
        Assert.Empty(shopper.Visitor.RequestsTo(whole.Sample.Portal + "/api/"));
    }

    [Fact]
    public async Task Told_of_somebody_else_the_page_wipes_the_account_and_says_what_does_not_match()
    {
        await using var shopper = await OpenAsync("mira", (Context, "changed"));
        await shopper.Sees("account");

        await PassTimeUntilLogged(shopper, "Now somebody else");
        await shopper.Sees("mismatch");
        Assert.DoesNotContain("Mira", await shopper.PortalFrame.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_the_contacts_id_alone_a_customer_sees_their_own_account()
    {
        await using var shopper = await OpenAsync("aroha", ("Contact with id only", null));

        await shopper.Sees("account");
        Assert.Contains("Aroha", await shopper.TextAsync(), StringComparison.Ordinal);
        var asked = Assert.Single(shopper.Visitor.RequestsTo(whole.Sample.Portal + "/api/"));
        Assert.Contains("?id=42", asked.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posted_to_any_origin_the_page_shows_the_account_as_ever()
    {
        await using var shopper = await OpenAsync("mira", ("Post to '*'", null));

        await shopper.Sees("account");
        await shopper.SeesInLog("to any origin (*)");
        Assert.Contains("Mira", await shopper.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wrong")]
    [InlineData("missing")]
    public async Task Without_a_right_hash_the_chat_is_nobodys_and_does_not_match_who_is_signed_in(string hash)
    {
        await using var shopper = await OpenAsync("mira", (Hash, hash));

        await shopper.AssertSees("mismatch");
        await Assertions.Expect(shopper.Messenger.Locator("#greeting")).ToHaveTextAsync("Hi there");
    }

    [Fact]
    public async Task Where_the_hash_is_not_enforced_the_proof_still_decides()
    {
        await using var shopper = await OpenAsync("mira", (Hash, "missing"), ("Enforce identifier_hash", null));
        await shopper.Sees("account");

        await shopper.Page.EvaluateAsync("() => oxvo.identify('anneliese')");

        await shopper.AssertSees("mismatch");
        Assert.DoesNotContain("Anneliese", await shopper.PortalFrame.ContentAsync(), StringComparison.Ordinal);
    }

    /// <summary>In steps too small for a question that the news brings up to be given up in one.</summary>
    static async Task PassTimeUntilLogged(Shopper shopper, string words)
    {
        var row = shopper.Page.Locator("#messages tr", new() { HasText = words });
        for (var steps = 0; steps < 20 && await row.CountAsync() == 0; steps++)
            await shopper.Visitor.Context.Clock.FastForwardAsync(500);
        await shopper.SeesInLog(words);
    }

    async Task<Shopper> OpenAsync(string identifier, params (string Name, string? Option)[] switches)
    {
        var shopper = await whole.ArriveAsync();
        await shopper.Visitor.Context.Clock.InstallAsync();
        await shopper.SignInAs(identifier);
        foreach (var (name, option) in switches) await shopper.Switch(name, option);
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        return shopper;
    }
}
