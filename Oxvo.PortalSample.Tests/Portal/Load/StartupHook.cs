/// <summary>
/// Runs inside a published portal, where <c>DOTNET_STARTUP_HOOKS</c> names these tests: writes what is alive on the
/// managed heap into a file, again and again.
/// https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md
/// </summary>
static class StartupHook
{
    public const string File = "PORTAL_HEAP_FILE", Seconds = "PORTAL_HEAP_SECONDS";

    public static void Initialize()
    {
        var file = Environment.GetEnvironmentVariable(File)!;
        var pause = TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable(Seconds)!));
        new Thread(() =>
        {
            for (; ; Thread.Sleep(pause))
            {
                System.IO.File.WriteAllText(file + ".new", $"{GC.GetTotalMemory(forceFullCollection: true)}");
                System.IO.File.Move(file + ".new", file, overwrite: true);
            }
        })
        { IsBackground = true }.Start();
    }
}
