using System.Collections;

namespace Oxvo.PortalSample.Demo;

/// <summary>The commands by their names. What is not one of them, and not a setting, does not start the demo.</summary>
public sealed class Commands : IEnumerable<string>
{
    readonly SortedDictionary<string, (string Does, Func<string[], Task<int>> Run)> known = [];

    public void Add(string name, string does, Func<string[], Task<int>> run) => known.Add(name, (does, run));

    /// <returns>The exit status; null where the demo is to start.</returns>
    public Task<int>? Run(string[] args, TextWriter output, TextWriter error)
    {
        if (args is not [var name, .. var rest] || IsSetting(name)) return null;
        if (known.TryGetValue(name, out var command)) return command.Run(rest);
        if (IsHelp(name)) return Say(output, Help, 0);
        return Say(error, $"'{name}' is not a command. Use {string.Join(", ", this)}; --help says what each does.", 2);
    }

    public IEnumerator<string> GetEnumerator() => known.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    string Help => $"""
        An account portal for the OXVO messenger, with a demo around it.

        dotnet run --project Oxvo.PortalSample              starts the demo
        dotnet run --project Oxvo.PortalSample -- COMMAND   runs a command

        {string.Join('\n', known.Select(command => $"  {command.Key,-8}{command.Value.Does}"))}

        COMMAND --help says more of it. The demo takes settings:

          --app ADDRESS [--title TITLE]   an app of yours on the home screen
          --customers N --seed S          made-up customers as well
          --SETTING VALUE                 any other of docs/settings.md, or --urls
        """;

    // As the configuration reads a command line: --key, /key, or key=value.
    static bool IsSetting(string word) =>
        !IsHelp(word) && (word.StartsWith('-') || word.StartsWith('/') || word.Contains('='));

    static bool IsHelp(string word) => word is "help" or "--help" or "-h" or "-?" or "/?";

    static async Task<int> Say(TextWriter writer, string text, int status)
    {
        await writer.WriteLineAsync(text);
        return status;
    }
}
