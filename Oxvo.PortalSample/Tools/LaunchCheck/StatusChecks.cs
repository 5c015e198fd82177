using System.Globalization;
using System.Net;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using Oxvo.PortalSample.Tools.Status;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether the messenger can show a status page natively: from its feed, without a frame.</summary>
static class StatusChecks
{
    const int OldestSeconds = 300, OldestDays = 7;

    public static async Task<Finding> Feed(CheckedApp app)
    {
        try
        {
            var reading = (await app.Status).Reading;
            var seen = $"{FeedReader.Name(reading.Provider)}, {reading.ComponentCount} services, "
                + $"{reading.Incidents.Count} open incidents";
            return reading.DroppedRows == 0 ? Pass(seen)
                : Warn($"{seen}, {reading.DroppedRows} rows that could not be read",
                    "What cannot be read is not shown.",
                    "Compare the feed with what the provider documents.");
        }
        catch (FetchException fault)
            when (fault.Fault is not (FetchFault.NotPublic or FetchFault.Robots or FetchFault.Time))
        {
            return Fail(fault.Message, "Without a feed the card in the messenger stays away.",
                "Give the address of a page of Atlassian Statuspage, Better Stack or Instatus; of another one make an "
                + "app in a frame.");
        }
    }

    public static async Task<Finding> Fresh(CheckedApp app)
    {
        var status = await app.Status;
        var answer = await app.AskApiAsync(status.Feed.Address);
        var header = answer.Headers["Age"].FirstOrDefault();
        var age = double.TryParse(header, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
        if (age > OldestSeconds)
            return Fail($"Age: {age} seconds, over {OldestSeconds}",
                "Visitors read that all is well when it no longer is.",
                "Let caches keep the feed for a minute: Cache-Control: max-age=60");

        var oldest = status.Reading.ReadAt - TimeSpan.FromDays(OldestDays);
        string[] old =
        [
            .. from incident in status.Reading.Incidents
               where (incident.UpdatedAt ?? incident.StartedAt) < oldest
               select $"open without a word for {OldestDays} days: {incident.Title}",
            .. from work in status.Reading.Maintenance
               where work.Phase == MaintenancePhase.Overdue
               select $"its time is over: {work.Title}",
        ];
        return old.Length == 0 ? Pass($"{age} seconds old")
            : Warn(Lines(old), "Visitors read of trouble that may be long over.",
                "Close it on the status page, or write an update.");
    }

    public static async Task<Finding> Public(CheckedApp app)
    {
        const string why = "The messenger's server reads the feed as everybody does.";
        try
        {
            var feed = (await app.Status).Feed.Address;
            if (TypedAddress.IsThisMachine(feed)) return Pass("on this machine only");
            var addresses = await Dns.GetHostAddressesAsync(feed.Host, app.Limit);
            return addresses.All(PublicAddress.IsPublic) ? Pass(feed.GetLeftPart(UriPartial.Path))
                : Fail($"{feed.Host} is at a private address", why, "Publish the status page, or leave its app out.");
        }
        catch (FetchException fault) when (fault.Fault == FetchFault.NotPublic)
        {
            return Fail(fault.Message, why, "Make the status page public at its provider.");
        }
    }

    public static async Task<Finding> Link(CheckedApp app)
    {
        var url = new Uri((await app.Status).Reading.Url!);
        try
        {
            var page = await app.GetAsync(url, "text/html");
            return page.IsOk ? Pass(url.AbsoluteUri) : Wrong($"status {(int)page.Status}");
        }
        catch (FetchException fault) when (fault.Fault is not (FetchFault.Robots or FetchFault.Time))
        {
            return Wrong(fault.Message);
        }

        Finding Wrong(string what) => Fail($"{url}: {what}", "“Open full status page” leads there.",
            "Set the page's own address at the provider.");
    }
}
