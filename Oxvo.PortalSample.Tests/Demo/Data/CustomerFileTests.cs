using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary>
/// A mistake in customers.json is answered by a message that names the customer and the member, and changes nothing.
/// </summary>
public sealed class CustomerFileTests : IDisposable
{
    const string Now = "2026-11-22T10:00Z";
    readonly DemoFolder demo = new();

    public void Dispose() => demo.Dispose();

    [Theory]
    [InlineData("\"failedOn\": \"-8d\"", "\"failedOn\": \"yesterday\"",
        "\"mira\", invoice.failedOn: \"yesterday\" is not a day")]
    [InlineData("\"failedOn\": \"-8d\"", "\"failedOn\": \"-8\"", "\"mira\", invoice.failedOn: \"-8\"")]
    [InlineData("\"failedOn\": \"-8d\"", "\"failedOn\": \"2026-11-14\"", "\"mira\", invoice.failedOn")]
    [InlineData("\"failedOn\": \"-8d\"", "\"failedOn\": \"-8d 12:00\"", "\"mira\", invoice.failedOn")]
    [InlineData("\"renewsOn\": \"+1mo@1\"", "\"renewsOn\": \"+1mo@31\"",
        "\"mira\", subscription.renewsOn: \"+1mo@31\"")]
    [InlineData("\"renewsOn\": \"+1mo@1\"", "\"renewsOn\": \"today@1\"",
        "\"mira\", subscription.renewsOn: \"today@1\"")]
    [InlineData("-3d 14:05", "-3d 24:05", "\"mira\", order.placedAt: \"-3d 24:05\" is not an instant")]
    [InlineData("-3d 14:05", "-3d", "\"mira\", order.placedAt: \"-3d\" is not an instant")]
    [InlineData("-3d 14:05", "+3d 14:05", "\"mira\", order.placedAt: \"+3d 14:05\" has not happened yet")]
    [InlineData("today 07:52", "today 13:52", "\"mira\", checkpoint.at: \"today 13:52\" has not happened yet")]
    [InlineData("Europe/Dublin", "Europe/Atlantis",
        "\"mira\", timeZone: \"Europe/Atlantis\" is not an IANA time zone")]
    [InlineData("\"past_due\"", "\"overdue\"",
        "\"mira\", subscription.status: \"overdue\" is not one of trialing, active")]
    [InlineData("\"carrier\": \"Parcelway\"", "\"carrier\": \"Nobody\"",
        "\"mira\", shipment.carrier: \"Nobody\" is not one of Parcelway")]
    [InlineData("\"kind\": \"customs\"", "\"kind\": \"taxes\"",
        "\"margaux\", exception.kind: \"taxes\" is not one of customs")]
    [InlineData("\"status\": \"refunded\", \"amount\": 87600", "\"status\": \"paid\", \"amount\": 87600",
        "\"noor\", refund.status: \"paid\" is not one of requested")]
    [InlineData("\"number\": \"1042\"", "\"nummer\": \"1042\"", "\"mira\", $.orders[1].nummer")]
    [InlineData("\"name\": \"Mira Okafor\", ", "", "\"mira\", $: ")]
    [InlineData("\"contactId\": 101", "\"contactId\": \"101\"", "\"mira\", $.contactId")]
    [InlineData("\"number\": \"1129\"", "\"number\": \"1042\"", "UNIQUE constraint failed: orders.number")]
    [InlineData("\"price\": 4900,", "\"price\": -4900,", "CHECK constraint failed: price >= 0")]
    [InlineData("\"customers\": [", "\"customers\": [,", "is not a JSON object with a member \"customers\"")]
    public async Task A_mistake_is_named_and_nothing_is_lost(string from, string to, string message)
    {
        await demo.Prepare(Now);
        var before = demo.Dump();
        demo.EditCustomers(from, to);

        var fault = await Assert.ThrowsAsync<DemoDataException>(() => demo.Prepare(Now));

        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, demo.Dump());
    }

    [Theory]
    [InlineData("\"number\": \"1129\"", "\"number\": \"1042\"",
        "order number \"1042\" of demo customer \"anneliese\" is taken by \"mira\"")]
    [InlineData("\"firstNumber\": 2311", "\"firstNumber\": 2040",
        "invoice number \"INV-2040\" of demo customer \"anneliese\" is taken by \"mira\"")]
    [InlineData("\"firstNumber\": 410001", "\"firstNumber\": 999999",
        "\"marcus\", repeatInvoices: numbers must have at most six digits")]
    public void A_number_of_anothers_or_of_the_volume_is_named(string from, string to, string message)
    {
        demo.EditCustomers(from, to);

        var fault = CustomerCheck.Faults(DemoDatabase.Read(demo.CustomersFile)).First();

        Assert.Contains(message, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void The_projects_own_file_has_none() =>
        Assert.Empty(CustomerCheck.Faults(DemoDatabase.Read(Checkout.File("seed-data/customers.json"))));

    [Fact]
    public async Task A_missing_file_is_named()
    {
        File.Delete(demo.CustomersFile);

        var fault = await Assert.ThrowsAsync<DemoDataException>(() => demo.Prepare(Now));

        Assert.Contains(demo.CustomersFile, fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(demo.DatabaseFile));
    }
}
