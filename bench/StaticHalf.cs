#:sdk Microsoft.NET.Sdk.Web
#:project ../Oxvo.PortalSample/Oxvo.PortalSample.csproj
#:package Acornima
#:property PublishAot=false
#:property StaticWebAssetsEnabled=false
#:property ServerGarbageCollection=false
#:property ConcurrentGarbageCollection=false

// What the launch checklist's look at a script costs beside reading it at all:
//
//   dotnet run -c Release bench/StaticHalf.cs [bundle.js …]
//
// Prints the processor time, in milliseconds, of the parser and of the whole static half on its listeners, collecting
// their garbage included, and the median of their ratios over rounds in which they take turns. It measures bundles that
// it makes, of 1, 2 and 4 MB, and those that it is given. For a bundle of 2 MB the ratio has to stay below 1.5.

using System.Reflection;
using System.Text;
using Acornima;
using Oxvo.PortalSample.Tools.LaunchCheck;

const int WarmUp = 1, Rounds = 5, Turns = 12;
const string Listener =
    "addEventListener('message', (e) => { if (e.origin === 'https://messenger.oxvo.example') a(e.data) });";
var find = typeof(PageScript).Assembly.GetType("Oxvo.PortalSample.Tools.LaunchCheck.MessageListeners")!
    .GetMethod("Find", BindingFlags.Static | BindingFlags.Public)!
    .CreateDelegate<Func<IReadOnlyList<PageScript>, CancellationToken, System.Collections.IEnumerable>>();
Console.WriteLine($"{"script",-24}{"MB",6}{"parser",9}{"all",9}{"ratio",8}");
foreach (var file in args) Measure(Path.GetFileName(file), await File.ReadAllTextAsync(file));
foreach (var megabytes in new[] { 1, 2, 4 })
{
    Measure("functions", Repeat(megabytes, i => $"function f{i}(a,b,c){{var d=a.x{i % 997}+b[{i}];return d>c?"
        + $"f{i / 2}(d,\"k{i % 313}\",c):{{id:d,name:b.name,list:[a,b,c]}}}}\n"));
    Measure("events", Repeat(megabytes, i => $"!function(n){{var r=n.el;function q(e){{r.emit(\"change\",e.detail)}}"
        + $"r.addEventListener(\"click\",q),r.on(\"k{i % 99}\",function(t){{t.data&&r.show(t.data,{i})}}),"
        + $"n.port.onmessage=function(e){{e.data.id==={i}&&r.show(e.data)}}}}(c({i}));\n"));
    Measure("messages", Repeat(megabytes, i => $"!function(n){{window.addEventListener(\"message\",function(e)"
        + $"{{if(e.origin!==n.origin)return;n.show(e.data,{i})}})}}(c({i}));\n"));
}

void Measure(string name, string source)
{
    List<(double Parser, double All)> times = [];
    for (var round = -WarmUp; round < Rounds; round++)
    {
        var parser = Time(() => Parse(source));
        var all = Time(() => find([PageScript.Parse("app.js", source, false, default)], default));
        if (round >= 0) times.Add((parser, all));
    }
    Console.WriteLine($"{name,-24}{source.Length / 1e6,6:0.0}{Median(times.Select(one => one.Parser)),9:0}"
        + $"{Median(times.Select(one => one.All)),9:0}{Median(times.Select(one => one.All / one.Parser)),8:0.00}");
}

static string Repeat(int megabytes, Func<int, string> part)
{
    StringBuilder text = new();
    for (var i = 0; text.Length < megabytes * 1_000_000; i++) text.Append(part(i));
    return text.Append(Listener).ToString();
}

static void Parse(string source)
{
    var parser = new Parser(new ParserOptions
    { AllowTopLevelUsing = true, ExperimentalESFeatures = ExperimentalESFeatures.All });
    try
    {
        parser.ParseScript(source);
    }
    catch (SyntaxErrorException)
    {
        parser.ParseModule(source);
    }
}

static double Time(Action work)
{
    var start = Environment.CpuUsage.TotalTime;
    for (var turn = 0; turn < Turns; turn++) work();
    GC.Collect();
    return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds / Turns;
}

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted[sorted.Length / 2];
}
