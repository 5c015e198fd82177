using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Demo.Web;

/// <summary>
/// The files of <c>seed-data</c> ship with the repository, so its tests check what they say. A start finds only whether
/// each can be read.
/// </summary>
public static class SeedFile
{
    // An unknown member is a slip of the pen, and would be left out without a word.
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <exception cref="InvalidDataException">It cannot be read; the message names the place in it.</exception>
    public static T Read<T>(string file, string what) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), Strict)
                ?? throw new JsonException("it holds null.");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(
                $"{file}: it cannot be read as {what}, at {fault.Path ?? "$"}: {fault.Message}", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file}: it cannot be read: {fault.Message}", fault);
        }
    }
}
