namespace Oxvo.PortalSample.Tests.Page;

/// <summary>One change that breaks a file which integrators copy, and the tests that must go red with it.</summary>
/// <param name="File"><c>portal/…</c>, a file of the page, or <c>ForYourSite/…</c>.</param>
/// <param name="Fault">What is broken, in plain words.</param>
/// <param name="Find">Text that is in the file exactly once.</param>
/// <param name="Replace">What stands there instead.</param>
sealed record Mutant(string File, string Fault, string Find, string Replace)
{
    /// <summary>Names of tests in <c>Page/Scripts</c>.</summary>
    public string[] InNode { get; init; } = [];

    /// <summary>Tests that need a browser.</summary>
    public Func<MutatedPages, Task>[] InBrowser { get; init; } = [];

    /// <summary>Where it is in the checkout.</summary>
    public string Path =>
        (File.StartsWith("ForYourSite/", StringComparison.Ordinal) ? "Oxvo.PortalSample/" : "wwwroot/") + File;

    public string Apply(string text) => text.Replace(Find, Replace, StringComparison.Ordinal);
}
