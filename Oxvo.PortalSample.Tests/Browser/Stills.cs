using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// A screen of a real page as it was when a person had come to it, with what they had typed, chosen and opened.
/// </summary>
sealed record Still(string Name, string Title, string Markup)
{
    const string Take = """
        () => {
          const copy = document.body.cloneNode(true);
          const inputs = (root) => [...root.querySelectorAll('input')];
          const copied = inputs(copy);
          inputs(document).forEach((input, at) => {
            copied[at].setAttribute('value', input.value);
            copied[at].toggleAttribute('checked', input.checked);
          });
          copy.querySelectorAll('iframe').forEach((frame) => frame.removeAttribute('src'));
          return [document.title, copy.innerHTML];
        }
        """;

    /// <param name="name">What a fault in it is told with.</param>
    /// <param name="page">The page or frame that shows it.</param>
    /// <param name="come">How a person comes to it, until everything of it is drawn.</param>
    public static async Task<Still> TakeAsync(string name, Func<IFrame> page, Func<Task> come)
    {
        try
        {
            await come();
            var taken = await page().EvaluateAsync<string[]>(Take);
            return new(name, taken[0], taken[1]);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"The screen \"{name}\" was not reached.", fault);
        }
    }
}

/// <summary>
/// A page at the top of a tab that shows stills by the style sheets of the page they were taken from, and without its
/// scripts. Only so many changes of size, theme and text size are needed as there are of them, whatever the number of
/// screens.
/// </summary>
sealed class StillPage : IAsyncDisposable
{
    const string Show = """
        ([title, markup]) => {
          document.title = title;
          document.body.innerHTML = markup;
          if (document.body.innerHTML !== markup) throw new Error('Its markup makes another page than the one it was taken from.');
          for (const dialog of document.querySelectorAll('dialog[open]')) {
            dialog.removeAttribute('open');
            dialog.showModal();
          }
        }
        """;

    const string TextOnScreen = """
        () => {
          const found = [];
          document.body.normalize();
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = texts.nextNode());) {
            if (!node.data.trim() || !node.parentElement.checkVisibility()) continue;
            const range = document.createRange();
            range.selectNodeContents(node);
            const { x, y, width, height } = range.getBoundingClientRect();
            const { color, backgroundColor, fontSize } = getComputedStyle(node.parentElement);
            found.push(`${node.data} at ${[x, y, width, height].map((side) => side.toFixed(1))}, ${fontSize} ${color} on ${backgroundColor}`);
          }
          return found;
        }
        """;

    static readonly (ColorScheme Theme, int Text)[] Looks = [(ColorScheme.Light, 16), (ColorScheme.Dark, 16), (ColorScheme.Light, 32)];

    readonly Visitor visitor;
    ICDPSession browser = null!;

    StillPage(Visitor visitor) => this.visitor = visitor;

    public IFrame Frame => visitor.Page.MainFrame;

    public static async Task<StillPage> OpenAsync(string address)
    {
        // The pages' own policy allows no script to write markup.
        var stills = new StillPage(await Visitor.ArriveAsync(await Chromium.SharedAsync(), new() { BypassCSP = true, ReducedMotion = ReducedMotion.Reduce }));
        var page = stills.visitor.Page;
        await page.RouteAsync("**/*.js", route => route.AbortAsync());
        await page.GotoAsync(address);
        // The messenger's views scroll in themselves; the body around them hides nothing but would count as a box that
        // cuts.
        await page.EvaluateAsync("() => { document.body.style.overflow = 'visible'; }");
        await Axe.LoadAsync(page.MainFrame);
        stills.browser = await stills.visitor.Context.NewCDPSessionAsync(page);
        return stills;
    }

    public async Task SetAsync(int width, int height, ColorScheme theme, int text)
    {
        await visitor.Page.SetViewportSizeAsync(width, height);
        await visitor.Page.EmulateMediaAsync(new() { ColorScheme = theme });
        await SetTextAsync(browser, text);
    }

    /// <summary>The size that a person sets in the browser, in pixels.</summary>
    public static Task SetTextAsync(ICDPSession browser, int text) =>
        browser.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = text, @fixed = text } });

    public Task ShowAsync(Still still) => Frame.EvaluateAsync(Show, new[] { still.Title, still.Markup });

    /// <summary>Every text that a frame shows: where, how large, and in which colours.</summary>
    public static Task<string[]> TextOnScreenAsync(IFrame frame) => frame.EvaluateAsync<string[]>(TextOnScreen);

    /// <summary>
    /// What a person could not read: the layout at each size, with text as it is and twice as large, and axe in both
    /// themes, with all its rules at the first look.
    /// </summary>
    /// <param name="stills">The screens.</param>
    /// <param name="sizes">Of the page.</param>
    /// <param name="findMore">A script that finds more faults in their layout.</param>
    /// <param name="axeAtEverySize">Where more than the room changes with the size.</param>
    public async Task<IReadOnlyList<string>> FaultsAsync(
        IReadOnlyList<Still> stills, (int Width, int Height)[] sizes, string findMore, bool axeAtEverySize = false)
    {
        // One call for all screens: the browser paints none that it does not have to show.
        var look = $$"""
            async ({ screens, withLayout, withAxe, only }) => {
              const all = [];
              for (const [name, ...still] of screens) {
                ({{Show}})(still);
                const faults = withLayout ? [...({{Layout.FindFaults}})(), ...({{findMore}})()] : [];
                if (withAxe) faults.push(...await ({{Axe.Run}})({ only, without: [] }));
                all.push(...faults.map((fault) => `${name}: ${fault}`));
              }
              return all;
            }
            """;
        var screens = stills.Select(still => new[] { still.Name, still.Title, still.Markup }).ToArray();
        List<string> faults = [];
        foreach (var size in sizes)
            foreach (var (theme, text) in Looks)
            {
                var withLayout = theme == ColorScheme.Light;
                var withAxe = text == 16 && (axeAtEverySize || size == sizes[0]);
                var only = size == sizes[0] && withLayout ? null : Axe.OfLooks;
                if (!withLayout && !withAxe) continue;

                await SetAsync(size.Width, size.Height, theme, text);
                var found = await Frame.EvaluateAsync<string[]>(look, new { screens, withLayout, withAxe, only });
                faults.AddRange(found.Select(fault => $"{size.Width}×{size.Height}, {theme}, text {text} px: {fault}"));
            }
        return faults;
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
