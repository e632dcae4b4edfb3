using System.Runtime.CompilerServices;
using CsCheck;
using Xunit.Sdk;
using Xunit.v3;

// Recording redirects Console.Out, which a process has once.
[assembly: CaptureConsole]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace AsyncByExample.Tests;

internal static class TestFrame
{
    [ModuleInitializer]
    internal static void SampleOnOneThread() => Check.Threads = 1;
}
