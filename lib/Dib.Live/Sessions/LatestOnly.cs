using Dib.Protocol;

namespace Dib.Live.Sessions;

/// <summary>Lets only the newest question of each kind wait for its answer.</summary>
internal sealed class LatestOnly
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Turn> _turns = new(StringComparer.Ordinal);

    /// <summary>Gives up the question of this kind that waits, and takes its place.</summary>
    internal Turn Begin(string kind, CancellationToken token)
    {
        var turn = new Turn(this, kind, token);
        Turn? before;
        lock (_gate)
        {
            before = _turns.GetValueOrDefault(kind);
            _turns[kind] = turn;
        }
        before?.GiveUp();
        return turn;
    }

    private void End(string kind, Turn turn)
    {
        lock (_gate)
        {
            if (_turns.GetValueOrDefault(kind) == turn)
                _turns.Remove(kind);
        }
    }

    internal sealed class Turn(LatestOnly owner, string kind, CancellationToken token) : IDisposable
    {
        private readonly CancellationTokenSource _source = CancellationTokenSource.CreateLinkedTokenSource(token);

        internal CancellationToken Token => _source.Token;

        internal void GiveUp()
        {
            try
            {
                _source.Cancel();
            }
            // It was answered just now.
            catch (ObjectDisposedException) { }
        }

        public void Dispose()
        {
            owner.End(kind, this);
            _source.Dispose();
        }
    }
}
