using Oxvo.PortalSample.Demo.Apps;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>A form that gets the visitor's identifier, where the person who sets it up asks for that.</summary>
public sealed class IdentifierTests
{
    const string Typeform = "https://form.typeform.com/to/moe6aa",
        Survicate = "https://survey.survicate.com/a8285d0a4afe7aa3/";

    [Theory]
    [InlineData(Typeform, "fragment")]
    [InlineData(Survicate, "query")]
    public void It_goes_where_the_provider_reads_it_with_a_warning_that_it_is_a_claim(string form, string place)
    {
        var app = Templates.Make("feedback", ("address", form), ("identifier", "true")).App!;

        Assert.Equal((place, "user_id"), (app.Identifier!.In, app.Identifier.Name));
        Assert.Contains("a claim: anybody at the browser can change it", Assert.Single(app.Warnings));
        Assert.Equal(form, app.Address);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("")]
    public void Unasked_it_goes_nowhere(string flag)
    {
        var app = Templates.Make("feedback", ("address", Typeform), ("identifier", flag)).App!;

        Assert.Null(app.Identifier);
        Assert.Empty(app.Warnings);
    }

    [Fact]
    public void Its_parameter_is_called_as_the_form_calls_it() =>
        Assert.Equal("customer",
            Templates.Make("feedback", ("identifier", "true"), ("identifier_name", "customer")).App!.Identifier!.Name);

    [Theory]
    [InlineData("customer id")]
    [InlineData("a=b&c")]
    [InlineData("größe")]
    public void A_name_that_is_no_parameters_is_refused(string name) =>
        Assert.Contains("such as user_id",
            Templates.Make("feedback", ("identifier", "true"), ("identifier_name", name)).Errors["identifier_name"]);

    [Theory]
    [InlineData(Typeform + "#user_id=42&plan=pro", Typeform + "#plan=pro")]
    [InlineData(Survicate + "?user_id=42&user_id=43", Survicate)]
    public void One_that_stands_in_the_address_gives_way(string given, string made) =>
        Assert.Equal(made, Templates.Make("feedback", ("address", given), ("identifier", "true")).App!.Address);

    [Fact]
    public void Another_providers_form_cannot_take_it()
    {
        var errors = Templates.Make("feedback", ("address", "https://docs.google.com/forms/d/e/1FAIp/viewform"),
            ("identifier", "true")).Errors;

        var (field, message) = Assert.Single(errors);
        Assert.Equal("identifier", field);
        Assert.StartsWith("Only Typeform and Survicate take the identifier", message);
    }

    [Fact]
    public void A_refused_address_is_the_only_thing_that_is_told() =>
        Assert.Equal("address", Assert.Single(
            Templates.Make("feedback", ("address", "javascript:alert(1)"), ("identifier", "true")).Errors).Key);

    [Fact]
    public void No_other_template_adds_it() =>
        Assert.All(Templates.Project.All.Where(template => template.Key != "feedback"),
        template => Assert.DoesNotContain(template.Fields, field => field.Does == TemplateField.AddsIdentifier));
}
