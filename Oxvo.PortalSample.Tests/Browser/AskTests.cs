using System.Text.Json;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// What a customer asks about, nested as in production: from the portal's button to what the agent sees.
/// </summary>
[Collection(Running.Name)]
public sealed class AskTests(WholeSample whole)
{
    const string Noted = "Noted. Go back and choose Send us a message.";

    [Fact]
    public async Task What_a_customer_asks_about_is_noted_and_the_agent_sees_it_as_a_claim()
    {
        await using var mira = await ArriveAsync("mira", "Track my order");

        var reason = await AskAsync(mira);
        await Assertions.Expect(Ask(mira)).ToContainTextAsync(Noted);
        await mira.SeesInLog("The customer asks about order 1042");
        await mira.SeesInLog("Noted: Acme gave it to the messenger.");
        var code = await CodeOfAsync(mira, reason);
        await mira.GoBack();
        await mira.Messenger.GetByText("Send us a message").ClickAsync();

        await Assertions.Expect(Agent(mira)).ToContainTextAsync("A claim, not proved");
        Assert.Equal(["order 1042", code], await Agent(mira).Locator("dd").AllTextContentsAsync());
        mira.AssertNothingWentWrong();
    }

    [Theory]
    [InlineData("mira", "Track my order", "order", "1042")]
    [InlineData("mira", "Billing", "invoice", "INV-2041")]
    [InlineData("mira", "Getting started", "task", "Set up direct debit")]
    public async Task Nothing_but_kind_number_and_reason_leaves_the_portal(
        string identifier, string app, string kind, string number)
    {
        await using var shopper = await ArriveAsync(identifier, app);
        await shopper.Page.EvaluateAsync("""
            () => {
              window.asked = [];
              addEventListener('message', ({ data, origin }) => {
                if (data?.type === 'portal.ask') asked.push({ ...data, origin });
              });
            }
            """);

        var reason = await AskAsync(shopper, number);
        await Assertions.Expect(Ask(shopper, number)).ToContainTextAsync(Noted);

        var asked = JsonDocument.Parse(await shopper.Page.EvaluateAsync<string>("() => JSON.stringify(asked[0])"))
            .RootElement;
        var code = await CodeOfAsync(shopper, reason);
        Assert.Equal(["kind", "nonce", "origin", "reason", "ref", "source", "type", "v"],
            asked.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal((kind, number, code, whole.Sample.Portal), (
            asked.GetProperty("kind").GetString(), asked.GetProperty("ref").GetString(),
            asked.GetProperty("reason").GetString(), asked.GetProperty("origin").GetString()));
    }

    [Fact]
    public async Task What_the_messenger_does_not_take_is_not_noted_and_can_be_sent_again()
    {
        await using var mira = await ArriveAsync("mira", "Track my order");
        await mira.Page.EvaluateAsync("""
            () => {
              const { setConversationAttributes } = oxvo;
              oxvo.setConversationAttributes = async () => {
                oxvo.setConversationAttributes = setConversationAttributes;
                throw new Error('not now');
              };
            }
            """);

        await AskAsync(mira);
        await Assertions.Expect(Ask(mira)).ToContainTextAsync("That couldn't be noted.");
        await Ask(mira).GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(Ask(mira)).ToContainTextAsync(Noted);
    }

    [Fact]
    public async Task After_another_customer_has_signed_in_nothing_of_what_was_asked_is_left()
    {
        await using var shopper = await ArriveAsync("mira", "Track my order");
        await AskAsync(shopper);
        await Assertions.Expect(Ask(shopper)).ToContainTextAsync(Noted);

        await shopper.SignInAs("joaquin");
        await Assertions.Expect(shopper.Main).ToContainTextAsync("1163");

        await Assertions.Expect(shopper.Main).Not.ToContainTextAsync(Noted);
        await shopper.GoBack();
        await shopper.Messenger.GetByText("Send us a message").ClickAsync();
        await Assertions.Expect(Agent(shopper)).ToBeHiddenAsync();
        Assert.Equal("", await Agent(shopper).Locator("dl").TextContentAsync());
    }

    [Fact]
    public async Task By_keyboard_a_reason_is_chosen_and_what_became_of_it_is_read_and_nothing_is_a_barrier()
    {
        await using var mira = await ArriveAsync("mira", "Track my order");
        await mira.Page.PressAsync(Ask(mira).Locator("summary"));
        await Ask(mira).Locator("[role=group]").WaitForAsync();
        List<string> faults = [.. await Axe.FaultsAsync(mira.Page)];

        await mira.Page.PressAsync(Ask(mira).Locator("button").First);

        await Assertions.Expect(Ask(mira).Locator("p")).ToBeFocusedAsync();
        await Assertions.Expect(Ask(mira).Locator("p")).ToHaveTextAsync(Noted);
        await mira.GoBack();
        await mira.Messenger.GetByText("Send us a message").ClickAsync();
        await Assertions.Expect(Agent(mira)).ToBeVisibleAsync();
        Assert.Empty(faults.Concat(await Axe.FaultsAsync(mira.Page)));
    }

    async Task<Shopper> ArriveAsync(string identifier, string app)
    {
        var shopper = await whole.ArriveAsync(identifier, app);
        await shopper.Sees("account");
        return shopper;
    }

    static ILocator Ask(Shopper shopper, string number = "1042") =>
        shopper.Portal.Locator("details.ask", new() { HasText = number }).First;

    static ILocator Agent(Shopper shopper) => shopper.Messenger.Locator("#agent");

    /// <summary>Chooses the first reason, and gives back its words.</summary>
    static async Task<string> AskAsync(Shopper shopper, string number = "1042")
    {
        var fold = Ask(shopper, number);
        // Of an invoice it may be in a row that is folded.
        await fold.EvaluateAsync("(fold) => fold.parentElement.closest('details')?.setAttribute('open', '')");
        await fold.Locator("summary").ClickAsync();
        var reason = fold.Locator("button").First;
        var words = await reason.TextContentAsync();
        await reason.ClickAsync();
        return words!;
    }

    /// <summary>The code of a reason, as the page's words have it.</summary>
    static Task<string> CodeOfAsync(Shopper shopper, string reason) => shopper.PortalFrame.EvaluateAsync<string>("""
        async (reason) => {
          const start = document.querySelector('script[type=module]').src;
          const { default: asking } = await import(new URL('words/ask/en.js', start));
          return Object.entries(asking.reasons).find(([, text]) => text === reason)[0];
        }
        """, reason);
}
