using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Oxvo.PortalSample.Demo.Data;

namespace Oxvo.PortalSample.Bench;

/// <summary>
/// Processor time of a read of some 16 KB (12 invoices, 10 orders): the portal's against Node's over the same file, on
/// SQLite; on PostgreSQL, where <c>PORTAL_POSTGRES</c> names a database for the demo to fill, against the first portal.
/// </summary>
static class ReadCost
{
    const double Limit = 0.6;
    const int WarmUp = 4, Rounds = 9, Customers = 1000;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Servers servers, string[] portals)
    {
        var file = await FillAsync(servers);
        var customer = FindCustomer(file);
        List<Server> all = [await servers.PeerAsync(await Published.PeerAsync(), file)];
        foreach (var portal in portals) all.Add(await servers.PortalAsync(portal, $"Data Source={file}"));
        await CompareAsync(all, customer, servers);
        if (Environment.GetEnvironmentVariable("PORTAL_POSTGRES") is { Length: > 0 } postgres)
        {
            await FillAsync(postgres);
            foreach (var portal in portals) all.Add(await servers.PortalAsync(portal, postgres));
        }

        var costs = all.ToDictionary(server => server, _ => new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var requests = Client.Reads(customer, servers.Key);
            foreach (var server in all)
            {
                var cost = await Client.LoadAsync(server, requests);
                if (round >= 0) costs[server].Add(cost);
            }
        }
        double Cost(Server server) => Figure.Median(costs[server]);
        Figure Against(Server server, Server peer, string database, double? limit) => new(
            $"read, {database}, µs", server.Name, Cost(server), peer.Name, Cost(peer), limit);
        var (onFile, onServer) = (all.Skip(1).Take(portals.Length), all.Skip(1 + portals.Length));
        return
        [
            .. onFile.Select(server => Against(server, all[0], "SQLite", Limit)),
            .. onServer.Select(server => Against(server, all[1], "PostgreSQL against SQLite", null)),
        ];
    }

    /// <summary>The SQLite file that all figures read.</summary>
    public static async Task<string> FillAsync(Servers servers)
    {
        var file = Path.Combine(servers.Work, "accounts.db");
        await FillAsync($"Data Source={file}");
        return file;
    }

    public static async Task FillAsync(string connection, int customers = Customers) =>
        await DemoDatabase.PrepareAsync(connection, Path.Combine(Published.Checkout, "seed-data", "customers.json"),
            "https://acme.example", TimeProvider.System, new() { Customers = customers, Seed = 1 }, Console.Error, default);

    // The lists are full, and each says that there is more.
    static string FindCustomer(string file)
    {
        using var database = new SqliteConnection($"Data Source={file};Mode=ReadOnly");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = """
            select identifier from people p join customers c on c.id = p.customer_id
            where has_onboarding = 1 and (select count(*) from invoices where customer_id = c.id) > 12
              and (select count(*) from orders where customer_id = c.id) > 10
            order by id limit 1
            """;
        return (string)command.ExecuteScalar()!;
    }

    static async Task CompareAsync(IEnumerable<Server> servers, string customer, Servers all)
    {
        JsonNode? first = null;
        foreach (var server in servers)
        {
            using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{server.Port}") };
            client.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Bearer", Client.Token(customer, all.Key));
            var text = await client.GetStringAsync(Client.PathOf(customer));
            var answer = JsonNode.Parse(text)!;
            Console.WriteLine($"{server.Name}: an answer of {text.Length:n0} characters");
            first ??= answer;
            if (FindDifference(first, answer, "$") is { } difference)
                throw new InvalidOperationException($"{server.Name} answers otherwise: {difference}");
        }
    }

    // Member by member; the moment of the answer differs, and an instant can be written in two ways.
    static string? FindDifference(JsonNode? one, JsonNode? other, string path)
    {
        if (path == "$.asOf") return null;
        switch (one, other)
        {
            case (JsonObject left, JsonObject right):
                if (!left.Select(m => m.Key).Order().SequenceEqual(right.Select(m => m.Key).Order()))
                    return $"{path} has other members";
                return left.Select(m => FindDifference(m.Value, right[m.Key], $"{path}.{m.Key}"))
                    .FirstOrDefault(difference => difference is not null);
            case (JsonArray left, JsonArray right):
                if (left.Count != right.Count) return $"{path} has {left.Count} and {right.Count} elements";
                return left.Select((element, i) => FindDifference(element, right[i], $"{path}[{i}]"))
                    .FirstOrDefault(difference => difference is not null);
            default:
                return JsonNode.DeepEquals(one, other) || IsSameInstant(one, other)
                    ? null : $"{path} is {one?.ToJsonString() ?? "null"} and {other?.ToJsonString() ?? "null"}";
        }
    }

    static bool IsSameInstant(JsonNode? one, JsonNode? other) =>
        one?.GetValueKind() == JsonValueKind.String && other?.GetValueKind() == JsonValueKind.String
        && DateTimeOffset.TryParse(one.GetValue<string>(), null, out var left)
        && DateTimeOffset.TryParse(other.GetValue<string>(), null, out var right) && left == right;
}
