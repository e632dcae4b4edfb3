namespace AsyncByExample.Tests;

/// <summary>
/// A model of the article's example 2 as Python runs it, with the mistake that it removes from the list that it
/// iterates over: the check on our own example, which does not.
/// </summary>
internal static class OriginalExample2
{
    public static List<string> Lines(int[] work)
    {
        var workQueue = new Queue<int>(work);
        var lines = new List<string>();
        List<IEnumerator<string>> tasks = [Task("One", workQueue, lines), Task("Two", workQueue, lines)];
        while (tasks.Count > 0)
            // Python's for keeps an index into the list; removing what it stands on makes it step over the next.
            for (var i = 0; i < tasks.Count; i++)
                if (!tasks[i].MoveNext())
                    tasks.RemoveAt(i);
        return lines;
    }

    private static IEnumerator<string> Task(string name, Queue<int> queue, List<string> lines)
    {
        while (queue.Count > 0)
        {
            var count = queue.Dequeue();
            var total = 0;
            for (var x = 0; x < count; x++)
            {
                lines.Add($"Task {name} running");
                total++;
                yield return "";
            }
            lines.Add($"Task {name} total: {total}");
        }
    }
}
