namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>Waits for what no event tells of, a minute at most.</summary>
static class Eventually
{
    public static Task HoldsAsync(Func<bool> holds, string what) =>
        HoldsAsync(() => Task.FromResult(holds()), () => what);

    /// <param name="holds">Asked until it says yes.</param>
    /// <param name="what">What did not happen, as a sentence for whoever reads of the failure.</param>
    public static async Task HoldsAsync(Func<Task<bool>> holds, Func<string> what)
    {
        for (var tries = 0; !await holds(); tries++)
        {
            if (tries == 1200) throw new TimeoutException(what());
            await Task.Delay(50);
        }
    }
}
