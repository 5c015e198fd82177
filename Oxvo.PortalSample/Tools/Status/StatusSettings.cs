namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// The one setting, <c>Status:LoopbackOrigins</c>: where mock providers may be read, in Development only.
/// </summary>
public static class StatusSettings
{
    public const string Setting = "Status:LoopbackOrigins";

    /// <summary>Loopback origins only: the guard holds for every other private address.</summary>
    public static IEnumerable<Uri> LoopbackOrigins(IConfiguration settings, IHostEnvironment environment) =>
        !environment.IsDevelopment() ? []
        : from origin in settings.GetSection(Setting).Get<string[]>() ?? []
          let address = Uri.TryCreate(origin, UriKind.Absolute, out var uri) ? uri : null
          where address is { IsLoopback: true }
          select address;
}
