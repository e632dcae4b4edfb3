namespace Dib.Protocol;

/// <summary>A question of an editor about a place in code that is not run.</summary>
public abstract record LanguageServiceCommand(string Code, LinePosition LinePosition) : KernelCommand;
