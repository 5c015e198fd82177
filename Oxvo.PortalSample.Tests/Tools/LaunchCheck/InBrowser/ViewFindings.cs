using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>What the browser sees of the first view.</summary>
sealed class ViewFindings(Scenes scenes)
{
    public async Task<Finding> Loads()
    {
        const string why = "A script that ends in an error leaves behind a page that is half done.",
            repair = "Open the app's address in a browser, and see to what its console shows.";
        try
        {
            var view = await scenes.BareAsync();
            return view.Faults.Count > 0 ? Finding.Fail(Lines(view.Faults), why, repair)
                : view.Complaints.Count > 0
                    ? Finding.Warn(Lines(view.Complaints), "The browser, or a script, complains of it in the console.",
                        repair)
                : Finding.Pass(view.Files.Count == 1 ? "1 request" : $"{view.Files.Count} requests");
        }
        catch (SceneException fault) when (fault.IsOfTheApp)
        {
            return Finding.Fail(fault.Message, "The visitor sees a panel that loads and loads.",
                "Look for a loop in its scripts: an address that is set again and again, dialogs, requests without "
                + "an end.");
        }
    }

    public async Task<Finding> Overflow()
    {
        var (overflow, _, _) = await LayoutAsync();
        return overflow.Count == 0 ? Finding.Pass("400×590, 400×510, 320×520, text at 200 % too")
            : Finding.Fail(Lines(overflow), "What lies to the right is found by nobody in a panel of 400 pixels.",
                "Give no box a fixed width: max-width: 100%, overflow-wrap: anywhere, and flex-wrap: wrap.");
    }

    public async Task<Finding> ReadableText()
    {
        var (_, unreadable, doubtful) = await LayoutAsync();
        const string repair =
            "Sizes in rem, from 0.75rem on; a contrast of 4.5 at the least; no fixed heights around text.";
        return unreadable.Count > 0 ? Finding.Fail(Lines(unreadable), "Whoever sees less well cannot read it.", repair)
            : doubtful.Count > 0
                ? Finding.Warn(Lines(doubtful), "Whoever sees less well reads it with trouble.", repair)
            : Finding.Pass("size, contrast, nothing cut off");
    }

    public async Task<Finding> MainHeading()
    {
        var view = await scenes.BareAsync();
        var screen = view.Screen.Headings.Length == 0 && view.Listens ? (await scenes.ToldAsync()).Screen : view.Screen;
        return OneJobChecks.JudgeHeadings(screen.Headings, screen.SpeaksOtherwise);
    }

    public async Task<Finding> Navigation()
    {
        var screen = (await scenes.BareAsync()).Screen;
        return OneJobChecks.JudgeNavigation(screen.Links, screen.MenuLinks, screen.Nested, screen.Frames);
    }

    public async Task<Finding> Weight() =>
        WeightChecks.JudgeBytes((await scenes.BareAsync()).Files, plain: false, ", pictures and data among them");

    public async Task<Finding> Requests() =>
        WeightChecks.JudgeRequests((await scenes.BareAsync()).Files.Count, "everything that the browser loads");

    public async Task<Finding> MixedContent()
    {
        var mixed = (await scenes.BareAsync()).Mixed;
        const string repair = "Write these addresses with https:, or host the files yourself.";
        return mixed.Any(line => line.Contains("blocked", StringComparison.Ordinal))
            ? Finding.Fail(Lines(mixed), "On a page with https the browser blocks what is loaded over plain http.",
                repair)
            : mixed.Count > 0
                ? Finding.Warn(Lines(mixed),
                    "The browser asks for it over https instead, and leaves it out where that fails.", repair)
            : Finding.Pass("");
    }

    async Task<(IReadOnlyList<string> Overflow, IReadOnlyList<string> Unreadable,
        IReadOnlyList<string> Doubtful)> LayoutAsync()
    {
        var looks = await scenes.LayoutsAsync();
        return ([.. looks.SelectMany(look => look.Overflow)], [.. looks.SelectMany(look => look.Unreadable)],
            [.. looks.SelectMany(look => look.Doubtful)]);
    }

    /// <summary>The first few of many.</summary>
    public static string Lines(IEnumerable<string> all)
    {
        const int most = 5, longest = 200;
        string[] different = [.. all.Distinct()];
        return string.Join('\n',
            [.. different.Take(most).Select(text => text.Length <= longest ? text : text[..longest] + "…"),
            .. different.Length > most ? [$"and {different.Length - most} more"] : Array.Empty<string>()]);
    }
}
