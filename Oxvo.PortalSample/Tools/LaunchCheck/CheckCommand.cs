using System.CommandLine.Help;
using System.Text.Encodings.Web;
using System.Text.Json;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// <c>check ADDRESS [--ancestor ORIGIN]… [--api ADDRESS] [--status] [--json | --markdown] [--timeout S]</c>. Exit status: 0
/// nothing failed, 1 something failed, 2 it could not run, with one line on standard error.
/// </summary>
public static class CheckCommand
{
    public const string Usage = "check <address> [--ancestor ORIGIN]… [--api ADDRESS] [--status] [--json | --markdown] [--timeout S]";

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var line = CheckOptions.Parse(args);
        if (line.Action is HelpAction) return await line.InvokeAsync(new() { Output = output, Error = error });
        if (CheckOptions.Read(line, out var fault) is not { } options) return Fail(error, $"{fault} Usage: {Usage}");
        var isJson = line.GetValue(CheckOptions.JsonOption);
        var isMarkdown = line.GetValue(CheckOptions.MarkdownOption);
        if (isJson && isMarkdown) return Fail(error, $"--json or --markdown, not both. Usage: {Usage}");

        using var app = CheckedApp.Open(options);
        var report = await WriteAsync(app, isJson, isMarkdown, output);
        return report.ExitStatus == 2 ? Fail(error, $"{options.Address.OriginalString}: {report.Checks[0].Seen}") : report.ExitStatus;
    }

    // People see each line as it comes; programs get a whole document.
    static async Task<CheckReport> WriteAsync(CheckedApp app, bool isJson, bool isMarkdown, TextWriter output)
    {
        var people = isJson || isMarkdown ? null : new TerminalReport(output, StatusTable.IsColoured(output));
        people?.Begin(app.Options.Address.OriginalString);
        List<CheckResult> results = [];
        await foreach (var result in Checklist.RunAsync(app))
        {
            results.Add(result);
            people?.Write(result);
        }
        var report = new CheckReport { Address = app.Options.Address.OriginalString, Checks = results };
        people?.End(report);
        if (isJson) output.WriteLine(ReportJson.Of(report));
        if (isMarkdown) output.Write(ReportMarkdown.Of(report));
        return report;
    }

    static int Fail(TextWriter error, string message)
    {
        error.WriteLine(message.ReplaceLineEndings(" "));
        return 2;
    }
}

/// <summary>The report for programs.</summary>
public static class ReportJson
{
    // For people too: letters of every language stay letters. It is written to a terminal or a file, never into a page.
    static readonly CheckJson Json = new(new JsonSerializerOptions(CheckJson.Default.Options)
    { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Of(CheckReport report) => JsonSerializer.Serialize(report, Json.CheckReport);
}
