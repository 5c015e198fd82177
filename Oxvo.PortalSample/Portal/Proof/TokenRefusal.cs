using Microsoft.IdentityModel.Tokens;

namespace Oxvo.PortalSample.Portal.Proof;

/// <summary>Which rule a token breaks. It holds nothing of the token that could name a customer.</summary>
/// <param name="Reason">A code; its cure is in <c>docs/api.md</c>.</param>
/// <param name="Expected">What the rule asks for, where more can be said than the code does.</param>
/// <param name="Seen">What is in the token instead; null where the code or the kid says it.</param>
public sealed record TokenRefusal(string Reason, string? Expected = null, string? Seen = null)
{
    /// <summary>For the end of a line in the log.</summary>
    public string Detail =>
        (Expected is null ? "" : $"; expected {Expected}") + (Seen is null ? "" : $", seen {Seen}");
}

/// <summary>Its message is the reason's code.</summary>
public sealed class TokenRefusedException(TokenRefusal refusal) : SecurityTokenValidationException(refusal.Reason)
{
    public TokenRefusal Refusal => refusal;
}
