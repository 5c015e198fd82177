using System.Text.Json;
using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The portal's page in a tab of its own, without website and messenger around it. It draws answers with the page's own
/// modules, shows again what was kept of the page elsewhere, and has any size, theme and text size.
/// </summary>
sealed class PortalTab : IAsyncDisposable
{
    public static readonly string[] Views = ["account", "orders", "billing", "onboarding"];

    /// <summary>Which the page has words of.</summary>
    public static readonly string[] Languages =
        [.. Directory.GetFiles(Checkout.File("wwwroot/portal/words"))
            .Select(Path.GetFileNameWithoutExtension).Order()!];

    // As main.js does it.
    static readonly string Speak = $$"""
        const languages = '{{string.Join(' ', Languages)}}'.split(' ');
        const own = (name) => import(new URL(name, document.querySelector('script[type=module]').src));
        const { languageOf } = await own('format.js');
        const { footer, makeNotice, placed, show, speak } = await own('page.js');
        const speakTo = async (locale) => {
          const language = languageOf(locale);
          const file = await own(`words/${languages.includes(language) ? language : 'en'}.js`);
          speak({ words: file.default, locale });
        };
        """;

    static readonly string Draw = $$"""
        async ([view, answer]) => {
          {{Speak}}
          const data = JSON.parse(answer);
          await speakTo(data.customer.locale);
          const { default: render } = await own(view === 'account' ? 'summary.js' : `${view}.js`);
          const drawn = render(data);
          const nodes = view === 'account' ? drawn : placed(drawn, true);
          show('account', view, ...nodes, footer({ data, at: Date.now() }));
        }
        """;

    static readonly string DrawNotice = $$"""
        async ([locale, state, notice, view]) => {
          {{Speak}}
          await speakTo(locale);
          show(state, view, makeNotice(notice, view));
        }
        """;

    const string Show = """
        ([state, view, markup, lang, dir]) => {
          const main = document.querySelector('main');
          Object.assign(main.dataset, { state, view });
          Object.assign(document.documentElement, { lang, dir });
          main.innerHTML = markup;
          scrollTo(0, 0);
        }
        """;

    const string Unfold = """
        () => {
          const folded = document.querySelectorAll('main details:not([open])');
          folded.forEach((details) => { details.open = true; });
          return folded.length > 0;
        }
        """;

    readonly Visitor visitor;
    readonly ICDPSession browser;

    PortalTab(Visitor visitor, ICDPSession browser) => (this.visitor, this.browser) = (visitor, browser);

    /// <param name="sample">Whose portal.</param>
    /// <param name="takesMarkup">Without the page's policy, which would let no test show kept markup.</param>
    public static async Task<PortalTab> OpenAsync(Sample sample, bool takesMarkup = false)
    {
        var visitor = await Visitor.ArriveAsync(
            await Chromium.SharedAsync(), new() { BypassCSP = takesMarkup, ReducedMotion = ReducedMotion.Reduce });
        await visitor.Page.GotoAsync(sample.Portal);
        await visitor.Page.WaitForSelectorAsync("main[data-state=standalone]");
        return new(visitor, await visitor.Context.NewCDPSessionAsync(visitor.Page));
    }

    public IFrame Frame => visitor.Page.MainFrame;
    public ILocator Main => visitor.Page.Locator("main");
    public IReadOnlyCollection<string> Complaints => visitor.Complaints;

    public Task DrawAsync(string view, JsonElement answer) =>
        visitor.Page.EvaluateAsync(Draw, new[] { view, answer.GetRawText() });

    /// <summary>Each view of an answer, kept as <paramref name="name"/> and the view's name.</summary>
    public async Task<List<Screen>> DrawAllAsync(string name, JsonElement answer)
    {
        List<Screen> screens = [];
        foreach (var view in Views)
        {
            await DrawAsync(view, answer);
            screens.Add(await Screen.KeepAsync($"{name}, {view}", Main));
        }
        return screens;
    }

    public Task DrawNoticeAsync(string locale, string state, string notice, string view = "account") =>
        visitor.Page.EvaluateAsync(DrawNotice, new[] { locale, state, notice, view });

    public Task ShowAsync(Screen screen) =>
        visitor.Page.EvaluateAsync(
            Show, new[] { screen.State, screen.View, screen.Markup, screen.Language, screen.Direction });

    public async Task SetAsync(int width, int height, int text, ColorScheme theme)
    {
        await visitor.Page.SetViewportSizeAsync(width, height);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = theme });
        await browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = text, @fixed = text } });
        await FrameSize.WaitAsync(Frame, width, height, text, theme);
    }

    /// <summary>What a person could not read in these screens as they are, and with all that is folded open.</summary>
    /// <param name="screens">What to show, one after the other.</param>
    /// <param name="rules">Of axe; null for all, and empty for none.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(IEnumerable<Screen> screens, string[]? rules)
    {
        await Axe.LoadAsync(Frame);
        List<string> faults = [];
        foreach (var screen in screens)
        {
            await ShowAsync(screen);
            IEnumerable<string> found = await Layout.FaultsAsync(Frame);
            if (rules is not []) found = found.Concat(await Axe.FaultsAsync(Frame, rules));
            if (await visitor.Page.EvaluateAsync<bool>(Unfold)) found = found.Union(await Layout.FaultsAsync(Frame));
            faults.AddRange(found.Select(fault => $"{screen.Name}: {fault}"));
        }
        return faults;
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}

/// <summary>What the portal's page shows at one moment.</summary>
sealed record Screen(string Name, string State, string View, string Markup, string Language, string Direction)
{
    public static async Task<Screen> KeepAsync(string name, ILocator main)
    {
        var kept = await main.EvaluateAsync<string[]>("""
            (main) => {
              const { lang, dir } = document.documentElement;
              return [main.dataset.state, main.dataset.view, main.innerHTML, lang, dir];
            }
            """);
        return new(name, kept[0], kept[1], kept[2], kept[3], kept[4]);
    }
}
