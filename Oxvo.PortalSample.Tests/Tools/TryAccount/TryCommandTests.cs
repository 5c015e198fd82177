using Dapper;
using Microsoft.Data.Sqlite;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tools;
using Oxvo.PortalSample.Tools.TryAccount;

namespace Oxvo.PortalSample.Tests.Tools.TryAccount;

/// <summary>One account of a shop's own tables, as its customer would see it, with every doubt.</summary>
public sealed class TryCommandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("a shop's portal ");

    public TryCommandTests()
    {
        using var shop = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "shop.db")};Pooling=false");
        shop.Execute("""
            create table users (uid text, full_name text, lang text, zone text);
            create table bills (uid text, no text, day text, euros real, state text);
            create table points (uid text, points int);
            insert into users values ('u-1', 'Ada', 'de-DE', 'Europe/Berlin'), ('u-2', 'Bo', 'de_DE', null), ('u-3', 'Cy', null, null);
            insert into bills values ('u-1', 'B-1', '2026-11-01', 1234.5, 'paid'), ('u-2', 'B-2', 'soon', 19.999, 'late');
            """);
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), """
            { "ConnectionStrings": { "Accounts": "Data Source=shop.db" }, "Portal": { "Locale": "fr-FR", "TimeZone": "Europe/Paris" } }
            """);
        Write("""
            -- section customer
            select uid = @identifier as owns_key, full_name as name, lang as locale, zone as time_zone from users where uid = @subject;
            -- section invoices
            select no as number, day as issued_on, euros as total, 'EUR' as currency, state as status from bills where uid = @subject;
            -- section loyalty
            select points from points where uid = @subject;
            """);
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task An_account_without_a_doubt_is_printed_in_its_customers_writing()
    {
        var (status, output, _) = await TryAsync("u-1");

        Assert.Equal(0, status);
        Assert.Contains("Name: Ada", output);
        Assert.Contains("Total: 1.234,50 EUR", output.Replace('\u00a0', ' '));
        Assert.Contains("Issued on: Sonntag, 1. November 2026", output);
        Assert.Contains("Orders: not offered", output);
        Assert.EndsWith("No doubts.", output.TrimEnd());
    }

    [Fact]
    public async Task Plans_what_is_charged_next_and_what_is_given_back_are_printed()
    {
        Write("""
            -- section customer
            select uid = @identifier as owns_key, full_name as name from users where uid = @subject;
            -- section plan
            select 'Pro' as name, 'active' as status, 49 as price, 'EUR' as currency, 49.5 as next_charge,
                   '2026-12-01' as next_charge_on, 'Pro, December' as next_charge_for from users where uid = @subject;
            -- section usage
            select 'Storage' as name, 9 as used, 10 as included, 'GB' as unit from users where uid = @subject;
            -- section balance
            select -3 as amount, 'EUR' as currency from users where uid = @subject;
            -- section invoices
            select no as number, day as issued_on, 'paid' as status, 'receipt' as kind, 'Order 7' as description,
                   'refunded' as refund_status, 2 as refund, 'EUR' as currency from bills where uid = @subject;
            """);

        var (_, output, _) = await TryAsync("u-1");

        string[] lines = [.. output.Replace('\u00a0', ' ').Split('\n').Select(line => line.Trim())];
        Assert.Subset(lines.ToHashSet(), new HashSet<string>
        {
            "Subscriptions: 1", "Amount: 49,50 EUR", "What: Pro, December", "On: mardi 1 décembre 2026", "Used: 9",
            "Unit: GB", "Balance: -3,00 EUR", "Kind: receipt", "Description: Order 7", "Status: refunded", "Amount: 2,00 EUR",
            "Kind: usage_near",
        });
        Assert.EndsWith("No doubts.", output.TrimEnd());
    }

    [Fact]
    public async Task What_a_person_may_not_see_is_told_with_who_can_help()
    {
        Write("""
            -- section customer
            select uid = @identifier as owns_key, 0 as sees_billing, 'Dana' as ask_who from users where uid = @subject;
            -- section invoices
            select no as number, day as issued_on, 'paid' as status from bills where uid = @subject;
            """);

        var (_, output, _) = await TryAsync("u-1");

        Assert.Contains("Ask who: Dana", output);
        Assert.Contains("Hidden: true", output);
        Assert.DoesNotContain("B-1", output);
    }

    [Fact]
    public async Task A_parcel_a_refund_and_a_step_are_printed_with_each_of_their_members()
    {
        Write("""
            -- section customer
            select uid = @identifier as owns_key, lang as locale, zone as time_zone from users where uid = @subject;
            -- section orders
            select 1 as id, 'B-1' as number, '2026-11-02T09:00Z' as placed_at, 'returned' as status, 'EUR' as currency,
                   'refunded' as refund_status, 876 as refund, '2026-11-13' as refund_on
            from users where uid = @subject;
            -- section shipments
            select 1 as id, 1 as order_id, 'exception' as status, 'customs' as exception_kind,
                   'Die Rechnung ist da' as exception_text, 'https://post.example/proof' as proof_url,
                   '2026-11-23' as expected_on, '2026-11-23T07:00Z' as expected_from
            from users where uid = @subject;
            -- section shipment_items
            select 1 as shipment_id, 'Tee' as title, 2 as quantity from users where uid = @subject;
            -- section tasks
            select 'Team einladen' as title, 'skipped' as status, 1 as optional from users where uid = @subject;
            """);

        var (_, output, _) = await TryAsync("u-1");
        var lines = output.Replace('\u00a0', ' ').Split('\n').Select(line => line.Trim()).ToArray();

        string[] expected =
        [
            "Status: refunded", "Amount: 876,00 EUR", "On: Freitag, 13. November 2026", "Kind: customs",
            "Text: Die Rechnung ist da", "Expected from: Montag, 23. November 2026 08:00",
            "Proof url: https://post.example/proof", "Title: Tee", "Quantity: 2", "Status: skipped", "Optional: true",
        ];
        Assert.Empty(expected.Except(lines));
    }

    [Fact]
    public async Task Every_doubt_is_listed_with_the_section_the_column_and_the_value()
    {
        var (status, output, _) = await TryAsync("u-2");

        Assert.Equal(1, status);
        Assert.EndsWith("""
            Doubts: 4
            - invoices: status 'late' is not one of the words of account.sql.
            - invoices: total '19.999' is not an amount of its currency.
            - invoices: issued_on 'soon' is not a day (YYYY-MM-DD).
            - customer: locale 'de_DE' is not known, so fr-FR is used.
            """, output.TrimEnd());
    }

    [Fact]
    public async Task A_fraction_of_minor_units_is_a_doubt_with_the_cure_and_another_value_is_not_called_one()
    {
        Write("""
            -- section customer
            select uid = @identifier as owns_key from users where uid = @subject;
            -- section invoices
            select no as number, day as issued_on, 'paid' as status, 'EUR' as currency,
                   euros as total_minor, 'soon' as amount_due_minor, '42.30' as refund_minor,
                   'refunded' as refund_status
            from bills where uid = @subject;
            """);

        var (status, output, _) = await TryAsync("u-1");

        Assert.Equal(1, status);
        Assert.EndsWith("""
            Doubts: 3
            - invoices: total_minor '1234.5' is not whole minor units. Select a decimal amount as total.
            - invoices: amount_due_minor 'soon' is not whole minor units.
            - invoices: refund_minor '42.30' is not whole minor units. Select a decimal amount as refund.
            """, output.TrimEnd());
    }

    /// <summary>Cents in place of euros fit every rule of an amount; only who knows the prices can tell.</summary>
    [Theory]
    [InlineData("1490 as total", "invoices: total 1490. If these are cents, select it as total_minor.")]
    [InlineData("1490.0 as total", "invoices: total 1490. If these are cents, select it as total_minor.")]
    [InlineData("'1490.00' as total", "invoices: total 1490. If these are cents, select it as total_minor.")]
    [InlineData("0 as total, 300 as amount_due",
        "invoices: amount_due 300. If these are cents, select it as amount_due_minor.")]
    [InlineData("1490 as total, 300 as amount_due",
        "invoices: total 1490. If these are cents, select it as total_minor.")]
    public async Task Decimal_amounts_that_are_all_whole_are_a_hint_and_no_doubt(string amounts, string hint)
    {
        WriteInvoices($"{amounts}, 'EUR' as currency");

        var (status, output, _) = await TryAsync("u-1");

        Assert.Equal(0, status);
        Assert.EndsWith($"\nA hint: every decimal amount is a whole number, such as {hint}\n\nNo doubts.",
            output.ReplaceLineEndings("\n").TrimEnd());
    }

    [Theory]
    [InlineData("1490 as total_minor, 'EUR' as currency")]
    [InlineData("1490 as total, 3.5 as amount_due, 'EUR' as currency")]
    [InlineData("1490 as total, 'JPY' as currency")]
    [InlineData("0 as total, 'EUR' as currency")]
    [InlineData("null as total, 'EUR' as currency")]
    public async Task Amounts_that_cannot_be_cents_by_mistake_are_no_hint(string columns)
    {
        WriteInvoices(columns);

        var (_, output, _) = await TryAsync("u-1");

        Assert.DoesNotContain("hint", output);
        Assert.EndsWith("No doubts.", output.TrimEnd());
    }

    [Theory]
    [InlineData("EUR", true)]
    [InlineData("JPY", false)]
    public async Task A_price_of_an_item_is_whole_in_the_currency_of_its_order(string currency, bool isHint)
    {
        Write($"""
            -- section customer
            select uid = @identifier as owns_key from users where uid = @subject;
            -- section orders
            select 1 as id, '7' as number, '2026-11-02T09:00Z' as placed_at, 'shipped' as status,
                   '{currency}' as currency from users where uid = @subject;
            -- section items
            select 1 as order_id, 'Tea' as title, 450 as price from users where uid = @subject;
            """);

        var (_, output, _) = await TryAsync("u-1");

        Assert.Equal(isHint, output.Contains("items: price 450. If these are cents, select it as price_minor."));
    }

    /// <summary>Without the doubt a wrong join looks like a customer who has no seats and uses nothing.</summary>
    [Fact]
    public async Task Seats_and_usage_of_no_plan_are_a_doubt_with_the_cure()
    {
        Write("""
            -- section customer
            select uid = @identifier as owns_key from users where uid = @subject;
            -- section plan
            select 7 as id, 'Pro' as name, 'active' as status from users where uid = @subject;
            -- section seats
            select 8 as used, 10 as total, uid as plan_id from users where uid = @subject;
            -- section usage
            select 'Storage' as name, 9 as used, 9 as plan_id from users where uid = @subject
            union all select 'Rooms', 3, 7 from users where uid = @subject
            union all select 'Reports', 1, null from users where uid = @subject;
            """);

        var (status, output, _) = await TryAsync("u-1");

        const string cure = "is not the id of a row of plan: select that plan's id, or leave plan_id out.";
        Assert.Equal(1, status);
        Assert.EndsWith($"Doubts: 2\n- seats: plan_id 'u-1' {cure}\n- usage: plan_id '9' {cure}",
            output.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task What_is_stored_moves_no_cursor_and_gives_a_builds_runner_no_command()
    {
        const string name = "\e]0;owned\aEve\u202e\r\n::add-mask::x ##[error]";
        using (var shop = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "shop.db")};Pooling=false"))
        {
            shop.Execute("insert into users values ('u-4', @name, @name, @name)", new { name });
            shop.Execute("insert into bills values ('u-4', @name, @name, 1, @name)", new { name });
        }

        var (status, output, _) = await TryAsync("u-4");

        Assert.Equal(1, status);
        Assert.Contains("Eve", output);
        Assert.DoesNotContain(output, c => c is not '\n' and not '\r' && Unseen.Is(c));
        Assert.DoesNotContain(output.Split('\n'), line => line.TrimStart().StartsWith("::", StringComparison.Ordinal)
            || line.Contains("##[", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_customer_without_an_account_is_told_as_the_page_would()
    {
        var (status, output, _) = await TryAsync("u-9");

        Assert.Equal((1, "There is no account of this customer: the page says \"Nothing here yet\"."), (status, output.Trim()));
    }

    [Fact]
    public async Task A_key_that_is_never_its_customers_own_is_a_doubt()
    {
        Write("-- section customer\nselect 0 as owns_key, full_name as name from users where uid = @subject");

        var (status, output, _) = await TryAsync("u-1");

        Assert.Equal(1, status);
        Assert.Contains("owns_key is 0 for the customer's own identifier", output);
    }

    /// <summary>Without the doubt the account of whoever is signed in opens in another customer's chat.</summary>
    [Theory]
    [InlineData("1")]
    [InlineData("uid is not null")]
    [InlineData("@identifier is not null")]
    [InlineData("uid = @subject")]
    public async Task A_key_that_is_everybodys_own_is_a_doubt_with_the_cure(string ownsKey)
    {
        Write($"-- section customer\nselect {ownsKey} as owns_key, full_name as name from users where uid = @subject");

        var (status, output, _) = await TryAsync("u-1");

        Assert.Equal(1, status);
        Assert.Contains("Name: Ada", output);
        Assert.EndsWith("Doubts: 1\n- customer: owns_key is 1 for an identifier that nobody has, so every customer "
            + "would own every key. Compare your identifier, here uid, with @identifier: "
            + "case when uid = @identifier then 1 else 0 end as owns_key.",
            output.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task A_key_that_fails_for_another_identifier_is_a_doubt_beside_the_account()
    {
        Write("""
            -- section customer
            select case when uid = @identifier then 1 else json_extract('{}', @identifier) end as owns_key,
                   full_name as name
            from users where uid = @subject
            """);

        var (status, output, _) = await TryAsync("u-1");

        Assert.Equal(1, status);
        Assert.Contains("Name: Ada", output);
        Assert.EndsWith("Doubts: 1\n- customer: owns_key fails for an identifier that nobody has: The database cannot "
            + "be read (SQLite Error 1: 'SQL logic error'). Compare @identifier as text.",
            output.ReplaceLineEndings("\n").TrimEnd());
    }

    [Theory]
    [InlineData("-- section customer\nselect 1 as owns_key from people where uid = @subject", "no such table: people")]
    [InlineData("-- section customer\nselect 1 as own_key from users where uid = @subject", "Did you mean 'owns_key'?")]
    [InlineData("", "account.sql: section customer has no statement.")]
    public async Task What_cannot_be_read_is_told_with_the_cure(string sections, string why)
    {
        Write(sections);

        var (status, _, error) = await TryAsync("u-1");

        Assert.Equal(2, status);
        Assert.Contains(why, error);
    }

    [Theory]
    [InlineData("Required argument 'IDENTIFIER' missing")]
    [InlineData("An identifier has 1 to 128 characters.", "")]
    [InlineData("nowhere", "u-1", "--folder", "/nowhere/at/all")]
    public async Task A_command_that_cannot_be_read_is_told_with_its_usage(string why, params string[] args)
    {
        using var error = new StringWriter();

        var status = await TryCommand.RunAsync(args, TextWriter.Null, error, TimeProvider.System);

        Assert.Equal(2, status);
        Assert.Contains(why, error.ToString());
    }

    async Task<(int Status, string Output, string Error)> TryAsync(string identifier)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var clock = FixedClock.At("2026-11-22T10:30Z");
        var status = await TryCommand.RunAsync([identifier, "--folder", folder.FullName], output, error, clock);
        return (status, output.ToString(), error.ToString());
    }

    void WriteInvoices(string columns) => Write($"""
        -- section customer
        select uid = @identifier as owns_key from users where uid = @subject;
        -- section invoices
        select no as number, day as issued_on, 'paid' as status, {columns} from bills where uid = @subject;
        """);

    void Write(string sections) => File.WriteAllText(Path.Combine(folder.FullName, "account.sql"), sections);
}
