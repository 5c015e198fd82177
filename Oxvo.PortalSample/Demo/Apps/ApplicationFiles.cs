using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>The templates and the first apps, read once at the start, and the library's file.</summary>
internal sealed class ApplicationFiles
{
    const string Setting = "ConnectionStrings:Messenger";
    readonly string? connectionString, unreadable;
    readonly string contentRoot;

    public AppTemplates Templates { get; } = new([]);
    public FirstApps First { get; } = new() { Apps = [], Widgets = [] };
    public AppMaker Maker { get; }

    public ApplicationFiles(IConfiguration settings, IHostEnvironment environment, MockAddresses addresses)
    {
        connectionString = settings.GetConnectionString("Messenger");
        contentRoot = environment.ContentRootPath;
        try
        {
            Templates = AppTemplates.Read(addresses.TemplatesFolder);
            First = FirstApps.Read(addresses.AppsFile);
        }
        catch (InvalidDataException fault)
        {
            // Told only where the mock runs.
            unreadable = fault.Message;
        }
        Maker = new(Templates, () => addresses.Places);
    }

    /// <summary>Each names the file or the argument, and the cure.</summary>
    public IEnumerable<string> Faults(MockHostOptions options) =>
        unreadable is not null ? [unreadable] : NamedApp.Faults(options, Maker);

    /// <summary>The library, with its tables.</summary>
    /// <exception cref="OptionsValidationException">Its file cannot be used; the message says what to do.</exception>
    public async Task<Library> OpenLibraryAsync()
    {
        string? file = null;
        try
        {
            var connection = new SqliteConnectionStringBuilder(connectionString);
            if (connection.DataSource.Length == 0) throw new ArgumentException(null);
            connection.DataSource = file = Path.GetFullPath(connection.DataSource, contentRoot);
            var library = new Library(connection.ConnectionString);
            await library.PrepareAsync(First);
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
    }

    static OptionsValidationException Fault(string message) => new(Setting, typeof(Library), [$"{Setting} {message}"]);
}

/// <summary>What the messenger needs for its apps.</summary>
internal static class ApplicationServices
{
    public static void AddApplications(this WebApplicationBuilder builder, Library library, IServiceProvider portal)
    {
        var files = portal.GetRequiredService<ApplicationFiles>();
        var options = portal.GetRequiredService<IOptions<MockHostOptions>>().Value;
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(library.Changes);
        builder.Services.AddSingleton(library);
        builder.Services.AddSingleton(files.Templates);
        builder.Services.AddSingleton(files.First);
        builder.Services.AddSingleton(files.Maker);
        builder.Services.AddSingleton(new WidgetApps(library, files.Maker, files.First, NamedApp.Draft(options)));
        builder.Services.AddSingleton<EmbedVerdicts>();
    }
}
