using Oxvo.PortalSample.Portal.Hosting;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// Something about the demo data that the person at the keyboard can repair.
/// </summary>
public sealed class DemoDataException(string message) : StartException(message);
