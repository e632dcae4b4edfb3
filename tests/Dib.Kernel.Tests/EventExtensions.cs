namespace Dib.Kernel.Tests;

/// <summary>What a test wants to know of what a kernel said.</summary>
public static class EventExtensions
{
    extension(DisplayEvent display)
    {
        public string Text() => string.Concat(display.FormattedValues.Select(value => value.Value));

        public string MimeType() => display.FormattedValues.Single().MimeType;
    }

    extension(IEnumerable<EventEnvelope> events)
    {
        public IEnumerable<T> Of<T>()
            where T : KernelEvent => events.Select(envelope => envelope.Event).OfType<T>();

        /// <summary>What the cell printed, however many messages it came in.</summary>
        public string Printed() =>
            string.Concat(events.Of<StandardOutputValueProduced>().Select(printed => printed.Text()));

        public string PrintedErrors() =>
            string.Concat(events.Of<StandardErrorValueProduced>().Select(printed => printed.Text()));

        public CommandFailed Failure() => events.Last().Event.ShouldBeOfType<CommandFailed>();

        public void ShouldSucceed() => events.Last().Event.ShouldBeOfType<CommandSucceeded>();

        /// <summary>The value of the cell's trailing expression as plain text in whatever format it came.</summary>
        public string Result() => events.Of<ReturnValueProduced>().Single().Text();
    }
}
