// What the portal costs as it is published, each figure against its peer and its limit, in one run:
//
//   dotnet run --project bench/figures -c Release
//   dotnet run --project bench/figures -c Release -- read start PUBLISHED ANOTHER
//   dotnet run --project bench/figures -c Release -- sizes
//
// The first publishes the portal and measures a read against the same answer from Node (bench/peer, whose packages it
// installs), a start against an empty web project, the round trips from the click on an app to its account, and the
// bytes of the first view. The second names figures, and folders to compare in that portal's place: what a change
// brings. "sizes" asks what a read takes with 12, 10,000 and 100,000 customers.
//
// Only the ratios mean something: all that is compared runs in turns on the same machine, which makes the load too.

using Oxvo.PortalSample.Bench;

Dictionary<string, Func<Servers, string[], Task<IReadOnlyList<Figure>>>> known = new()
{
    ["read"] = ReadCost.MeasureAsync,
    ["start"] = StartCost.MeasureAsync,
    ["trips"] = RoundTrips.MeasureAsync,
    ["weight"] = Weight.MeasureAsync,
};
var work = Directory.CreateTempSubdirectory("figures-");
try
{
    await using var servers = new Servers(work.FullName);
    string[] portals = [.. args.Where(Directory.Exists).Select(Path.GetFullPath)];
    if (portals.Length == 0) portals = [await Published.PortalAsync(work.FullName)];
    if (args.Contains("sizes")) await Sizes.MeasureAsync(servers, portals[0]);

    string[] wanted = [.. args.Where(known.ContainsKey)];
    if (wanted.Length == 0 && !args.Contains("sizes")) wanted = [.. known.Keys];
    List<Figure> figures = [];
    foreach (var figure in wanted) figures.AddRange(await known[figure](servers, portals));
    Figure.Print(figures);
}
finally
{
    work.Delete(recursive: true);
}
