using System.Diagnostics;

namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>PostgreSQL's own programs on this machine.</summary>
sealed class PostgresPrograms(string folder)
{
    const string Command = "apt-get install -y postgresql";

    // The server refuses to run as root. Whatever ends the tests closes the shell's input, and the shell ends the
    // server.
    const string Run = """
        set -e
        if [ ! -d "$1/data" ]; then
          mkdir "$1/data"
          [ "$(id -u)" != 0 ] || chown -R postgres "$1"
          $4 "$3/initdb" -D "$1/data" -U portal --auth=trust --no-sync --encoding=UTF8 >"$1/initdb.log" 2>&1
        fi
        $4 "$3/postgres" -D "$1/data" -p "$2" -h 127.0.0.1 -k "$1" -F >>"$1/postgres.log" 2>&1 &
        word=$(cat)
        kill -INT $!
        wait $! || true
        [ "$word" = keep ] || rm -rf "$1"
        """;

    public static PostgresPrograms? Find()
    {
        var places = Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql").Order().Reverse()
            .Select(version => Path.Combine(version, "bin")) : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return places.Concat(path).FirstOrDefault(place => IsThere(place, "initdb") && IsThere(place, "postgres")) is { } folder ? new(folder) : null;
    }

    // A link may lead to programs that were removed.
    static bool IsThere(string folder, string program)
    {
        var file = new FileInfo(Path.Combine(folder, program));
        return file.Exists && file.ResolveLinkTarget(returnFinalTarget: true) is null or { Exists: true };
    }

    /// <exception cref="PlatformNotSupportedException">Nothing here installs them.</exception>
    public static async Task<PostgresPrograms> InstallAsync(Action<string> say)
    {
        if (Repository.AptGet.IsHere)
        {
            say("PostgreSQL is not installed: apt-get installs it, once.");
            // Without a server of its own on the usual port.
            var settings = Directory.CreateDirectory("/etc/postgresql-common/createcluster.d").FullName;
            File.WriteAllText(Path.Combine(settings, "tests.conf"), "create_main_cluster = false\n");
            var (isDone, output) = await Repository.AptGet.InstallAsync("postgresql");
            if (isDone && Find() is { } installed) return installed;
            say(output);
        }
        throw new PlatformNotSupportedException(
            $"There is no PostgreSQL here. Run: {Command}, or set {PostgresServer.Setting} to a server's connection string.");
    }

    public Process Start(string data, int port)
    {
        string asPostgres = Environment.UserName == "root" ? "setpriv --reuid=postgres --regid=postgres --init-groups" : "";
        return Process.Start(new ProcessStartInfo("sh", ["-c", Run, "sh", data, $"{port}", folder, asPostgres])
        { RedirectStandardInput = true })!;
    }
}
