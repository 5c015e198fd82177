using System.Data.Common;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>
/// The saved apps, and which of them each widget shows in which order: an SQLite file of the mock's own,
/// <c>ConnectionStrings:Messenger</c>. What an app's address is follows from its template, so it is not stored.
/// </summary>
internal sealed class Library
{
    /// <summary>Enough for any demo, and a bound for what a home screen reads.</summary>
    public const int Most = 100;

    const string Setting = "ConnectionStrings:Messenger";

    readonly string connectionString;
    TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    Library(string connectionString) => this.connectionString = connectionString;

    /// <summary>Ends with the next change.</summary>
    public Task NextChange => Volatile.Read(ref change).Task;

    /// <summary>Makes the file and its tables where they are missing.</summary>
    /// <exception cref="OptionsValidationException">The file cannot be used; the message says what to do.</exception>
    public static async Task<Library> OpenAsync(string? connectionString, string folder, FirstApps first)
    {
        string? file = null;
        try
        {
            SqliteConnectionStringBuilder settings =
                new(connectionString) { ForeignKeys = true, Pooling = false, DefaultTimeout = 2 };
            if (settings.DataSource.Length == 0) throw new ArgumentException(null);
            settings.DataSource = file = Path.GetFullPath(settings.DataSource, folder);
            var library = new Library(settings.ConnectionString);
            await library.PrepareAsync(first);
            return library;
        }
        catch (ArgumentException)
        {
            throw Fault("is not a SQLite connection string. Write it as Data Source=messenger.db.");
        }
        catch (DbException fault)
        {
            throw Fault($"names {file}, which cannot be used as the messenger's library ({fault.Message}). "
                + "If no other program has it, delete it: the next start makes another.");
        }

        static OptionsValidationException Fault(string message) =>
            new(Setting, typeof(Library), [$"{Setting} {message}"]);
    }

    /// <summary>Everything: a demo's library is small, and each page shows all of it.</summary>
    public async Task<(IReadOnlyList<SavedApp> Apps, ILookup<string, long> Widgets)> ReadAsync(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var apps = await connection.QueryAsync<
            (long Id, string Key, string Template, string Title, string Line, string Values)>(new(
            """
            select id, coalesce(key, 'app-' || id), template, title, line, "values"
            from apps
            order by id
            """, transaction: transaction, cancellationToken: cancel));
        var placed = await connection.QueryAsync<(string Widget, long App)>(new(
            """
            select widget, app
            from widget_apps
            order by widget, position
            """, transaction: transaction, cancellationToken: cancel));
        var saved = apps.Select(row => new SavedApp(
            row.Template, row.Title, row.Line, JsonSerializer.Deserialize<Dictionary<string, string>>(row.Values)!,
            row.Key, row.Id));
        return ([.. saved], placed.ToLookup(place => place.Widget, place => place.App));
    }

    /// <summary>Null where there is no such app.</summary>
    public async Task<SavedApp?> FindAsync(Predicate<SavedApp> isWanted, CancellationToken cancel) =>
        (await ReadAsync(cancel)).Apps.FirstOrDefault(app => isWanted(app));

    /// <summary>The new app's number; null where the library is full.</summary>
    public Task<long?> AddAsync(SavedApp app, CancellationToken cancel) => WriteAsync<long?>(async transaction =>
        await transaction.Connection!.ExecuteScalarAsync<int>("select count(*) from apps", null, transaction) >= Most
            ? null : await InsertAsync(transaction, app, null), cancel);

    /// <summary>False where there is no such app.</summary>
    public Task<bool> ChangeAsync(long id, SavedApp app, CancellationToken cancel) => ExecuteAsync(
        """
        update apps
        set template = @Template, title = @Title, line = @Line, "values" = @values
        where id = @id
        """, new { id, app.Template, app.Title, app.Line, values = JsonSerializer.Serialize(app.Values) }, cancel);

    /// <summary>Takes it off every widget as well. False where there is no such app.</summary>
    public Task<bool> DeleteAsync(long id, CancellationToken cancel) =>
        ExecuteAsync("delete from apps where id = @id", new { id }, cancel);

    /// <summary>Turns an app on for a widget, or moves it there. False where there is no such app.</summary>
    /// <param name="position">From 0; null, or more than there are, is the end.</param>
    public Task<bool> TurnOnAsync(string widget, long id, int? position, CancellationToken cancel) =>
        WriteAsync(async transaction =>
        {
            var connection = transaction.Connection!;
            const string find = "select count(*) from apps where id = @id";
            if (await connection.ExecuteScalarAsync<int>(find, new { id }, transaction) == 0) return false;
            var apps = (await connection.QueryAsync<long>(
                """
                select app
                from widget_apps
                where widget = @widget and app <> @id
                order by position
                """, new { widget, id }, transaction)).AsList();
            apps.Insert(Math.Clamp(position ?? apps.Count, 0, apps.Count), id);
            await PlaceAsync(transaction, widget, apps);
            return true;
        }, cancel);

    /// <summary>False where it is not on.</summary>
    public Task<bool> TurnOffAsync(string widget, long id, CancellationToken cancel) => ExecuteAsync(
        "delete from widget_apps where widget = @widget and app = @id", new { widget, id }, cancel);

    // Makes the tables where they are missing, and fills them with the first apps where there never was one.
    Task<bool> PrepareAsync(FirstApps first) => WriteAsync(async transaction =>
    {
        using var schema = new StreamReader(typeof(Library).Assembly.GetManifestResourceStream("Library.sql")!);
        await transaction.Connection!.ExecuteAsync(await schema.ReadToEndAsync(), null, transaction);
        // Who has deleted every app wants none, so it is not the apps that are counted.
        const string ever = "select count(*) from sqlite_sequence";
        if (await transaction.Connection!.ExecuteScalarAsync<int>(ever, null, transaction) > 0) return false;
        Dictionary<string, long> ids = [];
        foreach (var app in first.Apps) ids[app.Key] = await InsertAsync(transaction, app, app.Key);
        foreach (var widget in first.Widgets)
            await PlaceAsync(transaction, widget.Key, widget.Apps.Where(ids.ContainsKey).Select(key => ids[key]));
        return true;
    }, default);

    Task<bool> ExecuteAsync(string sql, object parameters, CancellationToken cancel) => WriteAsync(
        async transaction => await transaction.Connection!.ExecuteAsync(sql, parameters, transaction) > 0, cancel);

    async Task<T> WriteAsync<T>(Func<DbTransaction, Task<T>> write, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        T result;
        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            result = await write(transaction);
            await transaction.CommitAsync(cancel);
        }
        Interlocked.Exchange(ref change, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        return result;
    }

    static Task<long> InsertAsync(DbTransaction transaction, SavedApp app, string? key) =>
        transaction.Connection!.ExecuteScalarAsync<long>(
            """
            insert into apps (key, template, title, line, "values")
            values (@key, @Template, @Title, @Line, @values)
            returning id
            """, new { key, app.Template, app.Title, app.Line, values = JsonSerializer.Serialize(app.Values) },
            transaction);

    static Task<int> PlaceAsync(DbTransaction transaction, string widget, IEnumerable<long> apps) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into widget_apps (widget, app, position)
            values (@widget, @app, @position)
            on conflict (widget, app) do update set position = excluded.position
            """, apps.Select((app, position) => new { widget, app, position }), transaction);
}
