#:sdk Microsoft.NET.Sdk.Web
#:project ../Oxvo.PortalSample/Oxvo.PortalSample.csproj
#:package Acornima
#:property PublishAot=false
#:property StaticWebAssetsEnabled=false

// What the launch checklist's look at a script costs beside reading it at all:
//
//   dotnet run -c Release bench/StaticHalf.cs bundle.js [another.js]
//
// Prints the medians, in milliseconds, of the parser and of the whole static half on its listeners, in turns, and their
// ratio. Only the ratio means something; for a bundle of 2 MB it has to stay below 1.5.

using System.Diagnostics;
using System.Reflection;
using Acornima;
using Oxvo.PortalSample.Tools.LaunchCheck;

const int WarmUp = 5, Rounds = 15;
var find = typeof(PageScript).Assembly.GetType("Oxvo.PortalSample.Tools.LaunchCheck.MessageListeners")!
    .GetMethod("Find", BindingFlags.Static | BindingFlags.Public)!
    .CreateDelegate<Func<IReadOnlyList<PageScript>, CancellationToken, System.Collections.IEnumerable>>();
Console.WriteLine($"{"script",-32}{"MB",8}{"parser",10}{"all",10}{"ratio",8}");
foreach (var file in args)
{
    var source = await File.ReadAllTextAsync(file);
    List<double> parser = [], all = [];
    for (var round = -WarmUp; round < Rounds; round++)
    {
        var plain = Time(() => Parse(source));
        var whole = Time(() => find([PageScript.Parse(file, source, false, default)], default));
        if (round < 0) continue;
        parser.Add(plain);
        all.Add(whole);
    }
    Console.WriteLine($"{Path.GetFileName(file),-32}{source.Length / 1e6,8:0.0}{Median(parser),10:0}{Median(all),10:0}"
        + $"{Median(all) / Median(parser),8:0.00}");
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
    GC.Collect();
    var start = Stopwatch.GetTimestamp();
    work();
    return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
}

static double Median(List<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted[sorted.Length / 2];
}
