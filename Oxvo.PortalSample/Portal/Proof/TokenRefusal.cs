using Microsoft.IdentityModel.Tokens;

namespace Oxvo.PortalSample.Portal.Proof;

/// <summary>Which rule a token breaks. It holds nothing of the token that could name a customer.</summary>
/// <param name="Reason">A code; its cure is in <c>docs/api.md</c>.</param>
/// <param name="Expected">What the rule asks for.</param>
/// <param name="Seen">What is in the token instead.</param>
public sealed record TokenRefusal(string Reason, string Expected, string Seen);

/// <summary>Its message is the reason's code.</summary>
public sealed class TokenRefusedException(TokenRefusal refusal) : SecurityTokenValidationException(refusal.Reason)
{
    public TokenRefusal Refusal => refusal;
}
