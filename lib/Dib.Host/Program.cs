using System.Globalization;
using Dib.Host.Commands;
using Dib.Running.Kernels;
using Spectre.Console;

// Numbers look the same wherever the reader lives.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = System.Text.Encoding.UTF8;

return await HostCommand.RunAsync(
    args,
    new HostEnvironment(
        Environment.CurrentDirectory,
        AnsiConsole.Console,
        Console.Error,
        TimeProvider.System,
        (launcher, folder, cancellation) =>
            KernelProcess.StartAsync(launcher, folder, TimeProvider.System, cancellation)
    )
);
