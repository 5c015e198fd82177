#if DEMO
using Oxvo.PortalSample.Demo;
using Oxvo.PortalSample.Tools.LaunchCheck;
using Oxvo.PortalSample.Tools.Proof;
using Oxvo.PortalSample.Tools.Status;
using Oxvo.PortalSample.Tools.TryAccount;
#endif
using Oxvo.PortalSample.Portal.Hosting;

#if DEMO
if (args is ["status", .. var statusArguments])
    return await StatusCommand.RunAsync(statusArguments, Console.Out, Console.Error);
if (args is ["check", .. var checkArguments])
    return await CheckCommand.RunAsync(checkArguments, Console.Out, Console.Error);
if (args is ["key", .. var keyArguments])
    return await KeyCommand.RunAsync(keyArguments, Environment.CurrentDirectory, Console.Out, Console.Error);
if (args is ["proof", .. var proofArguments])
    return await ProofCommand.RunAsync(proofArguments, Console.In, Console.Out, Console.Error, TimeProvider.System);
if (args is ["try", .. var tryArguments])
    return await TryCommand.RunAsync(tryArguments, Console.Out, Console.Error, TimeProvider.System);
if (args is ["mock", .. var mockArguments])
    return await MockCommand.RunAsync(mockArguments, Console.Out, Console.Error);

#endif
try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddPortal();
#if DEMO
    builder.AddDemo(args);
#endif

    var app = builder.Build();
#if DEMO
    app.UseDemo();
#endif
    app.UsePortal();
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartFaults.Explain(fault) is { Length: > 0 } messages)
{
    Console.Error.WriteLine(string.Join('\n', messages));
    return 1;
}
