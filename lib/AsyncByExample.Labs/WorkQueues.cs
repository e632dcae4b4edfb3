using System.Collections;
using System.Text.Json;
using AsyncByExample.Sites.Data;

namespace AsyncByExample.Labs;

/// <summary>Named contents for the work queue of the examples that count. See <see cref="Load"/>.</summary>
public sealed class WorkQueues : IEnumerable<string>
{
    private const int MaxCount = 1_000_000;

    private readonly Dictionary<string, int[]> _queues;

    private WorkQueues(Dictionary<string, int[]> queues) => _queues = queues;

    /// <summary>Reads work queues from a JSON file: an object whose fields are lists of counts.</summary>
    /// <param name="path">Such as <c>../data/work.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Something in it is wrong: the message names file, queue and item.</exception>
    public static WorkQueues Load(string path) => DataFile.Read(path, Read);

    /// <summary>What is in the queue of that name, such as <c>the article's</c>: a copy that may be changed.</summary>
    /// <exception cref="ArgumentException">There is no such queue.</exception>
    public int[] this[string name] =>
        _queues.TryGetValue(name, out var work)
            ? [.. work]
            : throw new ArgumentException(
                $"there is no work queue called {name}: it is one of {string.Join(", ", _queues.Keys)}"
            );

    /// <summary>The queues' names.</summary>
    public IEnumerator<string> GetEnumerator() => _queues.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static WorkQueues Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw new DataException("it does not name its queues: write { \"fair\": [8, 8, 8, 8] }");
        if (json.GetPropertyCount() == 0)
            throw new DataException("it has no queues: add one, such as \"fair\": [8, 8, 8, 8]");
        return new WorkQueues(json.EnumerateObject().ToDictionary(queue => queue.Name, Counts, StringComparer.Ordinal));
    }

    private static int[] Counts(JsonProperty queue) =>
        queue.Value.ValueKind == JsonValueKind.Array
            ? [.. queue.Value.EnumerateArray().Select((item, index) => Count(queue.Name, index, item))]
            : throw new DataException($"{queue.Name} is not a list of counts: write [ ] around them");

    private static int Count(string queue, int index, JsonElement item) =>
        item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var count) && count is >= 0 and <= MaxCount
            ? count
            : throw new DataException(
                $"{queue}: item {index + 1} is {item.GetRawText()}, and must be a whole number from 0 to {MaxCount}"
            );
}
