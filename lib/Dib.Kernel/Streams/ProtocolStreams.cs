using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Dib.Kernel.Streams;

/// <summary>Takes the process's input and output for the protocol, and leaves harmless ones in their place.</summary>
/// <remarks>
/// So a cell that opens standard output itself, or starts a program that prints, writes to standard error, and
/// one that opens standard input reads nothing. The streams of <see cref="Console"/> would not do either: they
/// lock the console's writer, which a cell holds while it waits for a slow client.
/// </remarks>
internal static partial class ProtocolStreams
{
    private const int Input = 0;
    private const int Output = 1;
    private const int Error = 2;

    internal static (Stream Input, Stream Output) Take()
    {
        if (OperatingSystem.IsWindows())
            return (Console.OpenStandardInput(), Console.OpenStandardOutput());
        var streams = (Open(Duplicate(Input), FileAccess.Read), Open(Duplicate(Output), FileAccess.Write));
        using var nothing = File.OpenHandle("/dev/null");
        Check(Replace((int)nothing.DangerousGetHandle(), Input));
        Check(Replace(Error, Output));
        return streams;
    }

    private static FileStream Open(int descriptor, FileAccess access) =>
        new(new SafeFileHandle(Check(descriptor), ownsHandle: true), access, bufferSize: 0);

    private static int Check(int descriptor) =>
        descriptor >= 0 ? descriptor : throw new IOException("The process has lost its input or output.");

    [LibraryImport("libc", EntryPoint = "dup")]
    private static partial int Duplicate(int descriptor);

    [LibraryImport("libc", EntryPoint = "dup2")]
    private static partial int Replace(int by, int descriptor);
}
