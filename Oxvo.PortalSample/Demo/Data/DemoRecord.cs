using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>What the file says was made, in the table demo_data.</summary>
sealed class DemoRecord(DbConnection connection, DbTransaction? transaction)
{
    /// <summary>The schema's. Raise it with every change of Schema.sql or of what the volume makes: older files are made again.</summary>
    public const string CurrentVersion = "1";

    public const string Version = "version";
    public const string HandMade = "hand_made";
    public const string Volume = "volume";
    public const string VolumeMade = "volume_made";

    public static string KeyOf(DemoVolume volume, DateOnly day) => string.Create(CultureInfo.InvariantCulture,
        $"customers {volume.Customers}, seed {volume.Seed}, day {day:yyyy-MM-dd}");

    /// <summary>Whether the file can be added to, or has to be made again.</summary>
    public async Task<bool> FitsAsync(DemoVolume? volume, DateOnly day) =>
        await GetAsync(Version) == CurrentVersion &&
        (volume is null || await GetAsync(Volume) is not { } made || made == KeyOf(volume, day));

    public async Task<int> VolumeMadeAsync() =>
        await GetAsync(VolumeMade) is { } made ? int.Parse(made, CultureInfo.InvariantCulture) : 0;

    public Task<string?> GetAsync(string name) =>
        connection.QuerySingleOrDefaultAsync<string>("select value from demo_data where name = @name", new { name }, transaction);

    public Task SetAsync(string name, string value) => connection.ExecuteAsync(
        """
        insert into demo_data (name, value)
        values (@name, @value)
        on conflict (name) do update set value = excluded.value
        """,
        new { name, value }, transaction);
}
