using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp;
using Oxvo.PortalSample.Demo.Acme;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>
/// Where the links of an account lead: to Acme's own pages, or on to a provider's that is made at the click.
/// </summary>
[Collection(RunningMock.Name)]
public sealed partial class SitePageTests(MockHostApp mock)
{
    public static TheoryData<string> Customers =>
        [.. DemoDatabase.Read(Checkout.File("seed-data/customers.json"))
            .SelectMany(customer => customer.People).Select(person => person.Identifier)];

    [Theory]
    [MemberData(nameof(Customers))]
    public async Task Every_link_of_a_customers_answer_leads_to_a_page_that_says_it_is_simulated(string identifier)
    {
        var browser = await mock.SignedInAs(identifier);
        var answer = await AnswerAsync(browser, identifier);

        foreach (var link in Links(answer).Distinct().Where(link => !link.EndsWith("/#plans")))
        {
            var page = await FollowAsync(browser, link);
            Assert.True(page.StatusCode == HttpStatusCode.OK, $"{link}: {page.StatusCode}");
            var content = await page.Content.ReadAsStringAsync();
            Assert.Matches(link.EndsWith(".pdf") ? "Made up for a demo" : "Simulated", content);
        }
    }

    [Theory]
    [InlineData("/account/billing")]
    [InlineData("/account/pay/INV-2041")]
    [InlineData("/account/invoices/INV-2041.pdf")]
    [InlineData("/account/orders/1042")]
    [InlineData("/account/setup/team")]
    [InlineData("/simulated/tracking/PW8837294519")]
    public async Task Who_is_not_signed_in_is_asked_to_and_then_led_on(string path)
    {
        var answer = await MockHostApp.Stranger(mock.Site).GetAsync(path);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/sign-in?to={Uri.EscapeDataString(path)}", answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/account/pay/INV-2041")]
    [InlineData("/account/invoices/INV-2041.pdf")]
    [InlineData("/account/orders/1042")]
    [InlineData("/account/setup/direct-debit")]
    [InlineData("/simulated/tracking/PW8837294519")]
    [InlineData("/simulated/proof/NP-5530-9186-IE")]
    public async Task Another_customers_page_is_not_there(string path)
    {
        var own = await FollowAsync(await mock.SignedInAs("mira"), path);
        var other = await FollowAsync(await mock.SignedInAs("anneliese"), path);

        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
        Assert.DoesNotContain("Mira", await other.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("idris", "/account/orders")]
    [InlineData("saoirse", "/account/invoices")]
    public async Task What_a_person_of_a_company_may_not_see_is_on_no_page(string identifier, string path)
    {
        var owner = await (await mock.SignedInAs("dana")).GetStringAsync(path);
        var other = await (await mock.SignedInAs(identifier)).GetStringAsync(path);

        Assert.Contains("<li>", owner);
        Assert.DoesNotContain("<li>", other);
    }

    [Fact]
    public async Task Who_sees_orders_and_no_bills_sees_an_order_without_amounts()
    {
        var browser = await mock.SignedInAs("saoirse");
        var orders = await browser.GetStringAsync("/account/orders");
        var order = await browser.GetStringAsync(OrderPath().Match(orders).Value);

        Assert.Contains("×", WebUtility.HtmlDecode(order));
        Assert.DoesNotMatch(@"\d[.,]\d\d|[€£$]", orders + order);
    }

    [Theory]
    [InlineData("/account/pay/INV-2040")]
    [InlineData("/account/orders/0000")]
    [InlineData("/simulated/pages/0123456789abcdef0123456789abcdef")]
    [InlineData("/nothing/here")]
    public async Task What_is_paid_gone_or_was_never_there_has_a_page_that_says_so(string path)
    {
        var answer = await (await mock.SignedInAs("mira")).GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("This page isn’t there", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_payment_page_says_whose_invoice_how_much_and_that_nothing_happens()
    {
        var answer = await FollowAsync(await mock.SignedInAs("mira"), "/account/pay/INV-2041");
        var page = await BrowsingContext.New().OpenAsync(
            async response => response.Content(await answer.Content.ReadAsStringAsync()));

        Assert.Equal("Pay INV-2041", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("€49.00", page.QuerySelector(".amount")!.TextContent);
        Assert.Contains("nothing has happened", page.QuerySelector("details")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("script, form, [style]"));
    }

    [Theory]
    [InlineData("en-GB", "EUR", "€1,234.50")]
    [InlineData("de-DE", "EUR", "1.234,50 €")]
    [InlineData("de-AT", "EUR", "€ 1.234,50")]
    [InlineData("sv-SE", "SEK", "1 234,50 kr")]
    [InlineData("fr-CA", "CAD", "1 234,50 $")]
    [InlineData("en-IN", "INR", "₹1,234.50")]
    [InlineData("ja-JP", "JPY", "￥123,450")]
    [InlineData("ar-EG", "EGP", "⁨١٬٢٣٤٫٥٠ ج.م.⁩")]
    [InlineData("en-GB", "XTS", "XTS1,234.50")]
    public void An_amount_is_written_as_the_customers_region_does(string locale, string currency, string written)
    {
        var amount = SimulatedPage.Money(123_450, currency, locale);

        Assert.Equal(written, Regex.Replace(Regex.Replace(amount, "[\u200e\u200f]", ""), "[\u00a0\u202f]", " "));
    }

    [Fact]
    public async Task Each_click_makes_another_page_of_the_provider()
    {
        var browser = await mock.SignedInAs("mira");

        var first = (await browser.GetAsync("/account/pay/INV-2041")).Headers.Location!.OriginalString;
        var second = (await browser.GetAsync("/account/pay/INV-2041")).Headers.Location!.OriginalString;

        Assert.Matches("^/simulated/pages/[0-9a-f]{32}$", first);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public void A_page_of_the_provider_is_dead_after_a_quarter_of_an_hour()
    {
        var clock = new ManualClock();
        var pages = new ProviderPages(clock);
        SimulatedPage page = new("Acme", "Here", "Pay");
        var key = pages.Make(page).Split('/')[^1];
        clock.Pass(TimeSpan.FromMinutes(14.9));
        var before = pages.Find(key);

        clock.Pass(TimeSpan.FromMinutes(0.1));

        Assert.Same(page, before);
        Assert.Null(pages.Find(key));
    }

    [Theory]
    [InlineData("mira", "INV-2041", "Mira Okafor, mira.okafor@harbourlight.example")]
    [InlineData("yuki", "INV-2762", "yuki.sato@kumonoue.example")]
    public async Task An_invoice_is_a_pdf_whose_table_of_objects_is_right(string identifier, string number, string to)
    {
        var answer = await (await mock.SignedInAs(identifier)).GetAsync($"/account/invoices/{number}.pdf");
        var file = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.ToString());
        Assert.Contains($"(Invoice {number}) Tj", file);
        Assert.Contains($"(To: {to}) Tj", file);
        var table = int.Parse(file.Split("startxref\n")[1].Split('\n')[0], CultureInfo.InvariantCulture);
        Assert.Equal("xref", file.Substring(table, 4));
        foreach (var (index, place) in TablePlace().Matches(file).Index())
            Assert.StartsWith($"{index + 1} 0 obj", file[int.Parse(place.Groups[1].Value)..]);
        var content = Content().Match(file);
        Assert.Equal(int.Parse(content.Groups[1].Value), content.Groups[2].Length);
    }

    [Fact]
    public void Text_of_the_source_of_truth_is_text_on_a_page()
    {
        const string evil = "<img src=x onerror=alert(1)>\"'";
        SimulatedPage page = new(evil, evil, evil)
        {
            Amount = evil,
            Facts = [(evil, evil)],
            Rows = [(evil, evil, $"/{evil}")],
            Action = evil,
        };

        Assert.DoesNotMatch("<img|/\"[^>]|=x onerror=alert\\(1\\)>", page.Write());
    }

    /// <summary>A PDF has no way out of its lines either.</summary>
    [Fact]
    public void A_name_with_brackets_stays_in_its_line_of_the_pdf()
    {
        var file = WritePdf(name: @"Mira) Tj (\", description: null);

        Assert.Contains(@"(To: Mira\) Tj \(\\, m@x.example) Tj", file);
        Assert.Contains("(1 JPY) Tj", file);
    }

    [Theory]
    [InlineData("Ready?", "Ready?")]
    [InlineData("Plan – it’s yours", "Plan - it's yours")]
    [InlineData("雲の上?", "Acme Air")]
    public void A_description_that_the_fonts_cannot_write_is_left_out_of_the_pdf(string description, string written) =>
        Assert.Contains($" 600 Td ({written}) Tj", WritePdf("Mira", description));

    static string WritePdf(string name, string? description) => Encoding.Latin1.GetString(InvoicePdf.Write(new()
    {
        Number = "INV-1",
        IssuedOn = "2026-11-01",
        Total = 1,
        AmountDue = 0,
        Currency = "JPY",
        Status = "paid",
        Kind = "invoice",
        Description = description,
        Name = name,
        Email = "m@x.example",
        Locale = "ja-JP",
    }));

    static IEnumerable<string> Links(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Links(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Links),
        JsonValueKind.String when element.GetString()!.StartsWith("http") => [element.GetString()!],
        _ => [],
    };

    static async Task<HttpResponseMessage> FollowAsync(HttpClient browser, string link)
    {
        var answer = await browser.GetAsync(link);
        return answer.StatusCode == HttpStatusCode.Redirect ? await browser.GetAsync(answer.Headers.Location) : answer;
    }

    async Task<JsonElement> AnswerAsync(HttpClient browser, string identifier)
    {
        using var minted = JsonDocument.Parse(
            await (await browser.PostAsync("/portal-token", null)).Content.ReadAsStringAsync());
        using var portal = MockHostApp.Stranger(mock.Portal);
        portal.DefaultRequestHeaders.Authorization = new("Bearer", minted.RootElement.GetProperty("token").GetString());
        using var answer = JsonDocument.Parse(
            await portal.GetStringAsync($"/api/widget-portal?identifier={identifier}"));
        return answer.RootElement.Clone();
    }

    [GeneratedRegex("/account/orders/[^\"]+")]
    private static partial Regex OrderPath();

    [GeneratedRegex(@"^(\d{10}) 00000 n ", RegexOptions.Multiline)]
    private static partial Regex TablePlace();

    [GeneratedRegex(@"/Length (\d+) >>\nstream\n(.*?)endstream", RegexOptions.Singleline)]
    private static partial Regex Content();
}
