using Acornima.Ast;
using static Oxvo.PortalSample.Tools.LaunchCheck.PageScript;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Finds what modules give others, by the files' names: no import map or builder is asked.</summary>
sealed class Exports(ScriptValues values)
{
    /// <summary>What an importer gets by this name.</summary>
    public IEnumerable<Node> Find(string source, string name, PageScript importer)
    {
        var file = source[(source.LastIndexOf('/') + 1)..].Split('?')[0];
        var others = values.Scripts.Where(script => script != importer).ToArray();
        var named = others.Where(script => file.Length > 0
            && script.Name.EndsWith("/" + file, StringComparison.Ordinal)).ToArray();
        return (named.Length > 0 ? named : source.StartsWith('.') ? others : [])
            .SelectMany(script => ExportsOf(script, name)).Take(ScriptValues.MostNamesakes);
    }

    IEnumerable<Node> ExportsOf(PageScript script, string name)
    {
        foreach (var node in (script.Program?.Body ?? default).Where(_ => values.TakeStep()))
            switch (node)
            {
                case ExportDefaultDeclaration export when name == "default": yield return export.Declaration; break;
                case ExportNamedDeclaration { Declaration: { } declared }:
                    if (NameOf((declared as IFunction)?.Id ?? (declared as IClass)?.Id) == name)
                        yield return declared;
                    if (declared is VariableDeclaration list)
                        foreach (var one in list.Declarations)
                            if (NameOf(one.Id) == name && one.Init is not null) yield return one.Init;
                    break;
                case ExportNamedDeclaration export:
                    foreach (var one in export.Specifiers.Where(one => NameOf(one.Exported) == name))
                        if (export.Source is null) yield return one.Local;
                        else foreach (var value in Find(export.Source.Value, NameOf(one.Local)!, script))
                            yield return value;
                    break;
                case ExportAllDeclaration export:
                    foreach (var value in Find(export.Source.Value, name, script)) yield return value;
                    break;
            }
    }
}
