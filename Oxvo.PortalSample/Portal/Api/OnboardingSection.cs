using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <param name="Done">Steps that are done or skipped.</param>
public sealed record OnboardingAnswer(int Done, int Total, IReadOnlyList<TaskAnswer> Tasks);

/// <param name="Status">done, open, blocked or skipped.</param>
/// <param name="Optional">Whether the customer may leave it: all is done when no other step is left.</param>
public sealed record TaskAnswer(
    string? Title, string? Status, bool Optional, string? DueOn, string? Url, BlockerAnswer? Blocker);

/// <param name="Owner">Who can unblock it: you, us or third_party.</param>
public sealed record BlockerAnswer(string Text, string Owner);

sealed class OnboardingSection : Section
{
    public override string Name => "onboarding";

    public override IReadOnlyList<Statement> Statements { get; } =
        [new("tasks", ["title", "status"], ["optional", "due_on", "url", "blocker_text", "blocker_owner"], [])];

    public override object? Build(Account account)
    {
        if (!account.Offers("tasks") || account.Customer.Flag("has_onboarding") == false) return null;
        TaskAnswer[] tasks = [.. account.Rows("tasks").Select(Task)];
        return new OnboardingAnswer(tasks.Count(task => task.Status is "done" or "skipped"), tasks.Length, tasks);
    }

    static TaskAnswer Task(Row row) => new(
        row.Text("title"), row.Word("status", "done", "open", "blocked", "skipped"), row.Flag("optional") ?? false,
        row.Day("due_on"), row.Link("url"),
        row.Text("blocker_text") is { } text && row.Word("blocker_owner", "you", "us", "third_party") is { } owner
            ? new(text, owner) : null);

    public override IEnumerable<AttentionAnswer> FindAttention(object answer, CustomerDay day) =>
        ((OnboardingAnswer)answer).Tasks.Where(task => task is { Status: "blocked", Optional: false })
            .Select(task => new AttentionAnswer("task_blocked", Name, task.Title));
}
