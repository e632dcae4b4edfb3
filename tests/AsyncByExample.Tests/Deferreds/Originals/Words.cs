using System.Collections;
using System.Globalization;
using AsyncByExample.Deferreds;

namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Values in the words of the originals, which name Twisted's exceptions where ours have a sentence.</summary>
internal static class Words
{
    private static readonly (string Part, string Name)[] Sentences =
    [
        ("fires once", "AlreadyCalledError"),
        ("cancelled already", "AlreadyCancelled"),
        ("made already", "AlreadyCalled"),
        ("not paused", "NotPaused"),
        ("for it was stopped", "TaskStopped"),
        ("for it is done", "TaskDone"),
        ("for it has failed", "TaskFailed"),
        ("the task was stopped", "TaskStopped"),
        ("the cooperator was stopped", "SchedulerStopped"),
        ("running already", "ReactorAlreadyRunning"),
        ("runs once", "ReactorNotRestartable"),
        ("not running", "ReactorNotRunning"),
        ("was cancelled", "CancelledError"),
        ("say what the Deferred failed with", "NoCurrentExceptionError"),
    ];

    public static string Of(object? value) =>
        value switch
        {
            null => "nothing",
            string text => text,
            DeferredListItem item => $"[{item.Success}, {Of(item.Success ? item.Value : new Failed(item.Error!))}]",
            IEnumerable list => $"[{string.Join(", ", list.Cast<object?>().Select(Of))}]",
            Failed failed => $"failure {Of(failed.Error)}",
            Exception error => OfError(error),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };

    private static string OfError(Exception error) =>
        error switch
        {
            Boom => $"Boom {error.Message}",
            FirstErrorException first => $"FirstError {first.Index} {Of(first.InnerException)}",
            TimeoutException => "TimeoutError",
            _ when Sentences.FirstOrDefault(one => error.Message.Contains(one.Part)).Name is { } name => name,
            ArgumentException => "AssertionError",
            _ => error.GetType().Name,
        };
}
