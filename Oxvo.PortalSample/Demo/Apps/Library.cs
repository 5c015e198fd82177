using System.Data.Common;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>
/// The saved apps, and which of them each widget shows in which order: an SQLite file of the mock's own,
/// <c>ConnectionStrings:Messenger</c>. What an app's address is follows from its template, so it is not stored.
/// </summary>
/// <param name="connectionString">Its file is made where it is missing.</param>
internal sealed class Library(string connectionString)
{
    /// <summary>Enough for any demo, and a bound for what a home screen reads.</summary>
    public const int Most = 100;

    readonly string connectionString = new SqliteConnectionStringBuilder(connectionString)
    { ForeignKeys = true, Pooling = false, DefaultTimeout = 2 }.ConnectionString;

    /// <summary>Told of every change.</summary>
    public LibraryChanges Changes { get; } = new();

    /// <summary>Makes the tables where they are missing, and fills them with the first apps where there never was one.</summary>
    public async Task PrepareAsync(FirstApps first)
    {
        using var schema = new StreamReader(typeof(Library).Assembly.GetManifestResourceStream("Library.sql")!);
        var tables = await schema.ReadToEndAsync();
        await WriteAsync(async (connection, transaction) =>
        {
            await connection.ExecuteAsync(tables, null, transaction);
            // Somebody who has deleted every app wants none, so it is not the apps that are counted.
            if (await connection.ExecuteScalarAsync<int>("select count(*) from sqlite_sequence", null, transaction) > 0) return false;
            foreach (var app in first.Apps)
            {
                var id = await InsertAsync(connection, transaction, app, app.Key);
                foreach (var widget in first.Widgets.Where(widget => widget.Apps.Contains(app.Key)))
                    await PlaceAsync(connection, transaction, widget.Key, id, widget.Apps.ToList().IndexOf(app.Key));
            }
            return true;
        }, default);
    }

    /// <summary>Everything: a demo's library is small, and each page shows all of it.</summary>
    public async Task<LibraryContent> ReadAsync(CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var apps = await connection.QueryAsync<SavedApp, string, SavedApp>(new(
            """
            select id, key, template, title, line, "values"
            from apps
            order by id
            """, transaction: transaction, cancellationToken: cancel), Complete, splitOn: "values");
        var placed = await connection.QueryAsync<(string Widget, long App)>(new(
            """
            select widget, app
            from widget_apps
            order by widget, position
            """, transaction: transaction, cancellationToken: cancel));
        return new([.. apps], placed.ToLookup(place => place.Widget, place => place.App));

        static SavedApp Complete(SavedApp app, string values) => app with
        {
            Key = app.Key ?? $"app-{app.Id}",
            Values = JsonSerializer.Deserialize<Dictionary<string, string>>(values) ?? [],
        };
    }

    /// <summary>The new app's number; null where the library is full.</summary>
    public Task<long?> AddAsync(AppDraft app, CancellationToken cancel) => WriteAsync<long?>(async (connection, transaction) =>
        await connection.ExecuteScalarAsync<int>("select count(*) from apps", null, transaction) >= Most
            ? null : await InsertAsync(connection, transaction, app, null), cancel);

    /// <summary>False where there is no such app.</summary>
    public Task<bool> ChangeAsync(long id, AppDraft app, CancellationToken cancel) => WriteAsync(async (connection, transaction) =>
        await connection.ExecuteAsync(
            """
            update apps
            set template = @Template, title = @Title, line = @Line, "values" = @values
            where id = @id
            """, new { id, app.Template, app.Title, app.Line, values = JsonSerializer.Serialize(app.Values) }, transaction) > 0, cancel);

    /// <summary>Takes it off every widget as well. False where there is no such app.</summary>
    public Task<bool> DeleteAsync(long id, CancellationToken cancel) => WriteAsync(async (connection, transaction) =>
        await connection.ExecuteAsync("delete from apps where id = @id", new { id }, transaction) > 0, cancel);

    /// <summary>Turns an app on for a widget, or moves it there.</summary>
    /// <param name="widget">Whose list it is.</param>
    /// <param name="id">Which app.</param>
    /// <param name="position">From 0; null, or more than there are, is the end.</param>
    /// <param name="cancel">Ends the wait for a locked file.</param>
    /// <returns>False where there is no such app.</returns>
    public Task<bool> TurnOnAsync(string widget, long id, int? position, CancellationToken cancel) =>
        WriteAsync(async (connection, transaction) =>
        {
            const string find = "select count(*) from apps where id = @id";
            if (await connection.ExecuteScalarAsync<int>(find, new { id }, transaction) == 0) return false;
            var others = (await connection.QueryAsync<long>(
                """
                select app
                from widget_apps
                where widget = @widget and app <> @id
                order by position
                """, new { widget, id }, transaction)).AsList();
            others.Insert(Math.Clamp(position ?? others.Count, 0, others.Count), id);
            foreach (var (at, app) in others.Index()) await PlaceAsync(connection, transaction, widget, app, at);
            return true;
        }, cancel);

    /// <summary>False where it is not on.</summary>
    public Task<bool> TurnOffAsync(string widget, long id, CancellationToken cancel) => WriteAsync(async (connection, transaction) =>
        await connection.ExecuteAsync(
            "delete from widget_apps where widget = @widget and app = @id", new { widget, id }, transaction) > 0, cancel);

    async Task<T> WriteAsync<T>(Func<SqliteConnection, DbTransaction, Task<T>> write, CancellationToken cancel)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancel);
        T result;
        await using (var transaction = await connection.BeginTransactionAsync(cancel))
        {
            result = await write(connection, transaction);
            await transaction.CommitAsync(cancel);
        }
        Changes.Tell();
        return result;
    }

    static Task<long> InsertAsync(SqliteConnection connection, DbTransaction transaction, AppDraft app, string? key) =>
        connection.ExecuteScalarAsync<long>(
            """
            insert into apps (key, template, title, line, "values")
            values (@key, @Template, @Title, @Line, @values)
            returning id
            """, new { key, app.Template, app.Title, app.Line, values = JsonSerializer.Serialize(app.Values) }, transaction);

    static Task<int> PlaceAsync(SqliteConnection connection, DbTransaction transaction, string widget, long app, int position) =>
        connection.ExecuteAsync(
            """
            insert into widget_apps (widget, app, position)
            values (@widget, @app, @position)
            on conflict (widget, app) do update set position = excluded.position
            """, new { widget, app, position }, transaction);
}

/// <summary>The library, and each widget's apps in order.</summary>
internal sealed record LibraryContent(IReadOnlyList<SavedApp> Apps, ILookup<string, long> Widgets);

/// <summary>Tells open home screens that there is something new, so that they follow without a reload.</summary>
internal sealed class LibraryChanges
{
    readonly Lock gate = new();
    TaskCompletionSource next = New();

    public void Tell()
    {
        lock (gate)
        {
            next.SetResult();
            next = New();
        }
    }

    /// <summary>
    /// A <c>changed</c> at once and after each change, until the caller ends it. Several changes while nobody reads are one: what
    /// is new is asked for, not sent.
    /// </summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            Task change;
            lock (gate) change = next.Task;
            yield return new("", "changed");
            try
            {
                await change.WaitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
