using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// Keeps what an application logs, and says whether a token, an identifier, a name or an address is in it.
/// </summary>
public sealed class LogCapture : ILoggerProvider, ILogger
{
    static readonly Lazy<Regex> Personal = new(() =>
    {
        // Numbers alone ("42") are in durations and ports too; every other word of a customer must not be anywhere.
        var words = TestAccounts.PersonalWords.Where(word => !word.All(char.IsDigit)).Select(Regex.Escape);
        return new Regex(
            $@"eyJ|@|(?<!\w)({string.Join('|', words)}|canary\w*)(?!\w)", RegexOptions.IgnoreCase);
    });

    readonly ConcurrentQueue<string> lines = [];

    public IEnumerable<string> Lines => lines;

    public static bool HoldsSomethingPersonal(string line) => Personal.Value.IsMatch(line);

    public void AssertHoldsNothingPersonal() => Assert.DoesNotContain(lines, HoldsSomethingPersonal);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose() { }
}
