using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>A slip in a template's file is told with the file and the cure, and never throws.</summary>
public sealed class TemplateFileTests : IDisposable
{
    const string Good = """
        {
          "key": "mine", "title": "Mine", "line": "What it is for", "icon": "page", "order": 1,
          "fields": [
            {
              "key": "address", "label": "Address", "kind": "address", "required": true,
              "example": "https://x.example/v/1", "expects": "a video",
              "rules": [
                { "hosts": [ "x.example" ], "path": "/v/(?<id>[0-9]+)", "makes": "https://x.example/embed/{id}" }
              ]
            },
            { "key": "told", "label": "Tell it", "kind": "flag", "does": "tell-current-user" }
          ]
        }
        """;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("templates-");

    string File => Path.Combine(folder.FullName, "mine.json");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void A_provider_is_added_by_a_file_alone()
    {
        var template = Assert.Single(Read(Good).All);

        var (app, _) = AppMaker.Make(template, new Dictionary<string, string> { ["address"] = "x.example/v/7?a=1" },
            Templates.Places);

        Assert.Equal("https://x.example/embed/7", app!.Address);
        Assert.Equal("strict-origin", app.ReferrerPolicy);
    }

    [Theory]
    [InlineData("", "cannot be read as an app template")]
    [InlineData("null", "it holds null")]
    [InlineData("[]", "cannot be read as an app template")]
    [InlineData("{}", "missing required properties")]
    [InlineData("{\"key\":\"mine\",\"key\":\"mine\"}", "cannot be read as an app template, at $")]
    [InlineData("{ \"key\": \"\\ud800\" }", "cannot be read as an app template")]
    public void A_file_that_is_no_template_is_named(string text, string words) => Assert.Contains(words, Fault(text));

    [Theory]
    [InlineData("$.key", "\"yours\"", "Make it the file's name")]
    [InlineData("$.title", "\"\"", "title must have 1 to 40")]
    [InlineData("$.title", "null", "at $.title")]
    [InlineData("$.line", "\"\"", "line must have 1 to 80")]
    [InlineData("$.icon", "\"<svg>\"", "icon must name one")]
    [InlineData("$.order", "\"1\"", "at $.order")]
    [InlineData("$.colour", "\"red\"", "colour")]
    [InlineData("$.Title", "\"Mine\"", "Title")]
    [InlineData("$.opens", "\"popup\"", "opens must be frame or status")]
    [InlineData("$.opens", "\"status\"", "provider must be one of statuspage, betterstack, instatus")]
    [InlineData("$.provider", "\"statuspage\"", "provider must be one of")]
    [InlineData("$.allow", "\"camera *\"", "allow must be names of permissions")]
    [InlineData("$.referrerPolicy", "\"unsafe-url\"", "referrerPolicy must be one of no-referrer")]
    [InlineData("$.address", "\"https://x.example/v/1\"", "address says what opens")]
    [InlineData("$.fields", "[]", "exactly one whose kind is address")]
    [InlineData("$.fields", "[null]", "null stands in a list")]
    [InlineData("$.fields.0.required", "false", "address says what opens")]
    [InlineData("$.fields.0.key", "\"title\"", "none of title, line, template")]
    [InlineData("$.fields.0.label", "\"\"", "label must have 1 to 60")]
    [InlineData("$.fields.0.kind", "\"link\"", "kind must be address, text, choice or flag")]
    [InlineData("$.fields.0.example", "\"\"", "example must be a value")]
    [InlineData("$.fields.0.example", "\"https://y.example/\"",
        "its own example 'https://y.example/' is refused: That address does not fit here")]
    [InlineData("$.fields.0.example", "\"javascript:alert(1)\"", "is refused: An address that begins with javascript:")]
    [InlineData("$.fields.0.expects", "\"\"", "expects belongs to an address or a text")]
    [InlineData("$.fields.0.pattern", "\"x\"", "pattern belongs to a text")]
    [InlineData("$.fields.0.choices", "[{\"value\":\"a\",\"label\":\"A\"}]", "choices belong to a choice")]
    [InlineData("$.fields.0.rules", "[]", "rules belong to an address")]
    [InlineData("$.fields.0.rules", "[null]", "null stands in a list")]
    [InlineData("$.fields.0.rules.0.hosts", "[]", "rule 1: hosts must be host names")]
    [InlineData("$.fields.0.rules.0.hosts", "[\"https://x.example\"]", "hosts must be host names")]
    [InlineData("$.fields.0.rules.0.hosts", "[\"X.example\"]", "hosts must be host names")]
    [InlineData("$.fields.0.rules.0.path", "\"/v/(?<id>[0-9]+\"", "at $.fields[0].rules[0].path")]
    [InlineData("$.fields.0.rules.0.path", "\"a)|(b\"", "not a pattern that can be matched in one pass")]
    [InlineData("$.fields.0.rules.0.path", "\"(?=x)(?<id>x)\"", "not a pattern that can be matched in one pass")]
    [InlineData("$.fields.0.rules.0.path", "\"(?<id>((a{1,99}){1,99}b)*)\"",
        "not a pattern that can be matched in one pass")]
    [InlineData("$.fields.0.rules.0.path", "7", "at $.fields[0].rules[0].path")]
    [InlineData("$.fields.0.rules.0.path", "\"/v/(?<nr>[0-9]+)\"",
        "makes names {id}, which neither path nor query has")]
    [InlineData("$.fields.0.rules.0.path", "\"/v/(?<id>[0-9]+)/(?<page>x)\"", "Give the group another name.")]
    [InlineData("$.fields.0.rules.0.reads", "\"https://x.example/{id}\"", "or reads in their place")]
    [InlineData("$.fields.0.rules.0.query", "{\"v\":null}", "query must give a pattern")]
    [InlineData("$.fields.0.rules.0.makes", "\"javascript:{id}\"", "makes must begin with https://")]
    [InlineData("$.fields.0.rules.0.refuses", "\"No.\"", "either makes or refuses")]
    [InlineData("$.fields.0.rules.0.keeps", "[{\"names\":[]}]", "keeps needs the names")]
    [InlineData("$.fields.0.rules.0.keeps", "[{\"names\":[\"a*\",\"b\"]}]", "must stand alone")]
    [InlineData("$.fields.0.rules.0.identifier", "{\"in\":\"header\",\"name\":\"id\"}",
        "identifier must have in: query or fragment")]
    [InlineData("$.fields.1.key", "\"address\"", "field 'address' stands twice")]
    [InlineData("$.fields.1.does", "\"tell-everybody\"", "does must be tell-current-user")]
    [InlineData("$.fields.1.does", "\"add-identifier\"", "no rule says where")]
    [InlineData("$.fields.1.example", "\"true\"", "a flag needs none")]
    public void A_slip_is_named_with_its_cure(string path, string value, string words) =>
        Assert.Contains(words, Fault(With(path, value)));

    [Fact]
    public void Two_templates_cannot_have_one_place()
    {
        System.IO.File.WriteAllText(Path.Combine(folder.FullName, "other.json"), Good.Replace("\"mine\"", "\"other\""));

        Assert.Contains("order 1 is taken by 'mine'. Give each its own.", Assert.Single(Read(Good).Faults));
    }

    [Fact]
    public void Every_fault_of_every_file_is_told_at_once_and_the_rest_is_kept()
    {
        System.IO.File.WriteAllText(Path.Combine(folder.FullName, "broken.json"), "{");
        System.IO.File.WriteAllText(Path.Combine(folder.FullName, "slips.json"),
            Good.Replace("\"Mine\"", "\"\"").Replace("\"page\"", "\"\""));

        var read = Read(Good);

        Assert.Equal("mine", Assert.Single(read.All).Key);
        var files = read.Faults.Select(fault => Path.GetFileName(fault.Split(": ")[0]));
        Assert.Equal(["broken.json", "slips.json", "slips.json", "slips.json"], files);
    }

    [Fact]
    public void A_folder_that_is_missing_or_empty_is_named()
    {
        Assert.Contains("holds no app template. Put back its files.", Refusal(folder.FullName));
        Assert.Contains("cannot be read as the folder", Refusal(Path.Combine(folder.FullName, "none")));
    }

    [Fact]
    public void The_demo_stops_at_the_first_file_that_it_cannot_read()
    {
        System.IO.File.WriteAllText(File, "{");

        Assert.StartsWith($"{File}: it cannot be read as an app template, at $", Refusal(folder.FullName));
    }

    /// <summary>With the schema an editor helps the author of a template.</summary>
    [Fact]
    public void The_schema_beside_the_templates_says_what_the_demo_reads()
    {
        JsonSerializerOptions options = new(SeedFile.Strict) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

        var schema = options.GetJsonSchemaAsNode(typeof(AppTemplate), new()
        {
            TreatNullObliviousAsNonNullable = true,
            // A type with a converter of its own has no schema by itself.
            TransformSchemaNode = (context, node) =>
                context.TypeInfo.Type == typeof(Regex) ? new JsonObject { ["type"] = "string" } : node,
        });

        var written = System.IO.File.ReadAllText(Checkout.File("seed-data/app-template.schema.json"));
        Assert.True(JsonNode.DeepEquals(schema, JsonNode.Parse(written)), $"It should be:\n{schema}");
    }

    /// <summary>
    /// The project's own files with bytes changed, taken out and doubled at random, always the same ones.
    /// </summary>
    [Fact]
    public void A_file_with_anything_in_it_never_throws()
    {
        var random = new Random(4);
        string[] bits =
        [
            "null", "[", "}", "\"\"", "1e999", "\\ud800", "(?<", "{id}", "*", ")", "\\", "{9999}", "\"fields\":",
            "true", "\u0000",
        ];
        var files = Directory.EnumerateFiles(Checkout.File("seed-data/app-templates"));
        string[] texts = [Good, .. files.Select(System.IO.File.ReadAllText)];
        var values = new Dictionary<string, string> { ["address"] = "https://www.youtube.com/watch?v=M7lc1UVf-VE" };
        var faulty = 0;

        for (var i = 0; i < 600; i++)
        {
            var text = new StringBuilder(texts[i % texts.Length]);
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                var at = random.Next(text.Length - 8);
                if (random.Next(2) == 0) text.Remove(at, random.Next(1, 8));
                text.Insert(at, bits[random.Next(bits.Length)]);
            }
            var read = Read(text.ToString());
            faulty += read.Faults.Count > 0 ? 1 : 0;
            foreach (var template in read.All) AppMaker.Make(template, values, Templates.Places);
        }

        Assert.InRange(faulty, 400, 600);
    }

    static string Refusal(string folder) =>
        Assert.Throws<DemoDataException>(() => AppTemplates.Read(folder)).Message;

    (IReadOnlyList<AppTemplate> All, IReadOnlyList<string> Faults) Read(string text)
    {
        System.IO.File.WriteAllText(File, text);
        return TemplateCheck.Read(folder.FullName);
    }

    string Fault(string text)
    {
        var faults = Read(text).Faults;
        Assert.All(faults, fault => Assert.StartsWith(File + ": ", fault));
        return string.Join('\n', faults);
    }

    static string With(string path, string value)
    {
        var names = path.Split('.')[1..];
        JsonNode root = JsonNode.Parse(Good)!, at = root;
        foreach (var name in names[..^1]) at = (int.TryParse(name, out var index) ? at[index] : at[name])!;
        at[names[^1]] = JsonNode.Parse(value);
        return root.ToJsonString();
    }
}
