using System.Net;
using System.Web;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether the data endpoint wants a proof. It is only ever asked without one.</summary>
static class ProofChecks
{
    static readonly string[] ClaimNames = ["identifier", "id", "key"];
    const string Invented = "launch-check",
        Repair = "Ask for a token that your own backend signed for the session, and answer 401 without one before looking anything up.";

    public static Task<CheckFinding> WithoutToken(CheckedApp app) => AskAsync(app, api => [Address(api, [])],
        "Everyone who knows the address reads what it tells.");

    public static Task<CheckFinding> IdentifierAlone(CheckedApp app) =>
        AskAsync(app, api => ClaimNames.Select(name => Address(api, [(name, Claim(api, name))])),
        "An identifier is a claim: anybody at a browser can write another customer's into it.");

    static async Task<CheckFinding> AskAsync(CheckedApp app, Func<Uri, IEnumerable<Uri>> questions, string why)
    {
        if (app.Options.Api is not { } api)
            return CheckFinding.NotRun("No data endpoint was named.",
                "Name it: --api https://…/api/widget-portal. With a real customer's ?identifier=… it is tried with that.");
        List<CheckFinding> findings = [];
        foreach (var question in questions(api)) findings.Add(Judge(question, await app.AskApiAsync(question), why, IsReal(api)));
        // What weighs most speaks for all of them.
        var worst = findings.MaxBy(finding => Weight(finding.Result))!;
        return worst with { Seen = string.Join('\n', findings.Select(finding => finding.Seen)) };
    }

    static CheckFinding Judge(Uri asked, FetchAnswer answer, string why, bool isReal)
    {
        var seen = $"{Shown(asked)}: {(int)answer.Status}";
        return answer.Status switch
        {
            _ when answer.Redirects.Count > 0 && PageChecks.IsPage(answer) =>
                CheckFinding.Warn($"{seen}, after a redirect to a page", "A script takes that page for data.",
                    "Answer 401 in place of a redirect."),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => CheckFinding.Pass(seen),
            HttpStatusCode.NotFound or HttpStatusCode.Gone when isReal => CheckFinding.Pass(seen),
            HttpStatusCode.NotFound or HttpStatusCode.Gone =>
                CheckFinding.Warn(seen,
                    "It looked for a customer before asking who calls, or is not the data endpoint: a real customer's identifier may open it.",
                    "Answer 401 first. To be sure, name the endpoint with a real one: --api '…?identifier=…'."),
            HttpStatusCode.TooManyRequests => CheckFinding.NotRun($"{seen}: it is asked too often", "Run this again in a minute."),
            >= HttpStatusCode.InternalServerError => CheckFinding.Fail(seen,
                "To break down is not to refuse: with other input the same call may be answered.", Repair),
            >= HttpStatusCode.BadRequest => CheckFinding.Warn(seen,
                "It complains of the call, not of the missing proof: a call of the right form may be answered.",
                "Answer 401 first, whatever the call. To be sure, name the endpoint with the parameters that it wants."),
            _ when answer.Body.Length == 0 => CheckFinding.Warn($"{seen}, empty",
                "A caller without proof is not told that it needs one.", Repair),
            _ => CheckFinding.Fail($"{seen} with {WeightChecks.Size(answer.Body.Length)}", why, Repair),
        };
    }

    static int Weight(CheckOutcome outcome) =>
        outcome switch { CheckOutcome.Fail => 3, CheckOutcome.Warn => 2, CheckOutcome.NotRun => 1, _ => 0 };

    static bool IsReal(Uri api) => ClaimNames.Any(name => HttpUtility.ParseQueryString(api.Query)[name] is { Length: > 0 });

    static string Claim(Uri api, string name)
    {
        var query = HttpUtility.ParseQueryString(api.Query);
        return query[name] ?? (name == "id" ? "1" : query["identifier"] ?? query["key"] ?? Invented);
    }

    /// <summary>The endpoint with its other parameters, and these claims in place of its own.</summary>
    static Uri Address(Uri api, IEnumerable<(string Name, string Value)> claims)
    {
        var query = HttpUtility.ParseQueryString(api.Query);
        foreach (var name in ClaimNames) query.Remove(name);
        foreach (var (name, value) in claims) query[name] = value;
        return new UriBuilder(api) { Query = query.ToString(), Fragment = "" }.Uri;
    }

    // The value may be a real customer's, and reports are passed on.
    static string Shown(Uri address) => address.Query.Length == 0 ? "without a token"
        : "with " + string.Join(" and ", HttpUtility.ParseQueryString(address.Query).AllKeys.Select(name => $"?{name}="));
}
