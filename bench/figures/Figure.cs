namespace Oxvo.PortalSample.Bench;

/// <summary>One cost of the portal beside that of its peer, in the same unit.</summary>
/// <param name="Limit">The most that the portal may cost, in costs of the peer; null where there is no limit.</param>
sealed record Figure(string Name, string Portal, double Cost, string Peer, double PeersCost, double? Limit = null)
{
    double Ratio => Cost / PeersCost;

    public static void Print(IEnumerable<Figure> figures)
    {
        Console.WriteLine($"\n{"figure",-34}{"portal",-22}{"cost",9}  {"peer",-22}{"cost",9}{"ratio",8}{"limit",8}");
        foreach (var f in figures)
        {
            var judged = f.Limit is not { } limit ? "" : $"{limit,8:0.00}  {(f.Ratio <= limit ? "holds" : "over")}";
            Console.WriteLine(
                $"{f.Name,-34}{f.Portal,-22}{f.Cost,9:n1}  {f.Peer,-22}{f.PeersCost,9:n1}{f.Ratio,8:0.00}{judged}");
        }
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
