using Xunit.Sdk;
using Xunit.v3;

// Recording redirects Console.Out, which a process has once.
[assembly: Parallelization(Mode = ParallelMode.None)]
