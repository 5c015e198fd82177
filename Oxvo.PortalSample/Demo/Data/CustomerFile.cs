using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>Reads <c>seed-data/customers.json</c>, strictly: a member that is misspelt or missing is an error that names it.</summary>
static class CustomerFile
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
    };

    public static IReadOnlyList<DemoCustomer> Read(string path) => Parse(ReadBytes(path), path);

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

    public static IReadOnlyList<DemoCustomer> Parse(ReadOnlyMemory<byte> json, string path)
    {
        JsonElement customers;
        try
        {
            customers = JsonDocument.Parse(json).RootElement.GetProperty("customers");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new DemoDataException($"{path} is not a JSON object with a member \"customers\": {e.Message}");
        }

        if (customers.ValueKind != JsonValueKind.Array) throw new DemoDataException($"{path}: \"customers\" must be a list.");

        DemoCustomer[] all = [.. customers.EnumerateArray().Select((customer, index) => Customer(customer, index, path))];
        CustomerRules.Check(all, path);
        return all;
    }

    static DemoCustomer Customer(JsonElement customer, int index, string path)
    {
        try
        {
            return customer.Deserialize<DemoCustomer>(Strict)!;
        }
        catch (JsonException e)
        {
            var who = customer.ValueKind == JsonValueKind.Object && customer.TryGetProperty("identifier", out var identifier)
                ? $"\"{identifier}\""
                : $"number {index + 1}";
            throw new DemoDataException($"{path}: demo customer {who}, {e.Path}: {e.Message}");
        }
    }
}
