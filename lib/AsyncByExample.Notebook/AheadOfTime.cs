using System.Reflection;
using System.Runtime.CompilerServices;

namespace AsyncByExample.Notebook;

/// <summary>
/// Compiles an example's own methods before its clock starts: what is recorded should be the example, not the
/// just-in-time compiler, whose milliseconds are hundredths of a second at ten times the article's pace.
/// </summary>
internal static class AheadOfTime
{
    private const BindingFlags Everything =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    /// <summary>Compiles the methods of what a delegate is made of: its cell, and the cells that this one refers to.</summary>
    public static void Compile(Delegate main)
    {
        var seen = new HashSet<Type>();
        Visit(main.Method.DeclaringType, main.Target, seen);
    }

    private static void Visit(Type? type, object? target, HashSet<Type> seen)
    {
        if (type is null || !IsReaders(type) || !seen.Add(type))
            return;
        foreach (var nested in type.GetNestedTypes(Everything))
            Visit(nested, null, seen);
        foreach (
            var method in type.GetMethods(Everything)
                .Concat<MethodBase>(type.GetConstructors(Everything))
                .Where(IsComplete)
        )
            RuntimeHelpers.PrepareMethod(method.MethodHandle);
        if (target is null)
            return;
        foreach (var field in type.GetFields(Everything))
            if (IsReaders(field.FieldType) && field.GetValue(target) is { } value)
                Visit(value.GetType(), value, seen);
    }

    // What a notebook's cells compile to exists in memory only; libraries are files.
    private static bool IsReaders(Type type) => !type.IsPrimitive && type.Assembly.Location.Length == 0;

    private static bool IsComplete(MethodBase method) =>
        !method.IsAbstract
        && !method.ContainsGenericParameters
        && method.DeclaringType?.IsGenericTypeDefinition != true;
}
