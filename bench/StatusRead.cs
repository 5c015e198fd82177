#:project ../Oxvo.PortalSample/Oxvo.PortalSample.csproj
#:property PublishAot=false
#:property StaticWebAssetsEnabled=false
#:property ConcurrentGarbageCollection=false

// What reading a status page costs: `dotnet run -c Release bench/StatusRead.cs`
//
// For each provider a page of 500 components, read into the one model, over the time of a bare JsonDocument.Parse of the same
// bytes, in turns. Of each the quickest round counts, which the machine's other work has disturbed least. Only the ratio means
// something. It must be 5 at most.

using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Oxvo.PortalSample.Tools.Status;

const int Components = 500, Rounds = 300;
var warmUp = TimeSpan.FromSeconds(3);
var now = TimeProvider.System.GetUtcNow();
var isSlow = false;
Console.WriteLine($"{"500 components",-16}{"KB",8}{"bare µs",12}{"read µs",12}{"ratio",10}");
foreach (var (name, feed, second) in new[]
{
    ("Statuspage", Statuspage(), ""), ("Instatus", """{"page":{"name":"Acme","url":"https://a.example","status":"UP"}}""", InstatusComponents()),
    ("Better Stack", BetterStack(5), ""), ("… of 90 days", BetterStack(90), ""),
})
{
    var (bytes, components) = (Encoding.UTF8.GetBytes(feed), Encoding.UTF8.GetBytes(second));
    var (bare, read) = (new double[Rounds], new double[Rounds]);
    var warm = Stopwatch.StartNew();
    for (var round = -1; round < Rounds; round += warm.Elapsed < warmUp ? 0 : 1)
    {
        var start = Stopwatch.GetTimestamp();
        JsonDocument.Parse(bytes).Dispose();
        if (components.Length > 0) JsonDocument.Parse(components).Dispose();
        var middle = Stopwatch.GetTimestamp();
        if (FeedReader.Read(bytes, components, null, now).ComponentCount != Components) throw new InvalidOperationException("Components are missing.");
        var end = Stopwatch.GetTimestamp();
        if (round < 0) continue;
        bare[round] = Stopwatch.GetElapsedTime(start, middle).TotalMicroseconds;
        read[round] = Stopwatch.GetElapsedTime(middle, end).TotalMicroseconds;
    }
    var ratio = Quickest(read) / Quickest(bare);
    isSlow |= ratio > 5;
    Console.WriteLine($"{name,-16}{(bytes.Length + components.Length) / 1024,8:n0}{Quickest(bare),12:n0}{Quickest(read),12:n0}{ratio,10:0.0}");
}
return isSlow ? 1 : 0;

static string Statuspage() => $$"""
    {"page":{"id":"p","name":"Acme","url":"https://a.example","time_zone":"Etc/UTC","updated_at":"2026-11-22T12:00:00.000Z"},
     "components":[{{Rows(i => $$"""
        {"id":"cmp{{i:00000000}}","name":"Region {{i / 10}} – Service {{i}}","status":"{{(i % 50 == 0 ? "degraded_performance" : "operational")}}",
         "created_at":"2020-07-30T14:08:53.276+02:00","updated_at":"2026-11-21T20:39:00.016+01:00","position":{{i % 10}},"description":"What service {{i}} does for people",
         "showcase":false,"start_date":"2020-07-30","group_id":{{(i % 10 == 0 ? "null" : $"\"cmp{i / 10 * 10:00000000}\"")}},"page_id":"p","group":false,"only_show_if_degraded":false}
        """)}}],
     "incidents":[],"scheduled_maintenances":[],"status":{"indicator":"minor","description":"Minor Service Outage"} }
    """;

static string InstatusComponents() => $$"""
    {"components":[{{Rows(i => $$"""
        {"id":"cl{{i:0000000000000000000000}}","name":"Service {{i}}","description":"What service {{i}} does","status":"OPERATIONAL","group":null}
        """)}}]}
    """;

static string BetterStack(int days)
{
    var day = new DateOnly(2026, 8, 25);
    var history = string.Join(',', Enumerable.Range(0, days).Select(d =>
        $$"""{"day":"{{day.AddDays(d):yyyy-MM-dd}}","status":"operational","downtime_duration":0,"maintenance_duration":0}"""));
    return $$"""
        {"data":{"id":"1","type":"status_page","attributes":{"company_name":"Acme","timezone":"UTC","custom_domain":"a.example","aggregate_state":"operational"} },
         "included":[{{Rows(i => $$"""
            {"id":"{{i}}","type":"status_page_resource","attributes":{"status_page_section_id":null,"resource_id":{{i}},"resource_type":"Monitor","public_name":"Service {{i}}",
             "explanation":"","position":{{i}},"availability":0.9998,"status":"operational","status_history":[{{history}}]} }
            """)}}]}
        """;
}

static string Rows(Func<int, string> row) => string.Join(',', Enumerable.Range(0, Components).Select(row));

static double Quickest(double[] values) => values.Min();
