using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Accounts;
using Oxvo.PortalSample.DemoData;
using Oxvo.PortalSample.LaunchChecklist;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Proof;
using Oxvo.PortalSample.Status;

if (args is ["status", ..]) return await StatusCommand.RunAsync(args[1..], Console.Out, Console.Error);
if (args is ["check", ..]) return await CheckCommand.RunAsync(args[1..], Console.Out, Console.Error);

var builder = WebApplication.CreateBuilder(
    new WebApplicationOptions { Args = args, ContentRootPath = PortalPage.ContentRoot, WebRootPath = PortalPage.WebRoot });
builder.WebHost.ConfigureKestrel(kestrel => (kestrel.AddServerHeader, kestrel.Limits.MaxRequestLineSize) = (false, 16 * 1024));

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddRequestLog();
builder.Services.AddPortalOptions();
builder.Services.AddPortalLimits();
builder.Services.AddPortalPage();
builder.Services.AddSiteToken();
builder.Services.AddAccounts();
builder.Services.AddSingleton<PortalAnswers>();
builder.Services.AddProblems();

var app = builder.Build();
try
{
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    if (app.Environment.IsDevelopment()) await app.PrepareDemoDataAsync();
    app.EnsureAccounts();

    app.UseForwardedHeaders();
    app.UsePortalHeaders();
    app.UseRequestLog();
    app.UseProblems();
    app.UsePortalPage();
    app.UseRouting();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseAuthorization();
    app.MapPortal();

    await app.RunAsync();
    return 0;
}
catch (DemoDataException fault)
{
    Console.Error.WriteLine(fault.Message);
}
catch (Exception fault) when (StartFaults.Of(fault) is { Length: > 0 } messages)
{
    Console.Error.WriteLine(string.Join('\n', messages));
}
return 1;
