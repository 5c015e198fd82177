#if DEMO
using Oxvo.PortalSample.Demo;
using Oxvo.PortalSample.Tools.LaunchCheck;
using Oxvo.PortalSample.Tools.Proof;
using Oxvo.PortalSample.Tools.Status;
using Oxvo.PortalSample.Tools.TryAccount;
#endif
using Oxvo.PortalSample.Portal.Hosting;

#if DEMO
var (output, error, clock) = (Console.Out, Console.Error, TimeProvider.System);
Commands commands = new(
    (CheckCommand.Verb, line => CheckCommand.RunAsync(line, output, error)),
    (KeyCommand.Verb, line => KeyCommand.RunAsync(line, Environment.CurrentDirectory, output, error)),
    (MockCommand.Verb, line => MockCommand.RunAsync(line, output, error)),
    (ProofCommand.Verb, line => ProofCommand.RunAsync(line, Console.In, output, error, clock)),
    (StatusCommand.Verb, line => StatusCommand.RunAsync(line, output, error)),
    (TryCommand.Verb, line => TryCommand.RunAsync(line, output, error, clock)));
if (commands.Run(args, output, error) is { } command) return await command;

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
