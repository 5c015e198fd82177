using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// Whether the accounts can be read. However many ask at once, one read answers them, so that asking takes no
/// customer's turn.
/// </summary>
sealed class Readiness(AccountReader accounts)
{
    readonly Lock turn = new();
    Task asked = Task.CompletedTask;

    /// <exception cref="AccountsUnavailableException">They cannot.</exception>
    public Task AskAsync()
    {
        lock (turn)
        {
            if (asked.IsCompleted) asked = accounts.ReadAsync("", null, CancellationToken.None);
            return asked;
        }
    }
}
