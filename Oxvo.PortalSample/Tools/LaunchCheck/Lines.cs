namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>The first few of many, a line each.</summary>
static class Lines
{
    const int Most = 5;

    public static string JoinFirst(IReadOnlyCollection<string> all)
    {
        string[] different = [.. all.Distinct()];
        return string.Join('\n', [.. different.Take(Most).Select(text => text.Length <= 160 ? text : text[..160] + "…"),
            .. different.Length > Most ? [$"and {different.Length - Most} more"] : Array.Empty<string>()]);
    }
}
