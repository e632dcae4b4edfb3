using AsyncByExample.Deferreds;
using CsCheck;

namespace AsyncByExample.Tests.Deferreds;

/// <summary>The round against what Twisted has in its place: a list, and Python's iterator with an index over it.</summary>
public class TaskRoundTests
{
    [Fact]
    public void Whatever_is_added_removed_and_taken_the_next_is_the_one_of_a_list_with_an_index() =>
        Gen.Int[0, 5]
            .Array[0, 60]
            .Sample(choices =>
            {
                var (round, list, index) = (new TaskRound(), new List<CooperativeTask>(), 0);
                var cooperator = new Cooperator(new Reactor());
                foreach (var (step, choice) in choices.Index())
                    if (choice < 2)
                    {
                        list.Add(new CooperativeTask(new Steps([]).Count("a", 1), cooperator));
                        round.Add(list[^1]);
                    }
                    else if (choice == 2 && list.Count > 0)
                    {
                        round.Remove(list[step % list.Count]);
                        list.RemoveAt(step % list.Count);
                    }
                    else
                    {
                        round.TryTake(out var task).ShouldBe(index < list.Count);
                        task.ShouldBe(index < list.Count ? list[index] : null);
                        index = index < list.Count ? index + 1 : 0;
                    }
            });
}
