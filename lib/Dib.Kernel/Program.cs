using Dib.Kernel.Session;
using Dib.Kernel.Streams;
using Dib.Kernel.Submissions;

// The protocol owns the process's real streams; cells get a console of their own.
var (input, output) = ProtocolStreams.Take();
var outbox = new Outbox(output);
SubmissionConsole.Install();

// Whatever ends the process (Quit, a cell that calls Environment.Exit, a thread that throws), what was printed gets out.
AppDomain.CurrentDomain.ProcessExit += (_, _) => outbox.Drain();
AppDomain.CurrentDomain.UnhandledException += (_, _) => outbox.Drain();

new KernelSession(outbox).Run(input);

// Threads that a cell left behind must not keep the process alive.
Environment.Exit(0);
