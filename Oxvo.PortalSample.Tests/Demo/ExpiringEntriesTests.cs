using Oxvo.PortalSample.Demo.Acme;
using Oxvo.PortalSample.Tests.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>What Acme remembers of sessions, proofs and a provider's pages, none of it for good.</summary>
public sealed class ExpiringEntriesTests
{
    readonly ManualClock clock = new();
    readonly ExpiringEntries<string> entries;

    public ExpiringEntriesTests() => entries = new(clock, TimeSpan.FromMinutes(2));

    [Fact]
    public void An_entry_is_found_until_its_time_is_over()
    {
        entries.Add("a", "first");
        clock.Pass(TimeSpan.FromMinutes(1.9));
        var before = entries.Find("a");

        clock.Pass(TimeSpan.FromMinutes(0.1));

        Assert.Equal("first", before);
        Assert.Null(entries.Find("a"));
    }

    [Fact]
    public void An_entry_whose_time_is_over_takes_no_room_once_another_is_added()
    {
        entries.Add("a", "first");
        clock.Pass(TimeSpan.FromMinutes(1));
        entries.Add("b", "second");
        clock.Pass(TimeSpan.FromMinutes(1));

        entries.Add("c", "third");

        Assert.Equal(2, entries.Count);
        Assert.Equal("second", entries.Find("b"));
    }

    [Fact]
    public void An_entry_that_was_removed_is_gone()
    {
        entries.Add("a", "first");

        entries.Remove("a");

        Assert.Null(entries.Find("a"));
    }
}
