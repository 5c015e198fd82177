namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The files of the checkout that these tests were built from.</summary>
public static class Checkout
{
    public static string Folder { get; } = Find(new DirectoryInfo(
        // A script of bench/ is built outside the checkout, and knows where its file is.
        AppContext.GetData("EntryPointFileDirectoryPath") as string ?? AppContext.BaseDirectory));

    /// <summary>Debug or Release, as these tests were built.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string File(string path) => Path.Combine(Folder, path);

    static string Find(DirectoryInfo folder) =>
        System.IO.File.Exists(Path.Combine(folder.FullName, "Oxvo.PortalSample.sln")) ? folder.FullName
            : Find(folder.Parent ?? throw new InvalidOperationException("The tests run outside the checkout."));
}
