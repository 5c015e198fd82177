using Xunit.Abstractions;
using Xunit.Sdk;

namespace Oxvo.PortalSample.Tests.LaunchChecklist;

/// <summary>A theory about the tests' own apps in a browser. Whoever asks for a report on an app of theirs does not wait for it.</summary>
[XunitTestCaseDiscoverer($"Oxvo.PortalSample.Tests.LaunchChecklist.{nameof(FolderTheories)}", "Oxvo.PortalSample.Tests")]
[AttributeUsage(AttributeTargets.Method)]
sealed class FolderTheoryAttribute : TheoryAttribute;

/// <summary>Finds them where no address is to be checked.</summary>
public sealed class FolderTheories(IMessageSink sink) : IXunitTestCaseDiscoverer
{
    readonly TheoryDiscoverer theories = new(sink);

    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        CheckedAddressTests.Asked is null ? theories.Discover(discoveryOptions, testMethod, factAttribute) : [];
}
