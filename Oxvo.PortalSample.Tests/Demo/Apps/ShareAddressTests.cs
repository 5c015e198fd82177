using Oxvo.PortalSample.Demo.Apps;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>From what people copy to what is embedded, provider by provider.</summary>
public sealed class ShareAddressTests
{
    public static TheoryData<string> Given =>
        [.. ShareAddressRows.All.SelectMany(provider => provider.Rows).Select(row => row.Given)];

    [Theory]
    [MemberData(nameof(Given))]
    public void A_share_address_becomes_the_embedded_form_and_what_is_left_out_is_told(string given)
    {
        var row = ShareAddressRows.All.SelectMany(provider => provider.Rows).Single(row => row.Given == given);

        var app = Templates.Make(row.Template, ("address", given)).App;

        Assert.Equal(row.Made, app?.Address ?? Templates.Address(row.Template, given));
        Assert.Equal(row.Made, Templates.Address(row.Template, row.Made));
        Assert.Equal(row.LeftOut.Length == 0 ? null : $"Left out of your address: {row.LeftOut}.",
            app!.Warnings.SingleOrDefault(warning => warning.StartsWith("Left out")));
    }

    /// <summary>Each rule that makes one of these names the page that the table names.</summary>
    [Fact]
    public void Every_provider_of_the_table_has_its_source_in_a_template()
    {
        AddressRule[] rules = [.. Templates.Project.All.SelectMany(template => template.Fields)
            .SelectMany(field => field.Rules)];

        Assert.True(ShareAddressRows.All.Count >= 10 && ShareAddressRows.All.Sum(one => one.Rows.Length) >= 80);
        Assert.All(ShareAddressRows.All, provider => Assert.Contains(rules, rule =>
            rule.Provider == provider.Name && rule.Source == provider.Source && rule.Makes is not null));
        Assert.Contains(ShareAddressRows.All, provider => provider.Seen == Known.FromItsPage);
    }

    [Theory]
    [InlineData("page", "https://www.notion.so/acme/Our-plan-27a1b2c3d4e5f60718293a4b5c6d7e8f", "Embed this page")]
    [InlineData("page", "https://acme.notion.site/our-plan", "Embed this page")]
    [InlineData("feedback", "https://acme.notion.site/27a1b2c3d4e5f60718293a4b5c6d7e8f", "the template Any page")]
    [InlineData("page", "https://airtable.com/appA1b2C3d4E5f6G/tblA1b2C3d4E5f6G/viwA1b2C3d4E5f6G", "share the view")]
    [InlineData("feedback", "https://forms.gle/AbCdEf", "a short link")]
    [InlineData("feedback", "https://docs.google.com/forms/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/edit", "Choose Send")]
    [InlineData("feedback", "https://tally.so/forms/mRoDv3/edit", "https://tally.so/r/")]
    [InlineData("feedback", "https://forms.office.com/r/AbCdEf", "code to embed")]
    [InlineData("feedback", "https://meetings.hubspot.com/mira/demo", "the template Booking")]
    [InlineData("feedback", "https://acme.wistia.com/medias/qbsdrp4alc", "the template Walkthrough video")]
    [InlineData("booking", "https://app.hubspot.com/contacts/1", "https://meetings.hubspot.com/")]
    [InlineData("booking", "https://outlook.office.com/bookwithme/user/1f2e@acme.example", "publish a shared page")]
    [InlineData("booking", "https://calendar.app.google/AbCdEf", "a short link")]
    [InlineData("booking", "https://tally.so/r/mRoDv3", "the template Feedback")]
    [InlineData("video", "https://acme.wistia.com/projects/abc123", "https://….wistia.com/medias/")]
    [InlineData("video", "https://secure.vidyard.com/organizations/1", "https://share.vidyard.com/watch/")]
    [InlineData("video", "https://www.dailymotion.com/video/x84sh87", "https://geo.dailymotion.com/player/")]
    [InlineData("video", "https://www.youtube.com/attribution_link?u=/user/Acme", "a channel")]
    [InlineData("video", "https://www.youtube.com/attribution_link?u=/", "no video")]
    [InlineData("video", "https://consent.youtube.com/m?continue=javascript:alert(1)", "no video")]
    [InlineData("video", "https://consent.youtube.com/m?continue=https://consent.youtube.com/m?continue="
        + "https://youtu.be/dQw4w9WgXcQ", "no video")]
    [InlineData("page", "https://www.canva.com/design/DAF0/abc/edit", "choose Share, Embed")]
    public void What_cannot_be_made_is_refused_with_what_to_copy(string template, string given, string words) =>
        Assert.Contains(words, Templates.Refusal(template, given), StringComparison.Ordinal);

    [Theory]
    [InlineData("page", "https://tally.so/r/mRoDv3", "The template Feedback makes an address that fits")]
    [InlineData("page", "https://docs.google.com/forms/d/e/1FAIpQLSd0x/viewform", "The template Feedback")]
    [InlineData("page", "https://meetings.hubspot.com/mira/demo", "The template Booking")]
    [InlineData("changelog", "https://airtable.com/shrA1b2C3d4E5f6G", "The template Any page")]
    [InlineData("booking", "https://calendly.com/acme/tour/2027-01-20T09:30:00Z", "The link is to one time")]
    [InlineData("page", "http://[::1]:3000/", "Use localhost")]
    [InlineData("video", "https://youtu.be/dQw4w9WgXcQ?a=1&b=1&c=1&d=1&e=1&f=1&g=1&i=1&j=1&k=1", "i and 2 more.")]
    public void A_hint_beside_the_field_names_what_is_better(string template, string given, string words) =>
        Assert.Contains(words, Assert.Single(Templates.Make(template, ("address", given)).App!.Warnings),
            StringComparison.Ordinal);

    [Fact]
    public void An_address_of_which_all_is_kept_has_no_hint() =>
        Assert.Empty(Templates.Make("page", ("address", "https://app.acme.example/?utm_source=x#top")).App!.Warnings);
}
