using static Oxvo.PortalSample.Tests.Browser.OtherWebsites;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// When the page lets go of a customer. Website, messenger and API are played here, so that each step can be held back.
/// </summary>
[Collection(AmongOthers.Name)]
public sealed class ForgettingTests(PortalAmongOthers web)
{
    [Fact]
    public async Task A_change_of_customer_clears_the_page_before_anything_is_proved()
    {
        await using var visitor = await ShownAsync();
        await visitor.Page.EvaluateAsync("isSilent = true");

        await ClaimAsync(visitor, "noor");

        await SeesAsync(visitor, "loading");
        await AssertNothingIsLeftOfMira(visitor);
    }

    [Fact]
    public async Task A_late_answer_of_the_customer_before_is_not_drawn()
    {
        await using var visitor = await ArriveAsync();
        var release = await AskAndHoldAsync(visitor);
        await visitor.Page.EvaluateAsync("who = 'noor'");
        await ClaimAsync(visitor, "noor");
        await SeesAsync(visitor, "account");

        await release();

        await AssertNothingIsLeftOfMira(visitor);
    }

    [Fact]
    public async Task A_sign_out_clears_the_page()
    {
        await using var visitor = await ShownAsync();

        await SayAsync(visitor, "portal.signed_out");

        await SeesAsync(visitor, "unverified");
        await AssertNothingIsLeftOfMira(visitor);
    }

    [Fact]
    public async Task An_answer_on_its_way_at_a_sign_out_is_not_drawn()
    {
        await using var visitor = await ArriveAsync();
        var release = await AskAndHoldAsync(visitor);
        await SayAsync(visitor, "portal.signed_out");
        await SeesAsync(visitor, "unverified");

        await release();

        await AssertNothingIsLeftOfMira(visitor);
    }

    [Fact]
    public async Task A_proof_of_another_customer_clears_the_page_before_their_data_is_there()
    {
        await using var visitor = await ShownAsync();
        await visitor.Page.RouteAsync("**/api/widget-portal?*", _ => Task.CompletedTask);
        await visitor.Page.EvaluateAsync("who = 'noor'");

        await SayAsync(visitor, "portal.signed_in");

        await SeesAsync(visitor, "loading");
        await AssertNothingIsLeftOfMira(visitor);
    }

    [Fact]
    public async Task A_token_that_is_refused_twice_is_asked_for_no_more_and_leaves_nothing()
    {
        await using var visitor = await ShownAsync();
        await visitor.Page.RouteAsync("**/api/widget-portal?*", route => route.FulfillAsync(new() { Status = 401 }));
        await visitor.Context.Clock.FastForwardAsync("02:00");
        var asked = visitor.RequestsTo($"{web.Sample.Portal}/api/").Count();

        await SayAsync(visitor, "portal.signed_in");

        await SeesAsync(visitor, "error");
        await AssertNothingIsLeftOfMira(visitor);
        Assert.Equal(asked + 2, visitor.RequestsTo($"{web.Sample.Portal}/api/").Count());
    }

    [Theory]
    [InlineData("orders", "Mug of mira")]
    [InlineData("billing", "Invoice of mira")]
    [InlineData("onboarding", "Task of mira")]
    public async Task An_app_of_one_view_shows_its_own_section(string view, string mark)
    {
        await using var visitor = await ShownAsync($"/?view={view}");

        var main = web.Portal(visitor).Locator("main");

        Assert.Equal(view, await main.GetAttributeAsync("data-view"));
        Assert.Contains(mark, await main.TextContentAsync());
    }

    /// <summary>
    /// The website answers for <c>who</c>, unless it is silent; the API answers with what names its customer
    /// everywhere.
    /// </summary>
    async Task<Visitor> ArriveAsync(string view = "")
    {
        var visitor = await Visitor.AtAsync("about:blank");
        await visitor.Context.Clock.InstallAsync();
        await visitor.Page.RouteAsync("**/api/widget-portal?*",
            route => route.FulfillAsync(new() { Json = AnswerFor(route.Request.Url.Split('=')[1]) }));
        await visitor.Page.GotoAsync(Framing(web.Others.Site, Framing(web.Others.Messenger, web.Sample.Portal + view)));
        await visitor.Page.EvaluateAsync("""
            () => {
              [window.who, window.isSilent] = ['mira', false];
              addEventListener('message', ({ data: { type, nonce }, source, origin }) => {
                if (type !== 'portal.token.request') return;
                const say = (said) => source.postMessage({ source: 'portal-site', v: 1, nonce, ...said }, origin);
                say({ type: 'portal.token.pending' });
                const token = `a.${btoa(JSON.stringify({ sub: who })).replaceAll('=', '')}.c`;
                if (!isSilent) say({ type: 'portal.token.response', ok: true, token });
              });
            }
            """);
        return visitor;
    }

    async Task<Visitor> ShownAsync(string view = "")
    {
        var visitor = await ArriveAsync(view);
        await ClaimAsync(visitor, "mira");
        await SeesAsync(visitor, "account");
        Assert.Contains("mira", await web.Portal(visitor).ContentAsync(), StringComparison.Ordinal);
        return visitor;
    }

    /// <summary>
    /// The next answer waits until what is given back is called; then the page has had the time to draw it.
    /// </summary>
    async Task<Func<Task>> AskAndHoldAsync(Visitor visitor)
    {
        var (asked, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        await visitor.Page.RouteAsync("**/api/widget-portal?*", async route =>
        {
            asked.SetResult();
            await held.Task;
            await route.FallbackAsync();
        }, new() { Times = 1 });
        await ClaimAsync(visitor, "mira");
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return async () =>
        {
            held.SetResult();
            // Behind the late answer, by the same way.
            await web.Portal(visitor).EvaluateAsync(
                "() => fetch('/api/widget-portal?identifier=after').then((answer) => answer.json())");
            await web.Portal(visitor).EvaluateAsync("() => new Promise((resolve) => setTimeout(resolve, 100))");
        };
    }

    async Task ClaimAsync(Visitor visitor, string identifier) => await web.Messenger(visitor).EvaluateAsync(
        """
        (identifier) => frames[0].postMessage({
          source: 'oxvo-app', type: 'oxvo.current_user', payload: { id: null, identifier },
        }, '*')
        """, identifier);

    static async Task SayAsync(Visitor visitor, string type) => await visitor.Page.EvaluateAsync(
        "(type) => frames[0].frames[0].postMessage({ source: 'portal-site', type, v: 1 }, '*')", type);

    async Task SeesAsync(Visitor visitor, string state) =>
        await web.Portal(visitor).WaitForSelectorAsync($"main[data-state={state}]");

    async Task AssertNothingIsLeftOfMira(Visitor visitor) =>
        Assert.DoesNotContain("mira", await web.Portal(visitor).ContentAsync(), StringComparison.Ordinal);

    static object AnswerFor(string who)
    {
        var price = new { amount = 4900, currency = "EUR" };
        return new
        {
            asOf = "2026-03-10T12:00:00Z",
            customer = new { name = $"Name of {who}", locale = "en-GB", timeZone = "UTC" },
            attention = Array.Empty<object>(),
            billing = new
            {
                subscriptions = new[]
                {
                    new
                    {
                        plan = new { name = "Team", price, interval = "month" },
                        status = "active",
                        usage = Array.Empty<object>(),
                    },
                },
                invoices = new
                {
                    items = new[]
                    {
                        new
                        {
                            kind = "invoice",
                            number = $"Invoice of {who}",
                            issuedOn = "2026-03-01",
                            total = price,
                            status = "paid",
                        },
                    },
                },
            },
            orders = new
            {
                items = new[]
                {
                    new
                    {
                        number = $"Order of {who}",
                        placedAt = "2026-03-05T08:00:00Z",
                        status = "processing",
                        total = price,
                        items = new[] { new { title = $"Mug of {who}", quantity = 1, price } },
                        shipments = Array.Empty<object>(),
                    },
                },
            },
            onboarding = new
            {
                done = 0,
                total = 1,
                tasks = new[] { new { title = $"Task of {who}", status = "open" } },
            },
        };
    }
}
