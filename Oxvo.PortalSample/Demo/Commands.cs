using System.CommandLine;

namespace Oxvo.PortalSample.Demo;

/// <summary>The commands by their names. What is not one of them, and not a setting, does not start the demo.</summary>
public sealed class Commands(params (Command Verb, Func<string[], Task<int>> RunAsync)[] known)
{
    /// <returns>The exit status; null where the demo is to start.</returns>
    public Task<int>? Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not [var name, .. var rest] || IsSetting(name)) return null;
        if (known.FirstOrDefault(one => one.Verb.Name == name).RunAsync is { } runAsync) return runAsync(rest);
        if (IsHelp(name)) return Say(output, Help, 0);
        var names = string.Join(", ", known.Select(one => one.Verb.Name));
        return Say(error, $"'{name}' is not a command. Use {names}; --help says what each does.", 2);
    }

    string Help => $"""
        An account portal for the OXVO messenger, with a demo around it.

        dotnet run --project Oxvo.PortalSample              starts the demo
        dotnet run --project Oxvo.PortalSample -- COMMAND   runs a command

        {string.Join('\n', known.Select(one => $"  {one.Verb.Name,-8}{FirstSentence(one.Verb.Description!)}"))}

        COMMAND --help says more of it. The demo takes settings:

          --app ADDRESS [--title TITLE]   an app of yours on the home screen
          --customers N --seed S          made-up customers as well
          --SETTING VALUE                 any other of docs/settings.md, or --urls
        """;

    // As the configuration reads a command line: --key, /key, or key=value.
    static bool IsSetting(string word) =>
        !IsHelp(word) && (word.StartsWith('-') || word.StartsWith('/') || word.Contains('='));

    static bool IsHelp(string word) => word is "help" or "--help" or "-h" or "-?" or "/?";

    static string FirstSentence(string text) => text.Split(". ")[0].TrimEnd('.');

    static async Task<int> Say(TextWriter writer, string text, int status)
    {
        await writer.WriteLineAsync(text);
        return status;
    }
}
