using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>The statements of one's own tables: what does not fit stops the start, with the section and the cure.</summary>
public sealed class AccountFileTests : IDisposable
{
    const string Customer = "-- section customer\nselect uid = @identifier as owns_key, full_name as name from users where uid = @subject;\n";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("account file ");

    public AccountFileTests()
    {
        using var shop = new SqliteConnection(Shop);
        shop.Execute("""
            create table users (uid text, full_name text);
            create table bills (uid text, no text, day text, euros real, state text);
            create table parcels (uid text, no text);
            insert into users values ('u-1', 'Ada'), ('u-2', 'Bo'), ('u-2', 'Bo again');
            insert into bills values ('u-1', 'B-1', '2026-11-01', 19.9, 'paid');
            """);
    }

    string Shop => $"Data Source={Path.Combine(folder.FullName, "shop.db")};Pooling=false";

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("-- section customer\nselect 1 as own_key, full_name as name from users where uid = @subject",
        "account.sql: section customer: 'own_key' is not a column of this section. Did you mean 'owns_key'?",
        "account.sql: section customer: the column 'owns_key' is missing. Did you mean 'own_key'?")]
    [InlineData(Customer + "-- section bills\nselect no from bills where uid = @subject",
        "account.sql: section bills is not known. Names left: plan, seats, usage, balance, payment_method, invoices, tasks, orders, "
        + "items, shipments, shipment_items, checkpoints.")]
    [InlineData(Customer + "-- section invoice\nselect no from bills where uid = @subject",
        "account.sql: section invoice is not known. Did you mean 'invoices'?")]
    [InlineData(Customer + "-- section invoices\nselect no as number, day as issued_on, state as status, euros as total from bills where uid = @subject",
        "account.sql: section invoices: the column 'currency' (ISO 4217) is missing beside 'total'.")]
    [InlineData(Customer + "-- section invoices\nselect no as number, day as issued_on, state as status, 'EUR' as currency, euros as total, 1 as total_minor from bills where uid = @subject",
        "account.sql: section invoices: 'total' and 'total_minor' are both there. Leave one out.")]
    [InlineData(Customer + "-- section invoices\nselect no as number, no as number, day as issued_on, state as status from bills where uid = @subject",
        "account.sql: section invoices: the column 'number' is there twice. Leave one out.")]
    [InlineData(Customer + "-- section invoices\nselect no as number, day as isued_on, state as status from bills where uid = @subject",
        "account.sql: section invoices: 'isued_on' is not a column of this section. Did you mean 'issued_on'?",
        "account.sql: section invoices: the column 'issued_on' is missing. Did you mean 'isued_on'?")]
    [InlineData(Customer + "-- section invoices\nselect no as number, day as issued_on, state as status from invoices where uid = @subject",
        "account.sql: section invoices: SQLite Error 1: 'no such table: invoices'. Write it for your tables, and let the portal's user read them.")]
    [InlineData(Customer + "-- section tasks\nselect no as title, 'open' as status from parcels",
        "account.sql: section tasks does not select by @subject, the customer whose account is read.")]
    [InlineData(Customer + "-- section invoices\nselect no as number, day as issued_on, state as status from bills where uid = @subject or 1",
        "account.sql: section invoices: it has rows for a customer who does not exist. Select by @subject.")]
    [InlineData(Customer + "-- section tasks\nselect no as title, 'open' as status from parcels where uid = @subject; select 1",
        "account.sql: section tasks: it holds two statements. Write one.")]
    [InlineData(Customer + "-- section items\nselect 1 as order_id, 'x' as title from bills where uid = @subject",
        "account.sql: section items needs section orders, to whose rows it belongs.")]
    [InlineData(Customer + Customer, "account.sql: section customer is there twice. Leave one out.")]
    [InlineData("-- section customer\n-- to be written\n",
        "account.sql: section customer has no statement. Select owns_key and name for @subject there.")]
    [InlineData("select 1;\n" + Customer,
        "account.sql: a statement is in front of the first section. Begin it with a line such as -- section customer")]
    public async Task What_does_not_fit_stops_the_start_with_the_section_the_column_and_the_nearest_name(string text, params string[] faults)
    {
        using var host = Host(text);

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal(faults, stopped.Failures);
    }

    [Fact]
    public async Task A_missing_file_stops_the_start()
    {
        using var host = AccountsDatabaseTests.Host(Shop, folder.FullName, file: null);

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal([$"{folder.FullName}/account.sql is not there. It holds the statements that read an account."], stopped.Failures);
    }

    [Fact]
    public async Task Sections_that_are_there_are_read_in_any_order_and_the_others_are_not_offered()
    {
        using var host = Host("-- section tasks\n\n-- section invoices: the newest\r\n-- a word\nselect no as number, day as issued_on, state as status, "
            + "euros as total, 'EUR' as currency\n-- of all\nfrom bills where uid = @subject -- only\n" + Customer);
        await host.StartAsync();

        var account = await host.Services.GetRequiredService<AccountReader>().ReadAsync("u-1", new("u-1", null), default);
        var billing = StoredAccount.Answers().Build(account!).Billing!;

        Assert.Equal((false, true, true), (account!.Offers("tasks"), account.Offers("invoices"), account.OwnsKey));
        Assert.Equal(("Ada", new Money(1990, "EUR")), (account.Customer.Text("name"), billing.Invoices!.Items[0].Total));
    }

    [Fact]
    public async Task A_key_that_is_not_compared_is_not_the_customers_own()
    {
        using var host = Host(Customer.Replace("uid = @identifier", "null"));
        await host.StartAsync();

        var account = await host.Services.GetRequiredService<AccountReader>().ReadAsync("u-1", new("u-1", null), default);

        Assert.False(account!.OwnsKey);
    }

    [Fact]
    public async Task Two_customers_for_one_subject_are_no_ones_account()
    {
        using var host = Host(Customer);
        await host.StartAsync();
        var accounts = host.Services.GetRequiredService<AccountReader>();

        var fault = await Assert.ThrowsAsync<AccountsUnavailableException>(() => accounts.ReadAsync("u-2", new("u-2", null), default));

        Assert.Equal("account.sql: section customer found two customers for one @subject.", fault.Message);
    }

    [Fact]
    public void The_heads_of_the_samples_sections_list_their_columns_and_mark_those_that_are_required()
    {
        var text = File.ReadAllText(Checkout.File("Oxvo.PortalSample/account.sql"));

        var heads = text.Split("-- section ").Skip(1).ToDictionary(part => part.Split(['\n', ':', ' '])[0], part =>
            part.Split('\n').Skip(1).TakeWhile(line => line.StartsWith("--", StringComparison.Ordinal))
                .Select(line => line[2..].Trim().Split(' ')[0]).Order().ToArray());

        foreach (var statement in Section.FindAll().SelectMany(section => section.Statements).Append(Statement.Customer))
            Assert.Equal(
                [.. statement.Required.Select(column => column + "*").Concat(statement.Optional).Concat(statement.Money)
                    .Concat(statement is { Money.Length: > 0, Parent: null } ? ["currency"] : []).Order()],
                heads[statement.Name]);
    }

    IHost Host(string text)
    {
        File.WriteAllText(Path.Combine(folder.FullName, AccountFile.Name), text);
        return AccountsDatabaseTests.Host(Shop, folder.FullName, file: null);
    }
}
