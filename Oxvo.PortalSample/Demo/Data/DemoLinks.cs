namespace Oxvo.PortalSample.Demo.Data;

/// <summary>Where the demo's links lead: Acme's own site, and carriers that do not exist. All of them reserved names.</summary>
static class DemoLinks
{
    const string Acme = "https://acme.example";

    public const string ManagePlan = $"{Acme}/account/billing";
    public const string AllInvoices = $"{Acme}/account/invoices";
    public const string AllOrders = $"{Acme}/account/orders";

    static readonly Dictionary<string, string> Carriers = new(StringComparer.Ordinal)
    {
        ["Parcelway"] = "https://track.parcelway.example",
        ["Northpost"] = "https://track.northpost.example",
        ["Hayabusa Express"] = "https://track.hayabusa.example",
        ["Rota Sul"] = "https://rastreio.rotasul.example",
        ["Southern Cross Couriers"] = "https://track.southerncross.example",
    };

    public static string[] CarrierNames { get; } = [.. Carriers.Keys];

    public static string Invoice(string number) => $"{Acme}/invoices/{number}.pdf";

    public static string Pay(string number) => $"{Acme}/pay/{number}";

    public static string Order(string number) => $"{Acme}/orders/{number}";

    public static string? Tracking(string carrier, string? number) =>
        number is null ? null : $"{Carriers[carrier]}/{Uri.EscapeDataString(number)}";
}
