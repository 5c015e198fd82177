using Microsoft.Extensions.Logging;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>Keeps why a status page could not be read.</summary>
sealed class LastWarning : ILogger<StatusCache>
{
    public string Text { get; private set; } = "";

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
    public bool IsEnabled(LogLevel logLevel) => true;
    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) => Text = formatter(state, exception);
}
