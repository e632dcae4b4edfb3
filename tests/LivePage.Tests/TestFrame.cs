using LivePage.Tests;
using Xunit.Sdk;
using Xunit.v3;

// Each test runs kernels and a browser: side by side they would only wait for each other.
[assembly: Parallelization(Mode = ParallelMode.None)]

[assembly: AssemblyFixture(typeof(ServedHost))]
