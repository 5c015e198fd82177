namespace Oxvo.PortalSample.DemoData;

/// <summary>
/// Something about the demo data that the person at the keyboard can mend. The message says what and how, and is meant to be
/// printed alone, without a stack trace.
/// </summary>
public sealed class DemoDataException(string message) : Exception(message);
