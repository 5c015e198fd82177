using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>What Acme's page asks its own backend. Names in JSON are snake_case.</summary>
internal static class SiteEndpoints
{
    public const string MintLimit = "mint", Session = "sid";

    public static void MapSite(this WebApplication app)
    {
        // What an integrator puts on the site, as Acme has it.
        app.MapScript("/portal-session.js", addresses => addresses.ForYourSite("portal-session.js"));
        app.MapGet("/demo/customers", Customers);
        app.MapGet("/demo/session", Current);
        app.MapPut("/demo/session", SignIn);
        app.MapDelete("/demo/session", (Delegate)SignOut);
        app.MapPost("/demo/reset", Reset);
        app.MapGet("/demo/verdict/{proof:guid}", Verdict).RequireAuthorization();
        app.MapPost("/portal-token", MintToken).RequireAuthorization().RequireRateLimiting(MintLimit);
    }

    /// <summary>The hand-made customers, each with the one line that says what it shows.</summary>
    static Ok<object> Customers(MockAddresses addresses) => TypedResults.Ok<object>(
        DemoDatabase.Read(addresses.CustomersFile).SelectMany(customer => customer.People)
            .Select(one => new { one.Identifier, one.Name, one.Story, one.Group }));

    /// <summary>Who is signed in, as the page gives it to <c>oxvo.identify</c>; 204 where no customer is.</summary>
    static async Task<IResult> Current(
        HttpContext http, SiteAccounts accounts, SiteSessions sessions, SiteSigningKey key, CancellationToken cancel)
    {
        if (Identifier(http.User) is not { } identifier) return TypedResults.NoContent();
        if (await accounts.FindAsync(identifier, cancel) is not { } customer)
            return await SignOut(http, sessions);
        return TypedResults.Ok(new
        {
            customer.Identifier,
            customer.Name,
            customer.Email,
            IdentifierHash = IdentifierHash.Compute(customer.Identifier, key.MessengerSecret),
        });
    }

    /// <summary>
    /// Signs in as any customer in the database: this is a demo, so it asks for no password. 404 for an unknown
    /// identifier.
    /// </summary>
    static async Task<IResult> SignIn(
        SignInRequest request, HttpContext http, SiteAccounts accounts, SiteSessions sessions,
        CancellationToken cancel)
    {
        if (await accounts.FindAsync(request.Identifier, cancel) is null) return TypedResults.NotFound();

        sessions.End(http.User);
        Claim[] claims = [new(ClaimTypes.NameIdentifier, request.Identifier), new(Session, sessions.Begin())];
        await http.SignInAsync(new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
        return TypedResults.NoContent();
    }

    static async Task<IResult> SignOut(HttpContext http, SiteSessions sessions)
    {
        sessions.End(http.User);
        await http.SignOutAsync();
        return TypedResults.NoContent();
    }

    /// <summary>Puts the demo data back as it was, dated from today.</summary>
    static async Task<IResult> Reset(
        AccountsDatabase accounts, MockAddresses addresses, TimeProvider clock, CancellationToken cancel)
    {
        await DemoDatabase.ResetAsync(
            accounts.ConnectionString, addresses.CustomersFile, addresses.Site, clock, cancel);
        return TypedResults.NoContent();
    }

    /// <summary>
    /// Proof for the session's customer only: there is nothing in the request to choose another by. 401 without a
    /// session, 403 for another site's page (<see cref="Guards.UseSameOriginWrites"/>), 429 after 30 in a minute; no
    /// CORS header.
    /// </summary>
    static Ok<object> MintToken(HttpContext http, PortalTokenMinter minter, PortalVerdicts verdicts)
    {
        var token = minter.Mint(Identifier(http.User)!);
        verdicts.Expect(token);
        return TypedResults.Ok<object>(new
        {
            Token = token,
            ExpiresIn = (int)PortalTokenMinter.Lifetime.TotalSeconds,
        });
    }

    /// <summary>What the portal answered to a proof, once it has; 204 where the proof was not used.</summary>
    static async Task<IResult> Verdict(string proof, PortalVerdicts verdicts, CancellationToken cancel) =>
        await verdicts.WaitAsync(proof, cancel) is { } verdict ? TypedResults.Ok(verdict) : TypedResults.NoContent();

    public static string? Identifier(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier)?.Value;
}

/// <summary>Who to sign in as.</summary>
public sealed record SignInRequest(string Identifier);
