using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal;

/// <summary>What stopped the start, in words for whoever started it: each names the setting and the cure. No stack trace.</summary>
static class StartFaults
{
    /// <summary>Empty for a fault of the program's own.</summary>
    public static string[] Of(Exception fault) => fault switch
    {
        OptionsValidationException options => [.. options.Failures],
        AggregateException several => [.. several.InnerExceptions.SelectMany(Of)],
        IOException { InnerException: AddressInUseException } => [$"{fault.Message} End the other program, or set another address by --urls."],
        _ => [],
    };
}
