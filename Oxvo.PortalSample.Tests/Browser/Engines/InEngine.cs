namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>Tests in the browsers of a room. What a browser shows when its test fails is kept.</summary>
public abstract class InEngine(EngineRoom room) : IAsyncDisposable
{
    protected const string IsIn = "return find('main')?.dataset.state === arguments[0]";

    string? used;

    public static TheoryData<string> Engines => [EngineRoom.Chromium, EngineRoom.Firefox, EngineRoom.WebKit];

    private protected WholeSample Whole => room.Whole;

    private protected Task<Engine> ArriveAsync(string engine, string path)
    {
        used = engine;
        Failing.Watch();
        return room.ArriveAsync(engine, path);
    }

    public async ValueTask DisposeAsync()
    {
        if (used is not null && Failing.IsTest) await room.TellAsync(used);
        GC.SuppressFinalize(this);
    }
}
