namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// In place of a section that this person may not see. What is hidden was not read, and needs nothing of them.
/// </summary>
/// <param name="AskWho">Who can help, such as a colleague's name; null where that is not known.</param>
public record HiddenAnswer(string? AskWho)
{
    public bool Hidden => true;
}
