using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>A line of the message log, as the messenger's frame writes it.</summary>
/// <param name="At">Unix milliseconds.</param>
/// <param name="From"><c>A</c> the site, <c>B</c> the messenger, <c>C</c> an app, or <c>?</c>.</param>
/// <param name="To">As <paramref name="From"/>.</param>
/// <param name="Outcome"><c>sent</c>, <c>accepted</c> or <c>ignored</c>.</param>
public sealed record LoggedMessage(
    long At, string From, string To, string Type, string Outcome, string Why, JsonElement? Data = null);

/// <summary>The newest messages of this run, in memory only: they name customers.</summary>
internal sealed class MessageLog
{
    public const int Most = 200;

    readonly Lock access = new();
    readonly Queue<LoggedMessage> messages = new();
    long added, clears;
    TaskCompletionSource change = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(LoggedMessage message)
    {
        lock (access)
        {
            messages.Enqueue(message);
            added++;
            if (messages.Count > Most) messages.Dequeue();
            Announce();
        }
    }

    public void Clear()
    {
        lock (access)
        {
            messages.Clear();
            clears++;
            Announce();
        }
    }

    /// <summary>
    /// Server-sent events: <c>cleared</c> at once and whenever the log is emptied, and <c>message</c> for each line.
    /// </summary>
    public async IAsyncEnumerable<SseItem<LoggedMessage?>> FollowAsync(
        [EnumeratorCancellation] CancellationToken end)
    {
        var (seen, seenClears) = (0L, -1L);
        while (!end.IsCancellationRequested)
        {
            var (isCleared, news, next) = ReadAfter(ref seen, ref seenClears);
            if (isCleared) yield return new(null, "cleared");
            foreach (var message in news) yield return new(message, "message");
            await next.WaitAsync(end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    (bool IsCleared, LoggedMessage[] News, Task Next) ReadAfter(ref long seen, ref long seenClears)
    {
        lock (access)
        {
            var isCleared = seenClears != clears;
            var news = messages.TakeLast((int)Math.Min(messages.Count, added - seen)).ToArray();
            (seen, seenClears) = (added, clears);
            return (isCleared, news, change.Task);
        }
    }

    void Announce()
    {
        change.SetResult();
        change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
