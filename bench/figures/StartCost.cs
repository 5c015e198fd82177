namespace Oxvo.PortalSample.Bench;

/// <summary>Processor time until a program listens: the portal's against an empty web project's.</summary>
static class StartCost
{
    const double Limit = 1.4;
    const int WarmUp = 2, Rounds = 21;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Servers servers, string[] portals)
    {
        var empty = await Published.EmptyAsync(servers.Work);
        var file = await ReadCost.FillAsync(servers);
        string[] programs = [empty, .. portals];
        var costs = programs.Select(_ => new List<double>()).ToArray();
        var names = new string[programs.Length];
        for (var round = -WarmUp; round < Rounds; round++)
            for (var i = 0; i < programs.Length; i++)
            {
                await using var server = i == 0
                    ? await servers.EmptyAsync(empty) : await servers.PortalAsync(programs[i], $"Data Source={file}");
                names[i] = server.Name;
                if (round >= 0) costs[i].Add(server.CpuTime.TotalMilliseconds);
            }
        return
        [
            .. Enumerable.Range(1, portals.Length).Select(i =>
                new Figure("start, ms", names[i], Middle(costs[i]), names[0], Middle(costs[0]), Limit)),
        ];
    }

    // The mean of the middle half, because a system counts processor time in steps of some milliseconds.
    static double Middle(List<double> values) =>
        values.Order().Skip(values.Count / 4).Take(values.Count - values.Count / 4 * 2).Average();
}
