using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>Registers the source of truth and checks at the start that it answers rightly.</summary>
public static class AccountsServices
{
    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton(provider => AccountsDatabase.Locate(
            provider.GetRequiredService<IConfiguration>().GetConnectionString("Accounts"),
            provider.GetRequiredService<IHostEnvironment>().ContentRootPath));
        services.AddSingleton(provider => AccountFile.Read(
            Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, AccountFile.Name),
            provider.GetServices<Statement>()));
        services.AddSingleton<AccountReader>();
        services.AddHostedService<AccountsCheck>();
    }

    /// <summary>
    /// A database that answers wrongly would answer every customer with 503; one that does not answer yet will.
    /// </summary>
    sealed class AccountsCheck(AccountsDatabase database, AccountReader accounts, ILogger<AccountReader> log)
        : IHostedService
    {
        public async Task StartAsync(CancellationToken cancellationToken)
        {
            try
            {
                await accounts.ReadAsync("", null, cancellationToken);
            }
            catch (AccountsUnavailableException fault)
            {
                if (fault.InnerException is OptionsValidationException) throw fault.InnerException;
                if (fault.InnerException is DbException cause && database.Cure(cause) is { } cure)
                    throw AccountsDatabase.Fault(cure);
                log.LogWarning(
                    "{Setting} names a database that does not answer yet. The portal answers 503 until it does.",
                    AccountsDatabase.Setting);
            }
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
