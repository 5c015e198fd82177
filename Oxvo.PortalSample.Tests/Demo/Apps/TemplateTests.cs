using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>The project's templates: what they offer, what they are told, and what their frames may do.</summary>
public sealed class TemplateTests
{
    public static TheoryData<string> Keys => [.. Templates.Project.All.Select(template => template.Key)];

    [Fact]
    public void The_projects_templates_have_no_fault_and_are_all_there_in_order()
    {
        Assert.Empty(TemplateCheck.Read(Checkout.File("seed-data/app-templates")).Faults);
        Assert.Equal(
            [
                "portal", "video", "booking", "status-statuspage", "status-betterstack", "status-instatus",
                "status-page", "feedback", "changelog", "page",
            ],
            Templates.Project.All.Select(template => template.Key));
        Assert.Null(Templates.Project.Find("Portal"));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Every_example_is_accepted_by_its_own_rules(string key)
    {
        var template = Templates.Project.Find(key)!;
        var examples = template.Fields.Where(field => field.Example.Length > 0)
            .ToDictionary(field => field.Key, field => field.Example);

        var (app, errors) = AppMaker.Make(template, examples, Templates.Places);

        Assert.Empty(errors);
        Assert.DoesNotContain('{', app!.Address);
    }

    [Theory]
    [InlineData("account", "http://localhost:5102/")]
    [InlineData("orders", "http://localhost:5102/?view=orders")]
    [InlineData("billing", "http://localhost:5102/?view=billing")]
    [InlineData("onboarding", "http://localhost:5102/?view=onboarding")]
    public void The_portal_opens_with_what_was_chosen(string view, string address) =>
        Assert.Equal(address, Templates.Make("portal", ("view", view)).App!.Address);

    [Theory]
    [InlineData("orders", "https://portal.acme.example", "https://portal.acme.example/?view=orders")]
    [InlineData("orders", "https://portal.acme.example/?theme=x&view=billing",
        "https://portal.acme.example/?theme=x&view=orders")]
    [InlineData("account", "https://portal.acme.example/?view=billing#top", "https://portal.acme.example/#top")]
    public void A_portal_of_ones_own_gets_the_choice_in_place_of_its_own(string view, string own, string address) =>
        Assert.Equal(address, Templates.Make("portal", ("view", view), ("address", own)).App!.Address);

    [Fact]
    public void The_portal_is_told_who_the_visitor_is_and_any_page_only_where_that_was_asked_for()
    {
        var told = Templates.Project.All.Where(template =>
            Templates.Make(template.Key, ("address", "")).App?.WantsCurrentUser == true
            || Templates.Make(template.Key).App!.WantsCurrentUser);

        Assert.Equal("portal", Assert.Single(told).Key);
        Assert.True(Templates.Make("page", ("current_user", "true")).App!.WantsCurrentUser);
        Assert.False(Templates.Make("page", ("current_user", "false")).App!.WantsCurrentUser);
    }

    [Fact]
    public void A_status_template_opens_the_messengers_own_view_and_every_other_a_frame()
    {
        Assert.All(Templates.Project.All, template =>
        {
            var app = Templates.Make(template.Key).App!;
            var provider = template.Key is "status-page" ? null : template.Key.Split("status-").ElementAtOrDefault(1);
            Assert.Equal((provider is null ? "frame" : "status", provider), (app.Opens, app.Provider));
        });
    }

    [Fact]
    public void Only_a_video_may_fill_the_screen_and_nothing_may_use_a_device()
    {
        Assert.All(Templates.Project.All, template =>
            Assert.Equal(template.Key == "video" ? "encrypted-media; fullscreen; picture-in-picture" : "",
                Templates.Make(template.Key).App!.Allow));
        // YouTube's player plays nothing for a page that hides its origin.
        Assert.Equal("strict-origin-when-cross-origin", Templates.Make("video").App!.ReferrerPolicy);
    }

    [Fact]
    public void What_is_missing_wrong_or_unknown_is_told_by_the_fields_key()
    {
        var errors = Templates.Make("portal", ("view", "invoices"), ("address", "nowhere"), ("colour", "red")).Errors;

        Assert.Equal("Use one of these: Account, Orders, Billing, Getting started.", errors["view"]);
        Assert.StartsWith("That is not a web address. Use the https address of your copy of the portal",
            errors["address"]);
        Assert.Equal("This template has no such field.", errors["colour"]);
        Assert.StartsWith("This is needed. Use one of these", Templates.Make("portal", ("view", "")).Errors["view"]);
        Assert.Equal("Use true or false.", Templates.Make("page", ("current_user", "yes")).Errors["current_user"]);
        Assert.Null(Templates.Make("portal", ("view", "")).App);
    }

    [Fact]
    public void Every_icon_is_drawn()
    {
        var icons = File.ReadAllText(Checkout.File("wwwroot/messenger/icons.js"));

        var used = Templates.Project.All.SelectMany(template =>
            template.Fields.SelectMany(field => field.Choices).Select(choice => choice.Icon).Append(template.Icon));
        Assert.All(used, icon => Assert.True(icon is null || icons.Contains($"  {icon}: '")));
    }
}
