using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Browser;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Oxvo.PortalSample.Tests.LaunchChecklist.InBrowser;

/// <summary>The tests' shared browser, and a voice in the output of <c>dotnet test</c>.</summary>
public sealed class ChecklistBrowser(IMessageSink sink)
{
    internal Task<IBrowser> StartAsync() => Chromium.SharedTogetherAsync(sink);

    /// <summary>One that an app may bring down.</summary>
    internal Task<IBrowser> StartOwnAsync() => Chromium.StartAsync(sink);

    /// <summary>What a test prints itself is not shown.</summary>
    public void Say(string text)
    {
        foreach (var line in text.Split('\n')) sink.OnMessage(new DiagnosticMessage(line.Length == 0 ? " " : line));
    }
}
