using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary>
/// A database with the hand-made customers, filled once: an application that starts on a copy has nothing left to fill.
/// </summary>
static class SeededFile
{
    static readonly Lazy<byte[]> Content = new(() => Task.Run(async () =>
    {
        var folder = Directory.CreateTempSubdirectory("seeded-");
        var file = Path.Combine(folder.FullName, "accounts.db");
        await DemoDatabase.PrepareAsync($"Data Source={file}", Checkout.File("seed-data/customers.json"),
            "http://localhost:5100", TimeProvider.System, null, TextWriter.Null, CancellationToken.None);
        var content = await File.ReadAllBytesAsync(file);
        folder.Delete(recursive: true);
        return content;
    }).GetAwaiter().GetResult());

    public static void CopyTo(string file) => File.WriteAllBytes(file, Content.Value);
}
