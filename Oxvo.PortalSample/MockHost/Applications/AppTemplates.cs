using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.MockHost.Applications;

/// <summary>The templates of <c>seed-data/app-templates</c>, in their order.</summary>
public sealed record AppTemplates
{
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

    /// <summary>Never throws: what cannot be read is a fault.</summary>
    public static AppTemplates Read(string folder)
    {
        string[] files;
        try
        {
            files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new() { All = [], Faults = [$"{folder} cannot be read as the folder of the app templates: {fault.Message}"] };
        }

        var read = files.Select(file => (File: file, Result: ReadFile(file))).ToList();
        AppTemplate[] all = [.. read.Select(file => file.Result.Template).OfType<AppTemplate>().OrderBy(template => template.Order)];
        return new()
        {
            All = all,
            Faults =
            [
                .. files.Length == 0 ? [$"{folder} holds no app template. Put back its files."] : Array.Empty<string>(),
                .. read.SelectMany(file => file.Result.Faults.Select(fault => $"{file.File}: {fault}")),
                .. from template in all
                   where all.First(other => other.Order == template.Order) != template
                   select $"{Path.Combine(folder, template.Key + ".json")}: order {template.Order} is taken. Give each template its own.",
            ],
        };
    }

    static (AppTemplate? Template, IReadOnlyList<string> Faults) ReadFile(string file)
    {
        try
        {
            var text = File.ReadAllText(file);
            var template = JsonSerializer.Deserialize<AppTemplate>(text, Strict);
            if (template is null) return (null, ["it holds null. Write an object, as its neighbours have it."]);
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
}
