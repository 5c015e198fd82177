using System.Text.Json;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>Reads <c>seed-data/customers.json</c>: a mistake is an error that names the customer and the member.</summary>
static class CustomerFile
{
    public static byte[] ReadBytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (IOException e)
        {
            throw new DemoDataException($"The demo customers cannot be read: {e.Message}");
        }
    }

    public static IReadOnlyList<DemoCustomer> Parse(byte[] json, string path)
    {
        try
        {
            var customers = JsonDocument.Parse(json).RootElement.GetProperty("customers").EnumerateArray();
            return [.. customers.Select((customer, index) => Parse(customer, index, path))];
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DemoDataException(
                $"{path} is not a JSON object with a member \"customers\", a list: {e.Message}");
        }
    }

    static DemoCustomer Parse(JsonElement customer, int index, string path)
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
