using Oxvo.PortalSample.Tests.Browser.Engines;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>Every way to break what integrators copy that a test must notice, by file.</summary>
static partial class Mutants
{
    public const string NoOriginCheck = "The origin of a message is not checked.";
    public const string NoSwitch = "A switch of customers is ignored.";
    public const string LateAnswer = "A late answer of the customer before is drawn.";

    public static Mutant[] All => [.. Account, .. Main, .. Views, .. Ask, .. Session];

    /// <summary>A test of the main job in each engine.</summary>
    static IEnumerable<Func<MutatedPages, Task>> InEach(Func<EngineTests, string, Task> test) =>
        new[] { EngineRoom.Chromium, EngineRoom.Firefox, EngineRoom.WebKit }
            .Select(engine => (Func<MutatedPages, Task>)(pages => test(new(pages.Engines), engine)));
}
