using System.Net;
using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>Reading while the business's own systems write.</summary>
public class WriterTests : OnEachDatabase
{
    const string MirasAccount = "/api/widget-portal?identifier=mira";
    readonly int reads;

    // A read waits for the end of a commit, which takes a file longest.
    public WriterTests() : this(new(), reads: 200) { }

    protected WriterTests(PortalApp portal, int reads) : base(portal) => this.reads = reads;

    [Fact]
    public async Task An_answer_never_holds_two_states_of_the_account()
    {
        using var mira = portal.SignedInAs("mira");
        using var enough = new CancellationTokenSource();
        var writing = Task.Factory.StartNew(() => portal.Write(transaction =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                transaction(
                    """
                    update people set name = @state where identifier = 'mira';
                    update tasks set title = @state || position where customer_id = (select customer_id from people where identifier = 'mira')
                    """, new { state = $"State {i}." });
                Thread.Sleep(1); // without a pause between two commits a SQLite file is locked nearly all the time
            }
        }), TaskCreationOptions.LongRunning);

        var torn = 0;
        for (var i = 0; i < reads; i++)
        {
            using var answer = JsonDocument.Parse(await mira.GetStringAsync(MirasAccount));
            var name = answer.RootElement.GetProperty("customer").GetProperty("name").GetString()!;
            var tasks = answer.RootElement.GetProperty("onboarding").GetProperty("tasks").EnumerateArray();
            if (name.StartsWith("State ", StringComparison.Ordinal) && tasks.Any(task => !task.GetProperty("title").GetString()!.StartsWith(name, StringComparison.Ordinal))) torn++;
        }
        await enough.CancelAsync();
        await writing;

        Assert.Equal(0, torn);
    }

    [Fact]
    public async Task A_lock_of_less_than_a_second_costs_none_of_many_readers_their_answer()
    {
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);
        using var locked = portal.Lock();

        var reads = Enumerable.Range(0, 64).Select(_ => mira.GetAsync(MirasAccount)).ToArray();
        await Task.Delay(TimeSpan.FromSeconds(0.7));
        var early = reads.Count(read => read.IsCompleted);
        locked.Dispose();

        Assert.Equal(0, early);
        Assert.All(await Task.WhenAll(reads), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }
}
