namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>
/// Booking, feedback and status pages: what their providers need, and whose address belongs elsewhere.
/// </summary>
public sealed class ProviderAddressTests
{
    const string Inline = "?embed_domain=127.0.0.1&embed_type=Inline",
        Mock = "http://127.0.0.1:5101/mock-status/statuspage/";

    [Theory]
    [InlineData("booking", "https://calendly.com/acme/intro", "https://calendly.com/acme/intro" + Inline)]
    [InlineData("booking", "calendly.com/acme", "https://calendly.com/acme" + Inline)]
    [InlineData("booking", "https://calendly.com/d/cmz9-abc/30min", "https://calendly.com/d/cmz9-abc/30min" + Inline)]
    [InlineData("booking", "https://calendly.com/acme/intro?month=2026-11&date=2026-11-26",
        "https://calendly.com/acme/intro" + Inline + "&month=2026-11&date=2026-11-26")]
    [InlineData("booking", "https://calendly.com/acme/intro/2026-11-26T09:30:00+02:00?month=2026-11",
        "https://calendly.com/acme/intro" + Inline + "&month=2026-11")]
    [InlineData("booking",
        "https://calendly.com/acme/intro?embed_domain=www.acme.example&embed_type=Inline&hide_gdpr_banner=1",
        "https://calendly.com/acme/intro" + Inline + "&hide_gdpr_banner=1")]
    [InlineData("booking", "https://calendly.com/acme/intro/?utm_source=x&name=Mira",
        "https://calendly.com/acme/intro" + Inline + "&utm_source=x")]
    [InlineData("booking", "https://cal.com/acme/intro", "https://cal.com/acme/intro")]
    [InlineData("booking", "https://cal.com/acme/intro/embed?embed=intro&layout=month_view",
        "https://cal.com/acme/intro?layout=month_view")]
    [InlineData("booking", "https://app.cal.com/team/acme/intro?embed=", "https://app.cal.com/team/acme/intro")]
    [InlineData("booking", "https://cal.eu/acme/intro?date=2026-11-26&theme=dark",
        "https://cal.eu/acme/intro?theme=dark")]
    [InlineData("booking", "https://book.acme.example/?staff=mira#times",
        "https://book.acme.example/?staff=mira#times")]
    [InlineData("booking", "https://calendly.com.evil.example/acme/intro",
        "https://calendly.com.evil.example/acme/intro")]
    [InlineData("feedback", "https://form.typeform.com/to/moe6aa", "https://form.typeform.com/to/moe6aa")]
    [InlineData("feedback", "https://acme.typeform.com/to/moe6aa/?utm_source=chat",
        "https://acme.typeform.com/to/moe6aa?utm_source=chat")]
    [InlineData("feedback", "https://form.typeform.eu/to/moe6aa#plan=pro&source=chat",
        "https://form.typeform.eu/to/moe6aa#plan=pro&source=chat")]
    [InlineData("feedback", "https://survey.survicate.com/a8285d0a4afe7aa3",
        "https://survey.survicate.com/a8285d0a4afe7aa3/")]
    [InlineData("feedback", "https://survey.survicate.com/a8285d0a4afe7aa3/?plan=a+b",
        "https://survey.survicate.com/a8285d0a4afe7aa3/?plan=a%20b")]
    [InlineData("feedback", "https://forms.acme.example/new?embedded=true",
        "https://forms.acme.example/new?embedded=true")]
    [InlineData("status-statuspage", "https://acme.statuspage.io/", "https://acme.statuspage.io")]
    [InlineData("status-statuspage", "status.acme.example/incidents/abc?utm_source=x", "https://status.acme.example")]
    [InlineData("status-statuspage", "https://acme.example/status/api/v2/summary.json", "https://acme.example/status")]
    [InlineData("status-statuspage", "{messenger}/mock-status/statuspage/minor", Mock + "minor")]
    [InlineData("status-statuspage", Mock + "minor/api/v2/summary.json", Mock + "minor")]
    [InlineData("status-betterstack", "https://acme.betteruptime.com/index.json", "https://acme.betteruptime.com")]
    [InlineData("status-instatus", "https://acme.instatus.com/de/history", "https://acme.instatus.com/de")]
    [InlineData("status-page", "https://status.acme.example/?embed=1", "https://status.acme.example/?embed=1")]
    [InlineData("changelog", "https://www.acme.example/changelog?view=widget#latest",
        "https://www.acme.example/changelog?view=widget#latest")]
    public void An_address_gets_the_form_that_its_provider_embeds(string template, string given, string made)
    {
        Assert.Equal(made, Templates.Address(template, given));
        Assert.Equal(made, Templates.Address(template, made));
    }

    [Theory]
    [InlineData("booking", "https://calendly.com/", "Copy the link of an event type")]
    [InlineData("booking", "https://calendly.com/app/scheduling/meeting_types", "Copy the link of an event type")]
    [InlineData("booking", "https://app.cal.com/event-types/12?tabName=setup", "Copy the link of an event type")]
    [InlineData("booking", "https://cal.com", "such as https://cal.com/acme/intro")]
    [InlineData("booking", "https://youtu.be/M7lc1UVf-VE", "Start from the template Walkthrough video.")]
    [InlineData("feedback", "https://admin.typeform.com/form/moe6aa/create", "Share the form and copy its link")]
    [InlineData("feedback", "https://www.typeform.com/templates", "and no form")]
    [InlineData("feedback", "https://panel.survicate.com/surveys", "Share the survey and copy its link")]
    [InlineData("feedback", "https://survey.survicate.com/workspaces/9ab8/web_surveys.js", "and no survey")]
    [InlineData("feedback", "https://calendly.com/acme/intro", "Start from the template Booking.")]
    [InlineData("feedback", "https://vimeo.com/76979871", "Start from the template Walkthrough video.")]
    [InlineData("changelog", "https://github.com/acme/app/releases", "allow no frames")]
    [InlineData("changelog", "https://www.loom.com/share/e883f70b219a49f6ba7fbeac71a72604",
        "Start from the template Walkthrough video.")]
    [InlineData("page", "https://www.youtube.com/watch?v=M7lc1UVf-VE", "Start from the template Walkthrough video.")]
    [InlineData("status-statuspage", "https://acme.instatus.com", "Start from the template Status on Instatus.")]
    [InlineData("status-betterstack", "https://acme.statuspage.io", "Start from the template Status on Statuspage.")]
    [InlineData("status-instatus", "https://acme.betteruptime.com", "Start from the template Status on Better Stack.")]
    [InlineData("status-statuspage", "https://manage.statuspage.io/pages/abc", "such as https://acme.statuspage.io")]
    [InlineData("status-statuspage", "",
        "This is needed. Use the https address of the page, such as https://acme.statuspage.io, "
            + "or this demo’s http://127.0.0.1:5101/")]
    [InlineData("status-statuspage", "http://status.acme.example", "Plain http works on this machine only")]
    [InlineData("status-statuspage", "http://localhost:3000/status",
        "http://127.0.0.1:5101/mock-status/statuspage/minor")]
    [InlineData("status-statuspage", "http://127.0.0.1:5101/mock-status/instatus/minor",
        "http://127.0.0.1:5101/mock-status/statuspage/minor")]
    [InlineData("status-statuspage", "http://127.0.0.1:5101/api/apps",
        "http://127.0.0.1:5101/mock-status/statuspage/minor")]
    public void Another_pages_address_is_refused_with_what_to_use(string template, string given, string words) =>
        Assert.Contains(words, Templates.Refusal(template, given), StringComparison.Ordinal);

    [Theory]
    [InlineData("page", "https://calendly.com/acme/intro", "The template Booking")]
    [InlineData("status-page", "https://acme.statuspage.io", "there is a status template")]
    public void An_address_that_another_template_treats_better_is_taken_with_a_warning(
        string template, string given, string words) =>
        Assert.Contains(words, Assert.Single(Templates.Make(template, ("address", given)).App!.Warnings),
            StringComparison.Ordinal);
}
