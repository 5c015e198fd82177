using System.Globalization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Portal;

/// <summary>Locales and time zones that both this server and a browser know.</summary>
static partial class Regional
{
    /// <summary>Whether it is a known locale, as BCP 47 writes it: <c>de-DE</c>, and not <c>de_DE</c>.</summary>
    public static bool IsLocale(string text)
    {
        try
        {
            return LocalePattern().IsMatch(text)
                && CultureInfo.GetCultureInfo(text, predefinedOnly: true).Name.Length > 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    /// <summary>The zone of an IANA name; null for another.</summary>
    public static TimeZoneInfo? FindZone(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;

    [GeneratedRegex(@"\A[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\z")]
    private static partial Regex LocalePattern();
}
