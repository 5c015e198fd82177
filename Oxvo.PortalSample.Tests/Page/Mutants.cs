namespace Oxvo.PortalSample.Tests.Page;

/// <summary>Every way to break what integrators copy that a test must notice, by file.</summary>
static partial class Mutants
{
    public const string NoOriginCheck = "The origin of a message is not checked.";
    public const string NoSwitch = "A switch of customers is ignored.";
    public const string LateAnswer = "A late answer of the customer before is drawn.";

    public static Mutant[] All => [.. Account, .. Main, .. Views, .. Session];
}
