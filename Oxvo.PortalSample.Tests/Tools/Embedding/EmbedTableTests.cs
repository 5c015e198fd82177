using System.Net;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tests.Tools.Embedding;

/// <summary>One table for the check and for Chromium, which say the same of every row.</summary>
public sealed class EmbedTableTests(NestedApps nested) : IClassFixture<NestedApps>
{
    public static TheoryData<string> Names => [.. EmbedRows.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_check_says_what_Chromium_does(string name)
    {
        var row = Row(name);

        var verdict = await JudgeAsync(row);

        Assert.Equal((row.Shown, row.Shown), (nested.Shown.Contains(name), verdict.Outcome == EmbedOutcome.Allowed));
        Assert.NotEqual(EmbedOutcome.Unknown, verdict.Outcome);
        Assert.Equal(!row.Shown, verdict.Findings.Any(finding => finding.Blocks));
    }

    [Fact]
    public async Task The_lines_that_it_gives_repair_every_row_in_Chromium_too()
    {
        var repaired = new List<EmbedRow>();
        foreach (var row in EmbedRows.All.Where(row =>
            !row.Shown && row.Nest != EmbedNest.SecureButApp && row.Body.Length > 0))
            repaired.Add(row with
            {
                Name = row.Name + ", repaired",
                Shown = true,
                Headers = Repair(nested.HeadersOf(row), await JudgeAsync(row))
            });

        var shown = await nested.ShowAsync(repaired);

        Assert.Empty(repaired.Select(row => row.Name).Except(shown));
        foreach (var row in repaired) Assert.Equal((row.Name, EmbedOutcome.Allowed), (row.Name, Judge(row).Outcome));
    }

    [Fact]
    public async Task What_it_asks_to_send_keeps_what_was_sent()
    {
        foreach (var row in EmbedRows.All)
            foreach (var finding in (await JudgeAsync(row)).Findings.Where(finding =>
                finding.Repair.StartsWith("Content-Security-Policy:")))
                Assert.All(["default-src", "style-src", "img-src", "https://stranger.example",
                    "https://other.example:8443"],
                    kept => Assert.True(finding.Repair.Contains(kept) || !finding.Seen.Contains(kept),
                        $"{finding.Repair} has lost {kept}"));
    }

    /// <summary>The headers with each line that blocks replaced by the one that repairs it.</summary>
    internal static string[] Repair(string[] headers, EmbedVerdict verdict)
    {
        var lines = headers.ToList();
        foreach (var finding in verdict.Findings.Where(finding => finding.Blocks))
        {
            var name = finding.Repair[..(finding.Repair.IndexOf(':') + 1)];
            // X-Frame-Options is repaired by another header: the first of that name, or one more.
            var at = lines.FindIndex(line => Same(line, finding.Seen));
            if (at < 0) at = lines.FindIndex(line => line.StartsWith(name, StringComparison.OrdinalIgnoreCase));
            if (at < 0 || !lines[at].StartsWith(name, StringComparison.OrdinalIgnoreCase)) lines.Add(finding.Repair);
            else lines[at] = finding.Repair;
            // Several of this one are read as one.
            if (name == "Content-Disposition:")
                lines = [.. lines.Where(line => !line.StartsWith(name)), finding.Repair];
        }
        return [.. lines];

        static bool Same(string line, string seen) =>
            line.Replace(" ", "").Replace("\t", "")
                .Equals(seen.Replace(" ", "").Replace("\t", ""), StringComparison.OrdinalIgnoreCase);
    }

    static EmbedRow Row(string name) => EmbedRows.All.Single(row => row.Name == name);

    // Names, certificates and other ports than the named one are beyond the check's own fetch.
    async Task<EmbedVerdict> JudgeAsync(EmbedRow row) =>
        row.Nest is EmbedNest.Secure or EmbedNest.SecureButApp || row.HopAt != "{app}" ? Judge(row)
            : await EmbedCheck.CheckAsync(nested.Asked(row), nested.AncestorsOf(row), new ManualClock());

    EmbedVerdict Judge(EmbedRow row) => EmbedCheck.Judge(nested.Asked(row),
        Answers.Of(nested.Address(row).AbsoluteUri,
            nested.HeadersOf(row)) with
        { Status = (HttpStatusCode)int.Parse(row.Status[..3]) },
        nested.AncestorsOf(row));
}
