using System.Security.Cryptography;
using System.Text.Json;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>Reads <c>seed-data/customers.json</c>; an error names the customer and the member.</summary>
static class CustomerFile
{
    /// <exception cref="DemoDataException">The file is not there or cannot be understood.</exception>
    public static (IReadOnlyList<DemoCustomer> Customers, string Hash) Read(string path)
    {
        try
        {
            var json = File.ReadAllBytes(path);
            var customers = JsonDocument.Parse(json).RootElement.GetProperty("customers").EnumerateArray()
                .Select((customer, index) => Read(customer, index, path));
            return ([.. customers], Convert.ToHexStringLower(SHA256.HashData(json)));
        }
        catch (IOException e)
        {
            throw new DemoDataException($"The demo customers cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DemoDataException(
                $"{path} is not a JSON object with a member \"customers\", a list: {e.Message}");
        }
    }

    static DemoCustomer Read(JsonElement customer, int index, string path)
    {
        try
        {
            return customer.Deserialize<DemoCustomer>(SeedFile.Strict)!;
        }
        catch (JsonException e)
        {
            var who = customer.ValueKind == JsonValueKind.Object && customer.TryGetProperty("identifier", out var name)
                ? $"\"{name}\"" : $"number {index + 1}";
            throw new DemoDataException($"{path}: demo customer {who}, {e.Path}: {e.Message}");
        }
    }
}
