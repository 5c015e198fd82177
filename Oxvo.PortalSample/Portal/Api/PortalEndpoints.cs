using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>The portal's addresses beside its static files.</summary>
public static class PortalEndpoints
{
    public static void MapPortal(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/widget-portal", ReadAccount).RequireAuthorization().RequireRateLimiting(PortalLimits.Subject);
        app.MapGet("/health/live", () => TypedResults.Ok(new Liveness(PortalMetrics.Version))).DisableRateLimiting();
        app.MapGet("/health/ready", AskDatabase).DisableRateLimiting();
    }

    /// <summary>
    /// The signed-in customer's own account, as <see cref="PortalAnswer"/>. Takes <c>identifier</c> or <c>id</c>,
    /// exactly one, as the messenger claimed it; whose account it is, the token says. Checked in this order: 429 by
    /// address, 401 without a valid token, 429 by customer, 400, 404 without an account, 403 where the key belongs to
    /// another customer or to none; 503 while the database cannot be read. Errors are RFC 9457 problem details.
    /// </summary>
    static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAccount(
        HttpContext http, AccountReader accounts, PortalAnswers answers, ILogger<AccountKey> log,
        CancellationToken cancel)
    {
        if (AccountKey.Read(http.Request.Query, out var faults) is not { } key)
            return TypedResults.Problem(Problems.InvalidRequest(faults));

        var subject = http.User.Identity!.Name!;
        return await PortalMetrics.MeasureReadAsync(accounts.ReadAsync(subject, key, cancel)) switch
        {
            null => TypedResults.Problem(Problems.NoAccount),
            { OwnsKey: false } => RefuseKey(key, subject, log),
            { } account => Write(answers.Build(account)),
        };
    }

    // In one piece, which the serializer writes faster than a stream: the sizes of all lists are bounded.
    static FileContentHttpResult Write(PortalAnswer answer)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(answer, PortalJson.Default.PortalAnswer);
        return TypedResults.Bytes(json, "application/json; charset=utf-8");
    }

    static ProblemHttpResult RefuseKey(AccountKey key, string subject, ILogger<AccountKey> log)
    {
        var reason = ReasonToRefuse(key, subject);
        PortalMetrics.CountRefusedKey(reason);
        log.LogWarning("Key refused: {Reason}", reason);
        return TypedResults.Problem(Problems.NotYourKey);
    }

    /// <summary>For the log only, with its cure in <c>docs/api.md</c>: the caller is told the same for each.</summary>
    public static string ReasonToRefuse(AccountKey key, string subject) => key.Identifier switch
    {
        null => "contact_id_not_of_this_customer",
        { } identifier when identifier == subject => "own_identifier_denied",
        _ => "another_identifier",
    };

    /// <summary>200 while the accounts can be read, else 503: for the load balancer.</summary>
    static async Task<Ok> AskDatabase(Readiness readiness)
    {
        await readiness.AskAsync();
        return TypedResults.Ok();
    }
}

/// <summary>What <c>/health/live</c> says of a process that runs.</summary>
sealed record Liveness(string Version);
