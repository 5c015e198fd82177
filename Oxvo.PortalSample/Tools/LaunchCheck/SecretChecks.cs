using System.Text;
using AngleSharp.Dom;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What every visitor can read in the page and its scripts, and should not.</summary>
static class SecretChecks
{
    const string InPage = "the page";

    public static async Task<CheckFinding> Secrets(CheckedApp app)
    {
        var texts = await TextsAsync(app);
        var found = texts.SelectMany(text => SecretPatterns.Find(text.Text)
            .Select(secret => (secret.IsPublicAtTimes, Text: $"{secret.Kind} in {text.Name}: {secret.Shown}"))).ToArray();
        const string repair = "Take it out, put it behind your server, and replace it at its provider: it has been published.";
        string[] secrets = [.. found.Where(one => !one.IsPublicAtTimes).Select(one => one.Text)];
        if (secrets.Length > 0) return CheckFinding.Fail(Lines.JoinFirst(secrets),
            "Everyone who opens the page has it, and can use it in your name.", repair);
        return found.Length == 0 ? await PassAsync(app)
            : CheckFinding.Warn(Lines.JoinFirst([.. found.Select(one => one.Text)]),
                "Some keys are made for browsers; one that is not can be used by every visitor.",
                "See at its provider that it is limited to this website and to what visitors may do.");
    }

    public static async Task<CheckFinding> PrivateAddresses(CheckedApp app)
    {
        var page = await app.PageAsync();
        string[] found = [.. (await TextsAsync(app))
            .SelectMany(text => PrivateAddressText.Find(text.Text, page.Address, text.Name == InPage)
            .Select(address => $"{address} in {text.Name}"))];
        return found.Length == 0 ? await PassAsync(app)
            : CheckFinding.Fail(Lines.JoinFirst(found),
                "It tells strangers how your network is built, and does not work outside of it.",
                "Write the public address, or a relative one.");
    }

    public static async Task<CheckFinding> PersonalAddresses(CheckedApp app)
    {
        var page = await app.PageAsync();
        var document = await app.DocumentAsync();
        var view = await app.ViewAsync();
        string[] found =
        [
            .. page.Redirects.Append(page.Address).Prepend(app.Options.Address)
                .Where(address => PersonalText.IsIn(address.OriginalString)).Select(_ => "the page's own address"),
            .. PersonalText.Attributes.SelectMany(name => document.QuerySelectorAll($"[{name}]")
                .Select(element => (Element: element, Name: name)))
                .Where(place => PersonalText.IsIn(place.Element.GetAttribute(place.Name)!))
                    .Select(place => $"<{place.Element.LocalName} {place.Name}> in the page"),
            .. document.QuerySelectorAll("form").Where(PersonalText.SendsByAddress)
                .Select(_ => "a form that sends a personal field with method=\"get\""),
            .. view.Scripts.Where(script => PersonalText.IsBuiltIn(script.Source))
                .Select(script => $"an address that {script.Name} builds"),
        ];
        return found.Length == 0 ? await PassAsync(app)
            : CheckFinding.Fail(Lines.JoinFirst(found),
                "Addresses are kept in histories, logs and referrers, where they are never deleted.",
                "Send it in the body of a POST, or ask for it by a token.");
    }

    // What was not read holds nothing that was found, and does not pass.
    static async Task<CheckFinding> PassAsync(CheckedApp app) =>
        await app.ViewAsync() is { Unread.Count: > 0 } view ? MessageChecks.Unread(view) : CheckFinding.Pass("");

    static async Task<IEnumerable<(string Name, string Text)>> TextsAsync(CheckedApp app)
    {
        var view = await app.ViewAsync();
        return view.Files.Where(file => file.Text is not null).Select(file => (file.Address.AbsolutePath, file.Text!))
            .Prepend((InPage, Encoding.UTF8.GetString(view.Page.Body)));
    }
}
