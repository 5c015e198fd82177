using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
using Oxvo.PortalSample.ForYourSite;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>What Acme's page asks its own backend. Names in JSON are snake_case.</summary>
internal static class SiteEndpoints
{
    public const string MintLimit = "mint", Session = "sid";

    public static void MapSite(this WebApplication app)
    {
        app.MapGet("/demo/customers", Customers);
        app.MapGet("/demo/session", Current);
        app.MapPut("/demo/session", SignIn);
        app.MapDelete("/demo/session", (Delegate)SignOut);
        app.MapPost("/demo/reset", Reset);
        app.MapPost("/portal-token", MintToken).RequireAuthorization().RequireRateLimiting(MintLimit);
    }

    /// <summary>The hand-made customers, each with the one line that says what it shows.</summary>
    static Ok<IReadOnlyList<DemoStory>> Customers(DemoStories stories) => TypedResults.Ok(stories.All());

    /// <summary>Who is signed in, as the page gives it to <c>oxvo.identify</c>; 204 where no customer is.</summary>
    static async Task<Results<Ok<SessionAnswer>, NoContent>> Current(
        HttpContext http, SiteCustomers customers, SiteSigningKey key, CancellationToken cancel)
    {
        if (Identifier(http.User) is not { } identifier) return TypedResults.NoContent();
        if (await customers.FindAsync(identifier, cancel) is not { } customer)
        {
            await http.SignOutAsync();
            return TypedResults.NoContent();
        }
        return TypedResults.Ok(new SessionAnswer
        {
            Identifier = customer.Identifier,
            Name = customer.Name,
            Email = customer.Email,
            IdentifierHash = IdentifierHash.Compute(customer.Identifier, key.MessengerSecret),
        });
    }

    /// <summary>Signs in as anybody in the database: this is a demo, so it asks for no password. 404 for an unknown identifier.</summary>
    static async Task<Results<NoContent, NotFound>> SignIn(
        SignInRequest request, HttpContext http, SiteCustomers customers, CancellationToken cancel)
    {
        if (await customers.FindAsync(request.Identifier, cancel) is null) return TypedResults.NotFound();

        Claim[] claims = [new(ClaimTypes.NameIdentifier, request.Identifier), new(Session, Guid.NewGuid().ToString("N"))];
        await http.SignInAsync(new(new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme)));
        return TypedResults.NoContent();
    }

    static async Task<NoContent> SignOut(HttpContext http)
    {
        await http.SignOutAsync();
        return TypedResults.NoContent();
    }

    /// <summary>Puts the demo data back as it was, dated from today.</summary>
    static async Task<NoContent> Reset(DemoStories stories, CancellationToken cancel)
    {
        await stories.ResetAsync(cancel);
        return TypedResults.NoContent();
    }

    /// <summary>
    /// Proof for the session's customer, and for nobody else: there is nothing in the request to choose one by. 401 without a
    /// session, 429 after 30 in a minute.
    /// </summary>
    static Ok<TokenAnswer> MintToken(HttpContext http, PortalTokenMinter minter) => TypedResults.Ok(new TokenAnswer
    {
        Token = minter.Mint(Identifier(http.User)!),
        ExpiresIn = (int)PortalTokenMinter.Lifetime.TotalSeconds,
    });

    static string? Identifier(ClaimsPrincipal user) => user.FindFirst(ClaimTypes.NameIdentifier)?.Value;
}

/// <summary>Who to sign in as.</summary>
public sealed record SignInRequest
{
    public required string Identifier { get; init; }
}

internal sealed record SessionAnswer
{
    public required string Identifier { get; init; }
    public required string? Name { get; init; }
    public required string? Email { get; init; }
    public required string IdentifierHash { get; init; }
}

internal sealed record TokenAnswer
{
    public required string Token { get; init; }
    public required int ExpiresIn { get; init; }
}
