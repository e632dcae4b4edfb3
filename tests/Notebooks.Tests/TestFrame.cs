using Notebooks.Tests;
using Xunit.Sdk;
using Xunit.v3;

// Each test runs a host, a kernel and a compiler: side by side they would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]

[assembly: AssemblyFixture(typeof(VirtualRun))]
