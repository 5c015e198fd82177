using System.Net;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>A 403 tells its caller nothing; the log says which kind of key it was.</summary>
public sealed class KeyRefusalTests(PortalApp portal) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("identifier=42", "another_identifier")]
    [InlineData("identifier=no-customer", "another_identifier")]
    [InlineData("identifier=Mira", "another_identifier")]
    [InlineData("id=42", "contact_id_not_of_this_customer")]
    [InlineData("id=9999999999999999", "contact_id_not_of_this_customer")]
    public async Task The_log_says_why_a_key_was_refused_without_the_key(string query, string reason)
    {
        using var mira = portal.SignedInAs("mira");

        var answer = await mira.GetAsync($"/api/widget-portal?{query}");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal($"Warning Key refused: {reason}", portal.Log.Last(line => line.Contains("refused")).TrimEnd());
    }

    // The statement decides, and a changed one can deny a customer their own.
    [Fact]
    public void An_own_identifier_that_the_statement_denies_is_told_from_another() =>
        Assert.Equal("own_identifier_denied", PortalEndpoints.ReasonToRefuse(new AccountKey("mira", null), "mira"));
}
