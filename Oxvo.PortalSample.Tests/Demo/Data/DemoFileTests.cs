using Microsoft.Data.Sqlite;
using Oxvo.PortalSample.Demo.Data;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary>
/// The file: made where it is missing, made again where it is old, never emptied where it is another program's.
/// </summary>
public sealed class DemoFileTests : IDisposable
{
    const string Now = "2026-11-22T10:00Z";
    readonly DemoFolder demo = new();

    public void Dispose() => demo.Dispose();

    [Fact]
    public async Task A_file_of_another_version_is_made_again()
    {
        await demo.Prepare(Now);
        var fresh = demo.Dump();
        demo.Execute(
            "update demo_data set value = '0' where name = 'version'; delete from customers; drop table tasks");

        await demo.Prepare(Now);

        Assert.Equal(fresh, demo.Dump());
    }

    [Fact]
    public async Task A_database_of_another_program_is_left_alone()
    {
        demo.Execute("create table customers (id bigint); insert into customers values (7)");

        var fault = await Assert.ThrowsAsync<DemoDataException>(() => demo.Prepare(Now));

        Assert.Contains("ConnectionStrings:Accounts", fault.Message, StringComparison.Ordinal);
        Assert.Equal(7, demo.Ask<int>("select id from customers"));
    }

    [Fact]
    public async Task A_file_that_is_not_a_database_is_named_and_kept()
    {
        var text = string.Concat(Enumerable.Repeat("Not a database. ", 100));
        await File.WriteAllTextAsync(demo.DatabaseFile, text);

        var fault = await Assert.ThrowsAsync<DemoDataException>(() => demo.Prepare(Now));

        Assert.Contains(demo.DatabaseFile, fault.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(demo.DatabaseFile));
    }

    [Fact]
    public async Task A_reset_without_a_database_says_so_and_makes_none()
    {
        var fault = await Assert.ThrowsAsync<DemoDataException>(() => demo.Reset(Now));

        Assert.Contains("start the portal again", fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(demo.DatabaseFile));
    }

    [Fact]
    public async Task The_portal_goes_on_reading_while_the_demo_is_reset()
    {
        await demo.Prepare(Now);
        using var reader = new SqliteConnection($"{demo.ConnectionString};Mode=ReadOnly");
        await reader.OpenAsync();
        var resets = Task.Run(async () => { for (var i = 0; i < 5; i++) await demo.Reset(Now); });

        var reads = 0;
        for (; !resets.IsCompleted; reads++)
        {
            using var command = reader.CreateCommand();
            command.CommandText = "select count(*) from people where identifier = 'mira'";
            Assert.Equal(1L, await command.ExecuteScalarAsync());
        }

        await resets;
        Assert.NotEqual(0, reads);
    }
}
