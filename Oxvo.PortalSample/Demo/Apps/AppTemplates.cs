using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>The templates of <c>seed-data/app-templates</c>, in their order.</summary>
public sealed record AppTemplates
{
    // A member that is not known is a slip of the pen, and would be left out without a word.
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    public required IReadOnlyList<AppTemplate> All { get; init; }

    /// <summary>What is wrong with the files, each with its file and its cure.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];

    public AppTemplate? Find(string key) => All.FirstOrDefault(template => template.Key == key);

    /// <summary>Never throws: what cannot be read is a fault, and its template is left out.</summary>
    public static AppTemplates Read(string folder)
    {
        try
        {
            string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
            if (files.Length == 0) return new() { All = [], Faults = [$"{folder} holds no app template. Put back its files."] };

            var read = files.Select(file => (File: file, Result: ReadFile(file))).ToList();
            AppTemplate[] all = [.. read.Select(file => file.Result.Template).OfType<AppTemplate>().OrderBy(template => template.Order)];
            return new()
            {
                All = all,
                Faults =
                [
                    .. read.SelectMany(file => file.Result.Faults.Select(fault => $"{file.File}: {fault}")),
                    .. from pair in all.Zip(all.Skip(1))
                       where pair.First.Order == pair.Second.Order
                       select $"{Path.Combine(folder, pair.Second.Key)}.json: order {pair.Second.Order} is taken by '{pair.First.Key}'. "
                           + "Give each its own.",
                ],
            };
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new() { All = [], Faults = [$"{folder} cannot be read as the folder of the app templates: {fault.Message}"] };
        }
    }

    static (AppTemplate? Template, IReadOnlyList<string> Faults) ReadFile(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip });
            if (HoldsNull(document.RootElement)) return (null, ["null stands in a list. Take it out."]);
            var template = JsonSerializer.Deserialize<AppTemplate>(text, Strict);
            if (template is null) return (null, ["it holds null. Write a template, as its neighbours have it."]);
            string[] faults = [.. TemplateCheck.Faults(template, Path.GetFileNameWithoutExtension(file))];
            return (faults.Length == 0 ? template : null, faults);
        }
        catch (JsonException fault)
        {
            return (null, [$"it cannot be read as an app template, at {fault.Path ?? "$"}: {fault.Message}"]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, [$"it cannot be read: {fault.Message}"]);
        }
    }

    // The reader refuses null for a member, and lets it pass in a list.
    static bool HoldsNull(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Null || HoldsNull(item)),
        JsonValueKind.Object => element.EnumerateObject().Any(member => HoldsNull(member.Value)),
        _ => false,
    };
}
