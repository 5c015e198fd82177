using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What every visitor can read in the page and its scripts, and should not.</summary>
static class SecretChecks
{
    const string InPage = "the page", Parameter =
        "(?i)[?&](?:e-?mail|mail|phone|mobile|birth(?:day|date)|dob|ssn|first_?name|last_?name|full_?name|surname)=";

    static readonly string[] AddressAttributes =
        ["href", "src", "action", "formaction", "data", "poster", "data-src", "data-url", "data-api"];

    static readonly Regex PersonalParameter = Pattern.New(Parameter + @"[^&\s]");
    static readonly Regex BuiltParameter = Pattern.New(Parameter + @"(?:\$\{|[""'`]\s*\+)");

    // Not package@version, and not picture@2x.png.
    static readonly Regex MailAddress = Pattern.New(@"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z][\w-]*(?:\.[\w-]+)*\."
        + @"(?!(?:js|mjs|css|json|map|png|jpe?g|gif|svg|webp|avif|ico|html?)\b)[A-Za-z]{2,}(?![\w-])");

    static readonly Regex OtherScheme = Pattern.New(@"(?i)\A(?!https?:)[a-z][a-z0-9+.-]*:");

    // Without a scheme only what is not a version number: a port says that, and 192.168 by itself.
    static readonly Regex[] Hosts =
    [
        Pattern.New(@"(?i)(?:https?|wss?|ftp):\\?/\\?/(?<host>[A-Za-z0-9.-]{1,253}|\[::1\])"
            + @"(?<port>:\d{1,5})?(?![\w@:])"),
        Pattern.New(@"(?<=[""'`>\s=])(?<host>(?:10|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}(?=:\d)"
            + @"|192\.168\.\d{1,3}\.\d{1,3})(?<port>:\d{1,5})?(?=[""'`<\s/])"),
    ];

    static readonly Regex PrivateName = Pattern.New(
        @"(?i)\.(?:internal|intranet|intra|local|localdomain|lan|corp|home\.arpa|cluster\.local)\.?\z");

    public static async Task<Finding> Secrets(CheckedApp app)
    {
        var found = (await TextsAsync(app)).SelectMany(text => Secret.Find(text.Text).Select(secret =>
                (secret.IsPublicAtTimes, Text: $"{secret.Kind} in {text.Name}: {secret.Shown}")))
            .ToLookup(secret => secret.IsPublicAtTimes, secret => secret.Text);
        if (found[false].Any())
            return Fail(Lines(found[false]), "Everyone who opens the page has it, and can use it in your name.",
                "Take it out, put it behind your server, and replace it at its provider: it has been published.");
        if (found[true].Any())
            return Warn(Lines(found[true]),
                "Some keys are made for browsers; one that is not can be used by every visitor.",
                "See at its provider that it is limited to this website and to what visitors may do.");
        return await PassAsync(app);
    }

    public static async Task<Finding> PrivateAddresses(CheckedApp app)
    {
        var page = (await app.Page).Address;
        string[] found = [.. (await TextsAsync(app)).SelectMany(text =>
            PrivateIn(text.Text, page, text.Name == InPage).Select(address => $"{address} in {text.Name}"))];
        return found.Length == 0 ? await PassAsync(app) : Fail(Lines(found),
            "It tells strangers how your network is built, and does not work outside of it.",
            "Write the public address, or a relative one.");
    }

    public static async Task<Finding> PersonalAddresses(CheckedApp app)
    {
        var (page, document, view) = (await app.Page, await app.Document, await app.View);
        string[] found =
        [
            .. page.Redirects.Append(page.Address).Prepend(app.Options.Address)
                .Where(address => IsPersonal(address.OriginalString)).Select(_ => "the page's own address"),
            .. from name in AddressAttributes
               from element in document.QuerySelectorAll($"[{name}]")
               where IsPersonal(element.GetAttribute(name)!)
               select $"<{element.LocalName} {name}> in the page",
            .. document.QuerySelectorAll("form").Where(SendsByAddress)
                .Select(_ => "a form that sends a personal field with method=\"get\""),
            .. view.Scripts.Where(script => BuiltParameter.IsMatch(script.Source))
                .Select(script => $"an address that {script.Name} builds"),
        ];
        return found.Length == 0 ? await PassAsync(app) : Fail(Lines(found),
            "Addresses are kept in histories, logs and referrers, where they are never deleted.",
            "Send it in the body of a POST, or ask for it by a token.");
    }

    // What was not read holds nothing that was found, and does not pass.
    static async Task<Finding> PassAsync(CheckedApp app) =>
        await app.View is { Unread.Count: > 0 } view ? MessageChecks.Unread(view) : Pass("");

    static async Task<IEnumerable<(string Name, string Text)>> TextsAsync(CheckedApp app)
    {
        var view = await app.View;
        return view.Files.Where(file => file.Text is not null)
            .Select(file => (file.Address.AbsolutePath, file.Text!))
            .Prepend((InPage, Encoding.UTF8.GetString(view.Page.Body)));
    }

    /// <param name="page">Its own host is not private, whatever it is: the browser came by it.</param>
    /// <param name="isPage">
    /// An address of this machine was written by hand in a page; libraries have some that they never go to.
    /// </param>
    static IEnumerable<string> PrivateIn(string text, Uri page, bool isPage) =>
        Hosts.SelectMany(pattern => pattern.Matches(text))
            .Select(match => (Host: match.Groups["host"].Value, Port: match.Groups["port"].Value))
            .Where(found => IsPrivate(found.Host, page, isPage || found.Port.Length > 0))
            .Select(found => found.Host + found.Port).Distinct();

    static bool IsPrivate(string host, Uri page, bool isMeant)
    {
        if (host.Equals(page.Host, StringComparison.OrdinalIgnoreCase)) return false;
        var number = host.Count(c => c == '.') == 3 && IPAddress.TryParse(host, out var address) ? address : null;
        if (Uri.TryCreate($"http://{host}", UriKind.Absolute, out var there) && TypedAddress.IsThisMachine(there))
            return !TypedAddress.IsThisMachine(page) && isMeant;
        if (number is null) return PrivateName.IsMatch(host);
        // 0.0.0.0, 192.0.2.0/24 and the like are in libraries and examples, and lead nowhere.
        return !PublicAddress.IsPublic(number) && number.GetAddressBytes()
            is not ([0, ..] or [192, 0, ..] or [198, 51, 100, _] or [203, 0, 113, _] or [>= 224, ..]);
    }

    // A link to write a mail or to call is not the address of a page. What follows the # is not sent.
    static bool IsPersonal(string address)
    {
        address = address.Trim();
        if (address.Length > 4_000 || OtherScheme.IsMatch(address)) return false;
        var sent = Uri.UnescapeDataString(address.Split('#')[0].Replace('+', ' '));
        return PersonalParameter.IsMatch(sent) || MailAddress.IsMatch(sent);
    }

    // The browser writes the fields of such a form into the address. Without an action, and with a script beside it,
    // the form is the script's.
    static bool SendsByAddress(IElement form) => form.Matches("[method], [action]")
        && !form.Matches("[method=post i], [method=dialog i]")
        && form.QuerySelector("input[type=email][name], input[type=tel][name], input[type=password][name], "
            + "input[name=email i], input[name=phone i]") is not null;
}
