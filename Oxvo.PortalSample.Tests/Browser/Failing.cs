using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// Whether an assertion or a wait has failed in the running test. A page is closed on the way out of the test, before
/// xunit knows of the failure, and what the page shows then is worth keeping.
/// </summary>
static class Failing
{
    static readonly ConcurrentDictionary<string, bool> Tests = new();

    static Failing() => AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
    {
        if (thrown.Exception is IAssertionException or PlaywrightException or TimeoutException && TestContext.Current.Test is { } test)
            Tests.TryAdd(test.UniqueID, true);
    };

    /// <summary>Notices failures from now on.</summary>
    public static void Watch() => RuntimeHelpers.RunClassConstructor(typeof(Failing).TypeHandle);

    public static bool IsTest => TestContext.Current.Test is { } test && Tests.ContainsKey(test.UniqueID);
}
