using AngleSharp.Dom;
using Oxvo.PortalSample.Fetching;

namespace Oxvo.PortalSample.LaunchChecklist;

public sealed record FirstView
{
    public static Task<FirstView> LoadAsync(FetchAnswer page, IDocument document, CheckedApp app) => Task.FromResult(new FirstView());
}
