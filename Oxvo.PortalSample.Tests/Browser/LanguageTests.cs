using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Every customer is spoken to in one language, which can be read in each size of the frame.</summary>
[Collection(Running.Name)]
public sealed class LanguageTests(WholeSample whole, LanguageTests.Opened opened) : IClassFixture<LanguageTests.Opened>
{
    // One customer with everything, as each language's region writes it.
    const string Everything = "mira";

    static readonly string[] Locales = ["ar-EG", "de-DE", "en-GB", "es-MX", "fr-FR", "ja-JP", "nl-NL", "pt-BR"];

    static readonly (string State, string Notice, string View)[] Notices =
    [
        ("anonymous", "anonymous", "account"), ("anonymous", "anonymous", "orders"),
        ("unverified", "unverified", "account"), ("mismatch", "mismatch", "account"),
        ("standalone", "standalone", "account"), ("standalone", "untold", "account"),
        ("empty", "empty", "account"), ("account", "empty", "orders"), ("account", "empty", "billing"),
        ("account", "empty", "onboarding"), ("error", "offline", "account"), ("error", "refused", "account"),
        ("error", "busy", "account"), ("error", "unavailable", "account"),
    ];

    // The messages of the other languages that are long enough to be told from a name, without their values, and that
    // no message of the page's own language holds. What the answer itself says is not the page's.
    const string FindOtherLanguages = """
        async ([answer, names]) => {
          const own = (name) => import(new URL(name, document.querySelector('script[type=module]').src));
          const files = await Promise.all(names.map((name) => own(`words/${name}.js`)));
          const textsOf = (part) => (typeof part === 'string' ? [part]
            : Object.values(part ?? {}).flatMap((inner) => textsOf(inner)));
          const piecesOf = (words) => textsOf(words).flatMap((text) => text.split(/\{\w+\}/))
            .map((text) => text.trim());
          const isTelling = (text) => text.length >= (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? 3 : 5);

          const { lang } = document.documentElement;
          const mine = piecesOf(files.find((file) => file.default.lang === lang).default).join('\n');
          const labels = [...document.querySelectorAll('[aria-label]')].map((node) => node.ariaLabel);
          const texts = [...document.querySelectorAll('main *')].flatMap((node) => [...node.childNodes])
            .map((node) => node.nodeValue ?? '');
          let shown = [document.title, ...labels, ...texts].join('\n');
          const theirs = textsOf(JSON.parse(answer)).filter((text) => !/^[a-z_]*$/.test(text));
          for (const text of theirs.sort((one, other) => other.length - one.length)) {
            shown = shown.replaceAll(text, '|');
          }
          const isShown = (text) =>
            new RegExp(`(?<!\\p{L})${text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`, 'u').test(shown);
          return files.flatMap((file) => piecesOf(file.default)
            .filter((text) => isTelling(text) && !mine.includes(text) && isShown(text))
            .map((text) => `${lang} page, ${file.default.lang}: ${text}`));
        }
        """;

    public sealed class Opened(WholeSample whole) : IAsyncLifetime
    {
        internal PortalTab Tab { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Tab = await PortalTab.OpenAsync(whole.Sample, takesMarkup: true);

        public ValueTask DisposeAsync() => Tab?.DisposeAsync() ?? default;
    }

    public static TheoryData<string, int, int, int, ColorScheme> Variants =>
        [.. from locale in Locales from size in FrameSize.Variants
            select (locale, size.Width, size.Height, size.Text, size.Theme)];

    [Theory]
    [MemberData(nameof(ViewTests.Identifiers), MemberType = typeof(ViewTests))]
    public async Task A_customer_reads_their_own_language_in_every_view_and_no_word_of_another(string identifier)
    {
        var answer = await whole.AnswerFor(identifier);
        var language = answer.GetProperty("customer").GetProperty("locale").GetString()!.Split('-')[0];
        List<string> found = [];

        foreach (var view in PortalTab.Views)
        {
            await opened.Tab.DrawAsync(view, answer);
            found.AddRange(await opened.Tab.Frame.EvaluateAsync<string[]>(FindOtherLanguages, new object[]
            {
                answer.GetRawText(), PortalTab.Languages,
            }));
        }

        var spoken = await opened.Tab.Frame.EvaluateAsync<string>("() => document.documentElement.lang");
        Assert.Equal(PortalTab.Languages.Contains(language) ? language : "en", spoken.Split('-')[0]);
        Assert.Empty(found);
    }

    [Fact]
    public async Task A_visitor_reads_the_browsers_language_and_then_that_of_their_account()
    {
        await using var shopper = await whole.ArriveAsync(new() { Locale = "fr-CA" });
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees("anonymous");
        var before = await SpokenAsync(shopper.PortalFrame);
        await shopper.GoBack();
        await shopper.SignInAs("layla");

        await shopper.OpenApp("Account status");
        await shopper.Sees("account");

        Assert.Equal(("fr ltr", "ar rtl"), (before, await SpokenAsync(shopper.PortalFrame)));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    [Trait("Category", "Exhaustive")]
    public async Task Every_view_and_notice_can_be_read_in_every_language(
        string locale, int width, int height, int text, ColorScheme theme)
    {
        await opened.Tab.SetAsync(width, height, text, theme);

        var faults = await opened.Tab.FaultsAsync(await DrawAsync(locale), text == 16 ? null : Axe.OfLooks);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    static Task<string> SpokenAsync(IFrame frame) =>
        frame.EvaluateAsync<string>("() => `${document.documentElement.lang} ${document.documentElement.dir}`");

    async Task<IReadOnlyList<Screen>> DrawAsync(string locale)
    {
        var answer = JsonNode.Parse((await whole.AnswerFor(Everything)).GetRawText())!;
        answer["customer"]!["locale"] = locale;
        var screens = await opened.Tab.DrawAllAsync(locale, JsonSerializer.SerializeToElement(answer));
        foreach (var (state, notice, view) in Notices)
        {
            await opened.Tab.DrawNoticeAsync(locale, state, notice, view);
            screens.Add(await Screen.KeepAsync($"{locale}, {notice}, {view}", opened.Tab.Main));
        }
        return screens;
    }
}
