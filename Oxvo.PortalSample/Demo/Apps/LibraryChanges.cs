using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>Tells open home screens that there is something new, so that they follow without a reload.</summary>
internal sealed class LibraryChanges
{
    readonly Lock gate = new();
    TaskCompletionSource next = New();

    public void Tell()
    {
        lock (gate)
        {
            next.SetResult();
            next = New();
        }
    }

    /// <summary>
    /// A <c>changed</c> at once and after each change, until the caller ends it. Several changes while nobody reads are one: what
    /// is new is asked for, not sent.
    /// </summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            Task change;
            lock (gate) change = next.Task;
            yield return new("", "changed");
            try
            {
                await change.WaitAsync(cancel);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }
        }
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
