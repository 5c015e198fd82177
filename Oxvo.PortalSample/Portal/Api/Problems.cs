using Microsoft.AspNetCore.Mvc;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// Every error as RFC 9457 problem details: JSON whatever <c>Accept</c> says, and the same bytes for the same type, so
/// that nothing tells "not yours" from "does not exist".
/// </summary>
public sealed class Problems : IProblemDetailsWriter
{
    const string Urn = "urn:oxvo-portal:";

    // About as long as the wait before it: a database that is busy is not asked more often than it answers.
    const string SecondsUntilRead = "3";

    /// <summary>The only differing member: which parameters are at fault.</summary>
    public static ProblemDetails InvalidRequest(string[] fields) => Problem(400, "invalid_request",
        "Send exactly one of identifier (1 to 128 characters) or id (a whole number without leading zeros), once, "
            + "and nothing else.",
        fields);

    public static readonly ProblemDetails NoAccount =
        Problem(404, "no_account", "The customer who is signed in has no account here.");

    public static readonly ProblemDetails NotYourKey =
        Problem(403, "not_your_key", "This key does not belong to the customer who is signed in.");

    static ProblemDetails ByStatus(int status) => status switch
    {
        401 => Problem(401, "unauthorized", "Send a valid site token as a Bearer token."),
        404 => Problem(404, "not_found", "There is nothing at this address."),
        405 => Problem(405, "method_not_allowed",
            "This address does not take this method; Allow lists those that it takes."),
        429 => Problem(429, "rate_limited", "Too many requests. Wait as long as Retry-After says."),
        503 => Problem(503, "unavailable", "The accounts cannot be read just now. Try again in a moment."),
        < 500 => Problem(status, "invalid_request", "The server could not read this request."),
        _ => Problem(500, "internal", "Something went wrong on the server. Try again in a moment."),
    };

    static ProblemDetails Problem(int status, string type, string title, string[]? fields = null)
    {
        var problem = new ProblemDetails { Type = Urn + type, Title = title, Status = status };
        if (fields is not null) problem.Extensions["fields"] = fields;
        return problem;
    }

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        var problem = context.ProblemDetails.Type?.StartsWith(Urn, StringComparison.Ordinal) == true
            ? context.ProblemDetails : ByStatus(response.StatusCode);
        response.StatusCode = problem.Status!.Value;
        if (response.StatusCode == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = SecondsUntilRead;
        await response.WriteAsJsonAsync(problem, options: null, "application/problem+json");
    }
}

/// <summary>The middleware that turns exceptions and empty error answers into problem details.</summary>
public static class ProblemsMiddleware
{
    public static void AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, Problems>();
        services.AddProblemDetails();
    }

    public static void UseProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            // It was logged as the warning that it is.
            SuppressDiagnosticsCallback = context => context.Exception is AccountsUnavailableException,
            StatusCodeSelector = fault => fault switch
            {
                AccountsUnavailableException => StatusCodes.Status503ServiceUnavailable,
                BadHttpRequestException bad => bad.StatusCode,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePages();
    }
}
