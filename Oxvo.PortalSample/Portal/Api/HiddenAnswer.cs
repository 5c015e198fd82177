namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// In place of a section that this person may not see: it was not read, and nothing in it needs their attention.
/// </summary>
/// <param name="AskWho">Who can help, such as a colleague's name; null where that is not known.</param>
public record HiddenAnswer(string? AskWho)
{
    public bool Hidden => true;
}
