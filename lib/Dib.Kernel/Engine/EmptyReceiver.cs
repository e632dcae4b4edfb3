using Microsoft.DotNet.Interactive.Connection;

namespace Dib.Kernel.Engine;

/// <summary>What the engine's host listens to: nothing, since the session gives each command to the engine itself, in its turn.</summary>
internal sealed class EmptyReceiver : IKernelCommandAndEventReceiver
{
    public IDisposable Subscribe(IObserver<CommandOrEvent> observer) => System.Reactive.Disposables.Disposable.Empty;
}
