using System.Runtime.CompilerServices;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>
/// A theory about the tests' own apps in a browser. Whoever asks for a report on an app of theirs does not wait for it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class FolderTheoryAttribute : TheoryAttribute
{
    public FolderTheoryAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line)
    {
        Skip = "CHECK_ADDRESS asks for a report on another app.";
        SkipType = typeof(CheckedAddressTests);
        SkipWhen = nameof(CheckedAddressTests.IsAsked);
    }
}
