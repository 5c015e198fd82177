using System.Text.Json;
using System.Text.Json.Serialization;
using Oxvo.PortalSample.Portal.Hosting;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>A fault of the demo data that the person at the keyboard can repair.</summary>
public sealed class DemoDataException(string message) : StartException(message);

/// <summary>Reads <c>seed-data/customers.json</c>: a member that is misspelt or missing is an error that names it.</summary>
static class CustomerFile
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

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
            throw new DemoDataException($"{path} is not a JSON object with a member \"customers\", a list: {e.Message}");
        }
    }

    static DemoCustomer Parse(JsonElement customer, int index, string path)
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
