namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Text in the source of truth that wants to be more than text.</summary>
public sealed class HostileTextTests : IClassFixture<WholeSample>
{
    const string Word = "x", Bidi = "\u202Egnp.exe\u202C \u200B\u2066שלום🎈";

    static readonly string[] Texts =
        ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", "{{7*7}} ${7*7}", "constructor", Bidi];

    readonly WholeSample whole;

    public HostileTextTests(WholeSample whole)
    {
        this.whole = whole;
        PlantTexts(whole.Sample);
    }

    [Fact]
    public async Task Hostile_text_is_shown_as_text_in_every_app_and_breaks_nothing()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();

        foreach (var app in Shopper.Apps)
        {
            await shopper.OpenApp(app);
            await shopper.Sees("account");
            await AssertIsOnlyText(shopper);
            await shopper.GoBack();
        }

        shopper.AssertNothingWentWrong();
    }

    [Fact]
    public async Task Hostile_text_can_be_read_in_every_size()
    {
        await using var tab = await PortalTab.OpenAsync(whole.Sample, takesMarkup: true);
        var screens = await tab.DrawAllAsync("mira", await whole.AnswerFor("mira"));
        List<string> faults = [];

        foreach (var (width, height, text, theme) in FrameSize.Variants)
        {
            await tab.SetAsync(width, height, text, theme);
            faults.AddRange((await tab.FaultsAsync(screens, [])).Select(fault => $"{width}×{height}, {theme}, text {text} px, {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    static async Task AssertIsOnlyText(Shopper shopper)
    {
        var text = await shopper.TextAsync();
        Assert.Contains(Texts, planted => text.Contains(planted, StringComparison.Ordinal));
        Assert.Equal(0, await shopper.Main.Locator("img, script, iframe, object, form, [id], [name], [style], [onerror]").CountAsync());
        Assert.Empty(await shopper.Main.Locator("a[href]").EvaluateAllAsync<string[]>("""
            (links) => links.filter(({ protocol, target, rel, href }) => !href.startsWith(document.location.ancestorOrigins[1])
              && (protocol !== 'https:' || target !== '_blank' || rel !== 'noopener noreferrer')).map(({ href }) => href)
            """));
    }

    static void PlantTexts(Sample sample)
    {
        using var database = sample.OpenDatabase();
        using var change = database.CreateCommand();
        change.CommandText = """
            update people set name = $img where identifier = 'mira';
            update subscriptions set plan_name = $script, next_charge_for = $bidi, manage_url = 'javascript:alert(1)'
              where customer_id = (select customer_id from people where identifier = 'mira');
            update order_items set title = case position % 2 when 0 then $word else $script end;
            update orders set number = 'constructor', url = '//evil.example/' where number = '1042';
            update shipments set carrier = $bidi, tracking_number = $word, tracking_url = ' JaVaScRiPt:alert(1)';
            update shipments set proof_url = 'javascript:alert(1)', exception_text = $script;
            update shipment_items set title = $img;
            update checkpoints set text = $img, place = $braces;
            insert or ignore into usage select id, 9, $img, 1, 2, $script, null from subscriptions where id in
              (select max(id) from subscriptions group by customer_id);
            update invoices set description = $word, document_url = 'data:text/html,<script>alert(1)</script>', pay_url = 'vbscript:alert(1)';
            update tasks set title = case position % 3 when 0 then $word when 1 then $bidi else $img end, url = 'http://evil.example/';
            """;
        (string, string)[] texts =
            [("$img", Texts[0]), ("$script", Texts[1]), ("$braces", Texts[2]), ("$bidi", Bidi), ("$word", string.Concat(Enumerable.Repeat(Word, 10_000)))];
        foreach (var (name, value) in texts) change.Parameters.AddWithValue(name, value);
        change.ExecuteNonQuery();
    }
}
