using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>
/// The walls between the rooms, which are the project's first folders. An integrator takes <c>Portal</c> home, so it
/// uses nothing else of ours.
/// </summary>
public sealed class ArchitectureTests
{
    static string Project { get; } = Checkout.File("Oxvo.PortalSample");

    static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["Portal"] = [],
        ["ForYourSite"] = [],
        ["Tools"] = [],
        ["Demo"] = ["Portal", "ForYourSite", "Tools"],
        [""] = ["Portal", "ForYourSite", "Tools", "Demo"],
    };

    /// <summary>Commands of the tools that ask the portal itself, so that they never disagree with it.</summary>
    static readonly string[] MayAskThePortal =
        ["Tools/Proof/ProofCommand.cs", "Tools/TryAccount/TryCommand.cs", "Tools/TryAccount/AnswerPrinter.cs"];

    static readonly Lazy<CSharpCompilation> Sources = new(() => CSharpCompilation.Create("Sources",
        Directory.EnumerateFiles(Project, "*.cs", SearchOption.AllDirectories)
            .Where(file => Path.GetRelativePath(Project, file).Split(Path.DirectorySeparatorChar)[0] is not ("bin" or "obj"))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: Path.GetRelativePath(Project, file)))
            .Append(CSharpSyntaxTree.ParseText(File.ReadAllText(ImplicitUsings))),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(assembly => Path.GetFileName(assembly) != "Oxvo.PortalSample.dll")
            .Select(assembly => MetadataReference.CreateFromFile(assembly))));

    static string ImplicitUsings => Path.Combine(Project, "obj", Checkout.Configuration, "net10.0", "Oxvo.PortalSample.GlobalUsings.g.cs");

    static readonly Lazy<List<(string From, string To)>> Present = new(() => [.. Sources.Value.SyntaxTrees.SelectMany(tree => Uses(Sources.Value, tree))]);

    [Fact]
    public void Every_file_is_in_a_room() =>
        Assert.Equal(MayUse.Keys.Order(), Sources.Value.SyntaxTrees.Select(tree => RoomOf(tree.FilePath)).Distinct().Order());

    [Fact]
    public void No_room_uses_one_that_it_may_not() => Assert.Empty(Forbidden(Present.Value));

    [Fact]
    public void No_folders_of_a_room_use_each_other_in_a_circle() => Assert.Empty(Circles(Present.Value));

    [Theory]
    [InlineData("Portal/Api/Added.cs", "Oxvo.PortalSample.Demo.Data.DemoDatabase")]
    [InlineData("Portal/Added.cs", "Oxvo.PortalSample.Tools.Status.StatusCommand")]
    [InlineData("Portal/Proof/Added.cs", "Oxvo.PortalSample.ForYourSite.PortalTokenMinter")]
    [InlineData("ForYourSite/Added.cs", "Oxvo.PortalSample.Portal.PortalOptions")]
    [InlineData("ForYourSite/Added.cs", "Oxvo.PortalSample.Demo.Data.DemoDatabase")]
    [InlineData("ForYourSite/Added.cs", "Oxvo.PortalSample.Tools.Status.StatusCommand")]
    [InlineData("Tools/Status/Added.cs", "Oxvo.PortalSample.Portal.PortalOptions")]
    [InlineData("Tools/Proof/Added.cs", "Oxvo.PortalSample.Portal.PortalOptions")]
    [InlineData("Tools/LaunchCheck/Added.cs", "Oxvo.PortalSample.Demo.Data.DemoDatabase")]
    [InlineData("Tools/Added.cs", "Oxvo.PortalSample.ForYourSite.IdentifierHash")]
    public void A_forbidden_use_is_found_by_its_file(string file, string type)
    {
        var uses = Present.Value.Concat(UsesOfAdded(file, type));

        Assert.StartsWith($"{file} uses ", Assert.Single(Forbidden(uses)));
    }

    [Theory]
    [InlineData("Portal/Accounts/Added.cs", "Oxvo.PortalSample.Portal.Api.PortalAnswer")]
    [InlineData("Portal/Added.cs", "Oxvo.PortalSample.Portal.Hosting.StartException")]
    [InlineData("Tools/Fetching/Added.cs", "Oxvo.PortalSample.Tools.Status.StatusCommand")]
    [InlineData("Demo/Web/Added.cs", "Oxvo.PortalSample.Demo.DemoSetup")]
    public void A_circle_is_found_by_its_folders(string file, string type)
    {
        var uses = Present.Value.Concat(UsesOfAdded(file, type));

        Assert.Contains(Path.GetDirectoryName(file)!, Assert.Single(Circles(uses)).Split(" ⇄ "));
    }

    static IEnumerable<string> Forbidden(IEnumerable<(string From, string To)> uses) =>
        uses.Where(use => RoomOf(use.From) != RoomOf(use.To) && !MayUse[RoomOf(use.From)].Contains(RoomOf(use.To))
                && !(RoomOf(use.To) == "Portal" && MayAskThePortal.Contains(use.From)))
            .Select(use => $"{use.From} uses {use.To}").Order();

    /// <summary>Folders that reach each other.</summary>
    static List<string> Circles(IEnumerable<(string From, string To)> uses)
    {
        var reached = uses.Select(use => (From: Path.GetDirectoryName(use.From)!, To: Path.GetDirectoryName(use.To)!))
            .Where(arrow => arrow.From != arrow.To).ToHashSet();
        for (var before = 0; before != reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith([.. from first in reached join second in reached on first.To equals second.From select (first.From, second.To)]);
        }
        var inCircles = reached.Where(arrow => arrow.From == arrow.To).Select(arrow => arrow.From).Order().ToList();
        return inCircles.Count == 0 ? [] : [string.Join(" ⇄ ", inCircles)];
    }

    static IEnumerable<(string From, string To)> UsesOfAdded(string file, string type)
    {
        var added = CSharpSyntaxTree.ParseText($"class Added {{ object? o = typeof({type}); }}", path: file);
        return Uses(Sources.Value.AddSyntaxTrees(added), added);
    }

    /// <summary>
    /// What a file uses that other files declare: types, members and extension methods, in code and in docstrings.
    /// </summary>
    static IEnumerable<(string From, string To)> Uses(CSharpCompilation sources, SyntaxTree tree)
    {
        var model = sources.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes(descendIntoTrivia: true).OfType<SimpleNameSyntax>())
        {
            var symbol = model.GetSymbolInfo(name).Symbol;
            if (symbol is null or INamespaceSymbol) continue;
            var original = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol.OriginalDefinition;
            foreach (var declared in original.DeclaringSyntaxReferences.Where(declared => declared.SyntaxTree != tree))
                yield return (tree.FilePath, declared.SyntaxTree.FilePath);
        }
    }

    static string RoomOf(string file) => file.Contains(Path.DirectorySeparatorChar) ? file.Split(Path.DirectorySeparatorChar)[0] : "";
}
