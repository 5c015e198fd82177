using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>What the text of a script shows about its message listeners.</summary>
public sealed class ListenerTests
{
    [Theory]
    [InlineData("addEventListener('message', (e) => { show(e.data); }); function show(data) {}")]
    [InlineData("window.addEventListener(\"message\",function(t){document.title=t.data.payload.id},!1)")]
    [InlineData("self.onmessage = ({ data }) => document.title = data.payload.id;")]
    [InlineData("const hear = async (event) => { await show(event.data); }; window.addEventListener('message', "
        + "hear); function show() {}")]
    [InlineData("class App { start() { window.addEventListener('message', this.hear.bind(this)); } hear(event) { "
        + "this.show(event); } show(event) { document.title = event.data; } }")]
    [InlineData("window.addEventListener('message', (event) => { /* event.origin is always right */ document.title = "
        + "event.data; });")]
    [InlineData("window.addEventListener('message', (event) => { console.log('event.origin', event.data); });")]
    [InlineData("window.addEventListener('message', (event) => { if (event.source !== parent) return; document.title "
        + "= event.data; });")]
    [InlineData("window.addEventListener('message', (event) => { event.source.postMessage('hello', "
        + "window.location.origin); });")]
    [InlineData("window.addEventListener('message', (event) => { if (event.data.origin === "
        + "'https://messenger.oxvo.example') document.title = event.data; });")]
    [InlineData("import { hear } from './module.js'; window.addEventListener('message', hear);",
        "export const hear = ({ data: { payload } }) => document.title = payload.id;")]
    [InlineData("!function(w){var "
        + "p=window.parent;window.addEventListener(\"message\",function(e){e.source===p&&(document.title=e.data)})}()")]
    public async Task A_listener_that_never_looks_at_the_origin_is_failed(string script, string? module = null)
    {
        var result = (await Checked.ScriptAsync(script, module))["message-origin"];

        Assert.Equal((CheckOutcome.Fail, "/app.js, line 1"), (result.Result, result.Seen));
        Assert.Contains("event.origin", result.Repair);
    }

    [Theory]
    [InlineData("document.title = 'Order';")]
    [InlineData("addEventListener('message', (event) => { if (event.origin !== 'https://messenger.oxvo.example') "
        + "return; document.title = event.data; });")]
    [InlineData("window.addEventListener(\"message\",function(t){"
        + "\"https://messenger.oxvo.example\"===t.origin&&(document.title=t.data)},!1)")]
    [InlineData("const allowed = new Set(['https://messenger.oxvo.example']); onmessage = ({ data, origin }) => "
        + "allowed.has(origin) && (document.title = data);")]
    [InlineData("window.addEventListener('message', (event) => { const { data, origin: from } = event; if (from === "
        + "'https://messenger.oxvo.example') document.title = data; });")]
    [InlineData("window.addEventListener('message', hear); function hear(event) { const claim = read(event); } const "
        + "read = (event) => event['origin'] === 'https://messenger.oxvo.example';")]
    [InlineData("class App { constructor() { window.addEventListener('message', this); "
        + "window.addEventListener('message', this.hear); } hear = (e) => { if (e.origin === this.origin) "
        + "this.show(e.data); }; }")]
    [InlineData("import { hear } from './module.js'; addEventListener('message', hear);",
        "export function hear(event) { if (event?.origin !== 'https://messenger.oxvo.example') return; }")]
    [InlineData("import { hear as h } from './module.js'; const f = h; addEventListener('message', f);",
        "export const hear = (e) => e.origin === 'https://messenger.oxvo.example';")]
    [InlineData("const port = new MessageChannel().port1; port.onmessage = (e) => document.title = e.data;")]
    [InlineData("const socket = new WebSocket('wss://acme.example'); socket.addEventListener('message', (e) => { "
        + "document.title = e.data; });")]
    [InlineData("new EventSource('/live').onmessage = (e) => { document.title = e.data; };")]
    [InlineData("navigator.serviceWorker.addEventListener('message', (e) => { document.title = e.data; });")]
    [InlineData("const text = `addEventListener('message', (e) => { document.title = e.data; })`;")]
    [InlineData("// addEventListener('message', (e) => { document.title = e.data; });")]
    [InlineData("window.onmessage = null; if (window.onmessage === undefined) document.title = 'none';")]
    [InlineData("window.addEventListener('message', (e) => { if (e.source === window && e.data === 'setImmediate$1') "
        + "next(); }); function next() {}")]
    [InlineData("const isQuote = /[\"'`]/.test('a'), half = 4 / 2; addEventListener('message', (e) => { if (e.origin "
        + "!== `https://${'messenger'}.oxvo.example`) return; });")]
    public async Task Listeners_that_look_and_those_that_are_not_the_windows_pass(string script, string? module = null)
    {
        var results = await Checked.ScriptAsync(script, module);

        Assert.Equal((CheckOutcome.Pass, CheckOutcome.Pass),
            (results["message-origin"].Result, results["origin-comparison"].Result));
    }

    [Theory]
    [InlineData("event.origin.startsWith('https://messenger.oxvo.example')")]
    [InlineData("event.origin.endsWith('.oxvo.example')")]
    [InlineData("event.origin.includes('oxvo')")]
    [InlineData("event.origin.indexOf('https://messenger.oxvo.example') === 0")]
    [InlineData("event.origin?.match(/oxvo/)")]
    [InlineData("event.origin.toLowerCase().startsWith('https://messenger')")]
    [InlineData("'https://messenger.oxvo.example'.startsWith(event.origin)")]
    [InlineData("'https://messenger.oxvo.example https://www.acme.example'.includes(event.origin)")]
    [InlineData("/^https:\\/\\/messenger.oxvo.example$/.test(event.origin)")]
    [InlineData("/https:\\/\\/messenger\\.oxvo\\.example/.test(event.origin)")]
    public async Task A_comparison_of_a_part_of_the_origin_is_failed(string comparison)
    {
        var result = (await Checked.ScriptAsync($"addEventListener('message', (event) => "
            + $"{{ if ({comparison}) document.title = event.data; }});"))["origin-comparison"];

        Assert.Equal(CheckOutcome.Fail, result.Result);
        Assert.Contains("/app.js, line 1: ", result.Seen);
    }

    [Theory]
    [InlineData("['https://messenger.oxvo.example'].includes(event.origin)")]
    [InlineData("origins.indexOf(event.origin) >= 0")]
    [InlineData("/^https:\\/\\/messenger\\.oxvo\\.example$/.test(event.origin)")]
    [InlineData("event.origin === 'https://messenger.oxvo.example' && location.origin.startsWith('https')")]
    [InlineData("new URL(event.data.url).origin.endsWith('.acme.example') && event.origin === "
        + "'https://messenger.oxvo.example'")]
    public async Task A_comparison_with_whole_origins_passes(string comparison) => Assert.Equal(CheckOutcome.Pass,
        (await Checked.ScriptAsync($"const origins = []; addEventListener('message', (event) => "
            + $"{{ if ({comparison}) document.title = event.data; }});"))["origin-comparison"].Result);

    [Fact]
    public async Task Scripts_that_cannot_be_read_leave_it_open()
    {
        var results =
            await Checked.PageAsync(Checked.Page("<h1>Order</h1>", "<script src=https://10.0.0.1/app.js></script>"));

        Assert.Equal((CheckOutcome.NotRun, CheckOutcome.NotRun),
            (results["message-origin"].Result, results["origin-comparison"].Result));
        Assert.Contains("10.0.0.1", results["message-origin"].Seen);
    }

    [Theory]
    [InlineData("const a = ; addEventListener('message', (e) => { document.title = e.data; });")]
    [InlineData("export { missing };")]
    public async Task A_script_that_cannot_be_parsed_is_named_and_does_not_pass(string script)
    {
        var results = await Checked.ScriptAsync(script);

        Assert.Equal(CheckOutcome.Warn, results["message-origin"].Result);
        Assert.Equal(CheckOutcome.Warn, results["origin-comparison"].Result);
        Assert.Contains("/app.js: ", results["message-origin"].Seen);
        Assert.Equal(CheckOutcome.Pass, results["secrets"].Result);
    }

    [Fact]
    public void A_script_that_is_nested_too_deeply_or_takes_too_long_is_not_parsed()
    {
        var deep = PageScript.Parse("app.js", new('(', 1_000_000), false, CancellationToken.None);
        var late = PageScript.Parse("app.js", "let a;", false, new(canceled: true));

        Assert.All([deep, late], script => Assert.NotNull(script.Fault));
    }
}
