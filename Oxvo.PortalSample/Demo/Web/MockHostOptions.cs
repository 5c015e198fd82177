using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Demo.Web;

/// <summary>
/// The mock's settings. Its addresses are the portal's own: <c>Portal:Site:Origins:0</c> and <c>Portal:MessengerOrigins:0</c>.
/// </summary>
public sealed record MockHostOptions
{
    public const string Section = "MockHost";

    /// <summary>Runs Acme's website and the mock messenger beside the portal; refused outside Development.</summary>
    public bool Enabled { get; init; }

    /// <summary>An app to try, on top of the home screen: <c>--app ADDRESS</c>.</summary>
    public string? App { get; init; }

    /// <summary>Its title: <c>--title TITLE</c>.</summary>
    public string? AppTitle { get; init; }

    /// <summary>For all of an app's checks together, where they are run in the settings.</summary>
    public TimeSpan ChecksTimeout { get; init; } = CheckOptions.DefaultTimeout;

    public static bool IsEnabled(IConfiguration settings) => settings.GetValue<bool>($"{Section}:{nameof(Enabled)}");
}
