using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Oxvo.PortalSample.DemoData;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

[Collection(Running.Name)]
public sealed class OwnAccountTests(WholeSample whole)
{
    static readonly IReadOnlyList<DemoCustomer> Customers = DemoDatabase.Read(Checkout.File("seed-data/customers.json"));

    public static TheoryData<string> Identifiers => [.. Customers.Select(customer => customer.Identifier)];

    [Theory]
    [MemberData(nameof(Identifiers))]
    public async Task A_customer_sees_their_own_names_and_numbers_in_every_app_and_nobody_elses(string identifier)
    {
        var answer = await whole.AnswerFor(identifier);
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs(identifier);
        await shopper.OpenMessenger();

        foreach (var app in Shopper.Apps)
        {
            await shopper.OpenApp(app);
            await Assertions.Expect(shopper.Main).ToHaveAttributeAsync("data-state", new Regex("^(account|empty)$"));
            var text = await shopper.TextAsync();
            foreach (var mark in Expected(app, answer)) Assert.Contains(mark, text, StringComparison.Ordinal);
            Assert.DoesNotContain(MarksOfOthers(identifier), mark => Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(mark)}(?![\w-])"));
            await shopper.GoBack();
        }
        shopper.AssertNothingWentWrong();
    }

    /// <summary>What must stand in an app, taken from what the API answers; nothing for who has nothing.</summary>
    static IEnumerable<string> Expected(string app, JsonElement answer) => app switch
    {
        "Account status" when Shopper.Apps[1..].Any(other => Expected(other, answer).Any()) =>
            [answer.GetProperty("customer").GetProperty("name").GetString()!.Trim()],
        "Track my order" => Texts(answer, "orders", "items", "number").Concat(Texts(answer, "orders", "items", "trackingNumber")),
        "Billing" => Texts(answer, "billing", "invoices", "number"),
        "Getting started" => Texts(answer, "onboarding", "tasks", "title"),
        _ => [],
    };

    static IEnumerable<string> Texts(JsonElement answer, string section, string list, string name) =>
        answer.GetProperty(section) is { ValueKind: JsonValueKind.Object } found ? Values(found.GetProperty(list), name) : [];

    static IEnumerable<string> Values(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Values(item, name)),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member =>
            member.Name == name && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Values(member.Value, name)),
        _ => [],
    };

    /// <summary>Names, e-mail addresses, and the numbers of invoices, orders and parcels, read from the database.</summary>
    string[] MarksOfOthers(string identifier)
    {
        using var database = whole.Sample.OpenDatabase();
        using var command = database.CreateCommand();
        command.CommandText = """
            with others as (select * from customers where identifier <> $identifier)
            select trim(name) from others where name <> '' union select email from others
            union select number from invoices where customer_id in (select id from others)
            union select number from orders where customer_id in (select id from others)
            union select s.tracking_number from shipments s join orders o on o.id = s.order_id
                  where o.customer_id in (select id from others) and s.tracking_number is not null
            """;
        command.Parameters.AddWithValue("$identifier", identifier);
        using var rows = command.ExecuteReader();
        var marks = new List<string>();
        while (rows.Read()) marks.Add(rows.GetString(0));
        return [.. marks];
    }
}
