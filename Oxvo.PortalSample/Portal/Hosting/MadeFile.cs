using Microsoft.Extensions.FileProviders;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>What was made of a file, in its place.</summary>
sealed class MadeFile(IFileInfo file, byte[] bytes) : IFileInfo
{
    public bool Exists => true;
    public bool IsDirectory => false;
    public DateTimeOffset LastModified { get; init; } = file.LastModified;
    public long Length => bytes.Length;
    public string Name => file.Name;
    public string? PhysicalPath => null;
    public Stream CreateReadStream() => new MemoryStream(bytes, writable: false);

    public static byte[] Read(IFileInfo file)
    {
        using var bytes = new MemoryStream();
        using (var content = file.CreateReadStream()) content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
