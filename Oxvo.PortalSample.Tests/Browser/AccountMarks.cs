using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The names and numbers by which one customer's account is told from another's.</summary>
static class AccountMarks
{
    // Each text by itself: in one string the end of a leaked number would run into the next word, and be no end.
    public const string ReadTexts = """
        () => {
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const read = [];
          while (texts.nextNode()) read.push(texts.currentNode.data);
          return read.join('\n');
        }
        """;

    /// <summary>Everything that the page holds is looked at, folded or not.</summary>
    public static async Task AssertShowsOnlyTheirsAsync(
        Sample sample, string identifier, string view, JsonElement answer, IFrame page) =>
        AssertShowsOnlyTheirs(sample, identifier, view, answer, await page.EvaluateAsync<string>(ReadTexts));

    public static void AssertShowsOnlyTheirs(
        Sample sample, string identifier, string view, JsonElement answer, string text)
    {
        foreach (var mark in Expected(view, answer)) Assert.Contains(mark, text, StringComparison.Ordinal);
        Assert.DoesNotContain(OfOthers(sample, identifier), mark => Stands(mark, text));
    }

    // Looking for the plain text first spares most of the patterns.
    static bool Stands(string mark, string text) =>
        text.Contains(mark, StringComparison.Ordinal) && Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(mark)}(?![\w-])");

    /// <summary>What must stand in a view, taken from what the API answers; nothing for who has nothing.</summary>
    public static IEnumerable<string> Expected(string view, JsonElement answer) => view switch
    {
        "account" when PortalTab.Views[1..].Any(other => Expected(other, answer).Any()) =>
            [answer.GetProperty("customer").GetProperty("name").GetString()!.Trim()],
        "orders" => Texts(answer, "orders", "items", "number").Concat(Texts(answer, "orders", "items", "trackingNumber")),
        "billing" => Texts(answer, "billing", "invoices", "number"),
        "onboarding" => Texts(answer, "onboarding", "tasks", "title"),
        _ => [],
    };

    static IEnumerable<string> Texts(JsonElement answer, string section, string list, string name) =>
        answer.GetProperty(section) is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(list, out var values)
            ? Values(values, name) : [];

    static IEnumerable<string> Values(JsonElement json, string name) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(item => Values(item, name)),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member =>
            member.Name == name && member.Value.ValueKind == JsonValueKind.String ? [member.Value.GetString()!] : Values(member.Value, name)),
        _ => [],
    };

    /// <summary>
    /// Names, e-mail addresses, and the numbers of invoices, orders and parcels, read from the database.
    /// </summary>
    static string[] OfOthers(Sample sample, string identifier)
    {
        using var database = sample.OpenDatabase();
        using var command = database.CreateCommand();
        command.CommandText = """
            with others as (select * from people where customer_id <>
              (select customer_id from people where identifier = $identifier))
            select trim(name) from others where name <> '' union select email from others
            union select number from invoices where customer_id in (select customer_id from others)
            union select number from orders where customer_id in (select customer_id from others)
            union select s.tracking_number from shipments s join orders o on o.id = s.order_id
                  where o.customer_id in (select customer_id from others) and s.tracking_number is not null
            """;
        command.Parameters.AddWithValue("$identifier", identifier);
        using var rows = command.ExecuteReader();
        var marks = new List<string>();
        while (rows.Read()) marks.Add(rows.GetString(0));
        return [.. marks];
    }
}
