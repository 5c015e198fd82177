using System.Globalization;
using System.Net;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether the messenger can show a status page natively: from its feed, without a frame.</summary>
static class StatusChecks
{
    static readonly TimeSpan OldestAnswer = TimeSpan.FromMinutes(5), OldestUpdate = TimeSpan.FromDays(7);

    public static async Task<CheckFinding> Feed(CheckedApp app)
    {
        if (!app.Options.IsStatus) return NotAsked;
        try
        {
            var reading = (await app.StatusAsync()).Reading;
            var seen = $"{FeedReader.Name(reading.Provider)}, {reading.ComponentCount} services, {reading.Incidents.Count} open incidents";
            return reading.DroppedRows == 0 ? CheckFinding.Pass(seen)
                : CheckFinding.Warn($"{seen}, {reading.DroppedRows} rows that could not be read", "What cannot be read is not shown.",
                    "Compare the feed with what the provider documents.");
        }
        catch (FetchException fault) when (fault.Fault is not (FetchFault.NotPublic or FetchFault.Time))
        {
            return CheckFinding.Fail(fault.Message, "Without a feed the card in the messenger stays away.",
                "Give the address of a page of Atlassian Statuspage, Better Stack or Instatus; of another one make an app in a frame.");
        }
    }

    public static async Task<CheckFinding> Fresh(CheckedApp app)
    {
        if (!app.Options.IsStatus) return NotAsked;
        var status = await app.StatusAsync();
        var answer = await app.AskApiAsync(status.Feed.Address);
        var age = double.TryParse(answer.Headers["Age"].FirstOrDefault(), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;
        if (age > OldestAnswer.TotalSeconds)
            return CheckFinding.Fail($"Age: {age} seconds, over {OldestAnswer.TotalSeconds}",
                "Visitors read that all is well when it no longer is.", "Let caches keep the feed for a minute: Cache-Control: max-age=60");

        var old = status.Reading.Incidents
            .Where(incident => status.Reading.ReadAt - (incident.UpdatedAt ?? incident.StartedAt) > OldestUpdate)
            .Select(incident => $"open without a word for {OldestUpdate.TotalDays} days: {incident.Title}")
            .Concat(status.Reading.Maintenance.Where(work => work.Phase == MaintenancePhase.Overdue)
                .Select(work => $"its time is over: {work.Title}")).ToArray();
        return old.Length == 0 ? CheckFinding.Pass($"{age} seconds old")
            : CheckFinding.Warn(Lines.JoinFirst(old), "Visitors read of trouble that may be long over.",
                "Close it on the status page, or write an update.");
    }

    public static async Task<CheckFinding> Public(CheckedApp app)
    {
        if (!app.Options.IsStatus) return NotAsked;
        const string why = "The messenger's server reads the feed as everybody does.";
        try
        {
            var feed = (await app.StatusAsync()).Feed.Address;
            if (EmbedCheck.IsThisMachine(feed)) return CheckFinding.Pass("on this machine only");
            var addresses = await Dns.GetHostAddressesAsync(feed.Host, app.Limit);
            return addresses.All(PublicAddress.IsPublic) ? CheckFinding.Pass(feed.GetLeftPart(UriPartial.Path))
                : CheckFinding.Fail($"{feed.Host} is at a private address", why, "Publish the status page, or leave its app out.");
        }
        catch (FetchException fault) when (fault.Fault == FetchFault.NotPublic)
        {
            return CheckFinding.Fail(fault.Message, why, "Make the status page public at its provider.");
        }
    }

    public static async Task<CheckFinding> Link(CheckedApp app)
    {
        if (!app.Options.IsStatus) return NotAsked;
        var url = new Uri((await app.StatusAsync()).Reading.Url!);
        const string why = "“Open full status page” leads there.", repair = "Set the page's own address at the provider.";
        try
        {
            var page = await app.GetAsync(url, "text/html");
            return (int)page.Status is >= 200 and < 300 ? CheckFinding.Pass(url.AbsoluteUri)
                : CheckFinding.Fail($"{url}: status {(int)page.Status}", why, repair);
        }
        catch (FetchException fault) when (fault.Fault != FetchFault.Time)
        {
            return CheckFinding.Fail($"{url}: {fault.Message}", why, repair);
        }
    }

    static CheckFinding NotAsked { get; } = CheckFinding.NotRun("Not a status page.",
        "For a status page that the messenger reads itself, add --status.");
}
