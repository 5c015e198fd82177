using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Personal data in addresses: e-mail addresses, and parameters that are named after a person's data.</summary>
static partial class PersonalText
{
    public static readonly IReadOnlyList<string> Attributes = ["href", "src", "action", "formaction", "data", "poster", "data-src",
        "data-url", "data-api"];

    const string Fields = "input[type=email][name], input[type=tel][name], input[type=password][name], input[name=email i], input[name=phone i]";

    /// <summary>A link to write a mail or to call is not the address of a page. What follows the # is not sent.</summary>
    public static bool IsIn(string address)
    {
        address = address.Trim();
        if (Other().IsMatch(address) || address.Length > 4_000) return false;
        var sent = Uri.UnescapeDataString(address.Split('#')[0].Replace('+', ' '));
        return Parameter().IsMatch(sent) || Mail().IsMatch(sent);
    }

    /// <summary>The browser writes the fields of such a form into the address.</summary>
    public static bool SendsByAddress(IElement form) =>
        !string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)
            && !string.Equals(form.GetAttribute("method"), "dialog", StringComparison.OrdinalIgnoreCase)
        // Without an action, and with a script beside it, the form is the script's.
        && (form.HasAttribute("method") || form.HasAttribute("action"))
        && form.QuerySelector(Fields) is not null;

    /// <summary>A script that puts such a parameter's value together.</summary>
    public static bool IsBuiltIn(string script) => Built().IsMatch(script);

    const string Names = "(?:e-?mail|mail|phone|mobile|birth(?:day|date)|dob|ssn|first_?name|last_?name|full_?name|surname)";

    [GeneratedRegex($@"[?&]{Names}=[^&\s]", RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Parameter();

    // Not package@version, and not picture@2x.png.
    [GeneratedRegex(@"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z][\w-]*(?:\.[\w-]+)*\."
        + @"(?!(?:js|mjs|css|json|map|png|jpe?g|gif|svg|webp|avif|ico|html?)\b)[A-Za-z]{2,}(?![\w-])",
        RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Mail();

    [GeneratedRegex($@"[?&]{Names}=(?:\$\{{|[""'`]\s*\+)", RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Built();

    [GeneratedRegex(@"\A(?!https?:)[a-z][a-z0-9+.-]*:", RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Other();
}
