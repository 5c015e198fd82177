namespace Oxvo.PortalSample.MockHost.Applications;

/// <summary>What the reader cannot see in a template's file, each as what is wrong and what to write instead.</summary>
internal static class TemplateCheck
{
    public static IEnumerable<string> Faults(AppTemplate template, string file)
    {
        if (template.Key != file) yield return $"key is '{template.Key}'. Make it the file's name, '{file}'.";
    }
}
