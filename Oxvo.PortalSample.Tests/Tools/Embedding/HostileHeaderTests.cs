using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tests.Tools.Embedding;

/// <summary>Headers are somebody else's text.</summary>
public sealed class HostileHeaderTests
{
    const string ContentPolicy = "Content-Security-Policy";
    static readonly string[] Ancestors = ["https://www.acme.example", "http://127.0.0.1:5101"];

    static readonly string[] Pieces =
    [
        "frame-ancestors", "Frame-Ancestors:", "frame-ancestor", "sandbox", "allow-scripts", "default-src", "'self'",
        "'none'", "*", "*.", "*.*",
        "http:", "https://", "://", ":", "/", "//", "?", "#", "%", "%zz", "%00", "[::1]", "127.0.0.1",
        "www.acme.example", "*.acme.example",
        ":*", ":443", ":99999999999", ":-1", ";", ",", ", ,", ";;", " ", "\t", "\"", "'", "ü", "\u00a0", "\u0085",
        "\u007f", "\0",
        "DENY", "sameorigin", "ALLOWALL", "ALLOW-FROM", "attachment", "inline", "=", "filename*=UTF-8''%ff",
        "text/html",
    ];

    [Fact]
    public void No_header_makes_the_check_throw_and_what_blocks_is_repaired_by_the_line_it_gives()
    {
        var random = new Random(4);
        var blocked = 0;
        for (var i = 0; i < 5_000; i++)
        {
            string[] headers = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Line(random))];
            var verdict = Judge(headers);
            if (verdict.Outcome == EmbedOutcome.Allowed) continue;

            blocked++;
            var repaired = Judge(EmbedTableTests.Repair(headers, verdict));
            Assert.True(repaired.Outcome == EmbedOutcome.Allowed,
                string.Join('\n', [.. headers, .. repaired.Findings.Select(finding => finding.ToString())]));
        }
        Assert.InRange(blocked, 500, 4_500);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData(";")]
    [InlineData(",")]
    [InlineData("frame-ancestors;")]
    [InlineData("frame-ancestors https://a.example,")]
    [InlineData("*.")]
    [InlineData("%")]
    public async Task Long_headers_are_judged_at_once(string piece)
    {
        var value = "frame-ancestors " + string.Concat(Enumerable.Repeat(piece, 32 * 1024 / piece.Length));

        var verdict = await Task.Run(() => Judge($"Content-Security-Policy: {value}", $"X-Frame-Options: {value}"))
            .WaitAsync(TimeSpan.FromMinutes(1));

        Assert.NotEqual(EmbedOutcome.Unknown, verdict.Outcome);
    }

    static EmbedVerdict Judge(params string[] headers) =>
        EmbedCheck.Judge(new("https://portal.acme.example/"), Answers.Of("https://portal.acme.example/", headers),
            Ancestors);

    static string Line(Random random)
    {
        string[] names =
            [ContentPolicy, ContentPolicy, "X-Frame-Options", "Content-Disposition", $"{ContentPolicy}-Report-Only"];
        var pieces = Enumerable.Range(0, random.Next(0, 12)).Select(_ => Pieces[random.Next(Pieces.Length)]);
        var value = string.Join(random.Next(2) == 0 ? " " : "", pieces);
        return $"{names[random.Next(names.Length)]}: {(random.Next(3) == 0 ? "frame-ancestors " : "")}{value}";
    }
}
