using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>The templates of <c>seed-data/app-templates</c>, in their order.</summary>
public sealed record AppTemplates(IReadOnlyList<AppTemplate> All)
{
    public AppTemplate? Find(string key) => All.FirstOrDefault(template => template.Key == key);

    /// <exception cref="InvalidDataException">The folder or a file cannot be read.</exception>
    public static AppTemplates Read(string folder)
    {
        try
        {
            string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
            if (files.Length == 0)
                throw new InvalidDataException($"{folder} holds no app template. Put back its files.");
            var all = files.Select(file => SeedFile.Read<AppTemplate>(file, "an app template"));
            return new([.. all.OrderBy(template => template.Order)]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"{folder} cannot be read as the folder of the app templates: {fault.Message}", fault);
        }
    }
}

/// <summary>The library as it is at its first start, and the widgets, from <c>seed-data/apps.json</c>.</summary>
public sealed record FirstApps
{
    public required IReadOnlyList<SavedApp> Apps { get; init; }
    public required IReadOnlyList<Widget> Widgets { get; init; }

    /// <exception cref="InvalidDataException">The file cannot be read.</exception>
    public static FirstApps Read(string file) => SeedFile.Read<FirstApps>(file, "the messenger's apps");
}

/// <summary>A widget of the demo: a place where a website includes the messenger.</summary>
public sealed record Widget
{
    /// <summary>What the site gives as <c>data-oxvo-website-token</c>.</summary>
    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>The keys of the apps that it shows at first, in order.</summary>
    public required IReadOnlyList<string> Apps { get; init; }
}

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
        AllowDuplicateProperties = false,
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
