using System.Data.Common;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

sealed class OnboardingRows
{
    static readonly string[] Statuses = ["done", "open", "blocked"];
    static readonly string[] Owners = ["you", "us", "third_party"];

    readonly List<object> tasks = [];

    public void Add(long customerId, DemoCustomer customer, DemoMoment moment)
    {
        for (var n = 0; n < customer.Onboarding?.Count; n++)
        {
            var task = customer.Onboarding[n];
            tasks.Add(new
            {
                CustomerId = customerId,
                Position = n + 1,
                task.Title,
                Status = moment.Word(task.Status, Statuses),
                DueOn = moment.Day(task.DueOn),
                task.Url,
                BlockerText = task.Blocker?.Text,
                BlockerOwner = task.Blocker is { } blocker ? moment.Word(blocker.Owner, Owners) : null,
            });
        }
    }

    public async Task InsertAsync(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(
            """
            insert into tasks (customer_id, position, title, status, due_on, url, blocker_text, blocker_owner)
            values (@CustomerId, @Position, @Title, @Status, @DueOn, @Url, @BlockerText, @BlockerOwner)
            """,
            tasks, transaction);
        tasks.Clear();
    }
}
