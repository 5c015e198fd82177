using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>
/// What stopped the start, in words for the person who started it: each names the setting and the cure. No stack trace.
/// </summary>
public static class StartFaults
{
    /// <summary>Empty for a fault of the program's own.</summary>
    public static string[] Explain(Exception fault) => fault switch
    {
        StartException => [fault.Message],
        OptionsValidationException options => [.. options.Failures],
        AggregateException several => [.. several.InnerExceptions.SelectMany(Explain)],
        IOException { InnerException: AddressInUseException } =>
            [$"{fault.Message} End the other program, or set another address by --urls."],
        _ => [],
    };
}

/// <summary>
/// Something that the person at the keyboard can repair. The message says what and how, and is printed without a stack
/// trace.
/// </summary>
public class StartException(string message) : Exception(message);
