using System.Net;
using System.Web;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether the data endpoint wants a proof. It is only ever asked without one.</summary>
static class ProofChecks
{
    static readonly string[] ClaimNames = ["identifier", "id", "key"];
    static readonly CheckOutcome[] Weights =
        [CheckOutcome.Pass, CheckOutcome.NotRun, CheckOutcome.Warn, CheckOutcome.Fail];
    const string Repair =
        "Ask for a token that your own backend signed for the session, and answer 401 without one before looking "
        + "anything up.";

    public static Task<Finding> WithoutToken(CheckedApp app) =>
        AskAsync(app, api => [Claiming(api, null)], "Everyone who knows the address reads what it tells.");

    public static Task<Finding> IdentifierAlone(CheckedApp app) =>
        AskAsync(app, api => ClaimNames.Select(name => Claiming(api, name)),
            "An identifier is a claim: anybody at a browser can write another customer's into it.");

    static async Task<Finding> AskAsync(CheckedApp app, Func<Uri, IEnumerable<Uri>> questions, string why)
    {
        if (app.Options.Api is not { } api)
            return DoesNotApply("No data endpoint was named.",
                $"Name it: {WriteApi(app, "https://…/api/widget-portal")}. "
                + "With a real customer's ?identifier=… it is tried with that.");
        var query = HttpUtility.ParseQueryString(api.Query);
        var isReal = ClaimNames.Any(name => query[name] is { Length: > 0 });
        List<Finding> findings = [];
        foreach (var question in questions(api))
            findings.Add(Judge(app, question, await app.AskApiAsync(question), why, isReal));
        // What weighs most speaks for all of them.
        var worst = findings.MaxBy(finding => Array.IndexOf(Weights, finding.Result))!;
        return worst with { Seen = string.Join('\n', findings.Select(finding => finding.Seen)) };
    }

    static Finding Judge(CheckedApp app, Uri asked, FetchAnswer answer, string why, bool isReal)
    {
        var seen = $"{Shown(asked)}: {(int)answer.Status}";
        return answer.Status switch
        {
            _ when answer.Redirects.Count > 0 && answer.IsPage =>
                Warn($"{seen}, after a redirect to a page", "A script takes that page for data.",
                    "Answer 401 in place of a redirect."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Pass(seen),
            HttpStatusCode.NotFound or HttpStatusCode.Gone when isReal => Pass(seen),
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                Warn(seen, "It looked for a customer before asking who calls, or is not the data endpoint: a real "
                    + "customer's identifier may open it.",
                    "Answer 401 first. To be sure, name the endpoint with a real one: "
                    + $"{WriteApi(app, "'…?identifier=…'")}."),
            HttpStatusCode.TooManyRequests => NotRun($"{seen}: it is asked too often", "Run this again in a minute."),
            >= HttpStatusCode.InternalServerError =>
                Fail(seen, "To break down is not to refuse: with other input the same call may be answered.", Repair),
            >= HttpStatusCode.BadRequest =>
                Warn(seen,
                    "It complains of the call, not of the missing proof: a call of the right form may be answered.",
                    "Answer 401 first, whatever the call. "
                    + "To be sure, name the endpoint with the parameters that it wants."),
            _ when answer.Body.Length == 0 =>
                Warn($"{seen}, empty", "A caller without proof is not told that it needs one.", Repair),
            _ => Fail($"{seen} with {WeightChecks.Size(answer.Body.Length)}", why, Repair),
        };
    }

    static string WriteApi(CheckedApp app, string address) =>
        app.Options.Advise($"--api {address}", $"CHECK_API={address}");

    /// <summary>The endpoint with its other parameters, and with this claim only.</summary>
    /// <param name="claim">Its name; its value is the endpoint's own, or an invented one. Null for none.</param>
    static Uri Claiming(Uri api, string? claim)
    {
        var (given, query) = (HttpUtility.ParseQueryString(api.Query), HttpUtility.ParseQueryString(api.Query));
        foreach (var name in ClaimNames) query.Remove(name);
        if (claim is not null)
            query[claim] = given[claim]
                ?? (claim == "id" ? "1" : given["identifier"] ?? given["key"] ?? "launch-check");
        return new UriBuilder(api) { Query = query.ToString(), Fragment = "" }.Uri;
    }

    // The value may be a real customer's, and reports are passed on.
    static string Shown(Uri address)
    {
        var names = HttpUtility.ParseQueryString(address.Query).AllKeys.Select(name => $"?{name}=");
        return address.Query.Length == 0 ? "without a token" : $"with {string.Join(" and ", names)}";
    }
}
