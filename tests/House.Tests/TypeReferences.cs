using Mono.Cecil;
using Mono.Cecil.Cil;

namespace House.Tests;

/// <summary>Which types of an assembly name which others of it: in signatures, attributes and method bodies.</summary>
/// <remarks>
/// What the compiler makes of lambdas, iterators and async methods counts as the type that it is written in. A constant
/// leaves no trace of where it comes from.
/// </remarks>
internal static class TypeReferences
{
    internal static IEnumerable<(TypeDefinition From, TypeDefinition To)> In(ModuleDefinition module) =>
        from type in module.GetTypes()
        from named in NamedBy(type).SelectMany(Parts).OfType<TypeDefinition>()
        where Outermost(type) != Outermost(named)
        select (Outermost(type), Outermost(named));

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<TypeReference?> NamedBy(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. Constraints(type),
            .. Attributes(type),
            .. type.Fields.SelectMany(field => Attributes(field).Append(field.FieldType)),
            .. type.Properties.SelectMany(Attributes),
            .. type.Methods.SelectMany(NamedBy),
        ];

    private static IEnumerable<TypeReference?> NamedBy(MethodDefinition method) =>
        [
            .. Signature(method),
            .. Constraints(method),
            .. Attributes(method),
            .. method.Parameters.SelectMany(Attributes),
            .. method.HasBody ? NamedBy(method.Body) : [],
        ];

    private static IEnumerable<TypeReference?> NamedBy(MethodBody body) =>
        [
            .. body.Variables.Select(variable => variable.VariableType),
            .. body.ExceptionHandlers.Select(handler => handler.CatchType),
            .. body.Instructions.SelectMany(instruction => NamedBy(instruction.Operand)),
        ];

    private static IEnumerable<TypeReference?> NamedBy(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference method => Signature(method),
            _ => [],
        };

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        [
            method.DeclaringType,
            method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType),
            .. (method as GenericInstanceMethod)?.GenericArguments ?? [],
        ];

    private static IEnumerable<TypeReference?> Constraints(IGenericParameterProvider generic) =>
        generic.GenericParameters.SelectMany(parameter => parameter.Constraints).Select(each => each.ConstraintType);

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider marked) =>
        marked.CustomAttributes.SelectMany(attribute =>
            attribute
                .ConstructorArguments.Select(argument => argument.Value as TypeReference)
                .Append(attribute.AttributeType)
        );

    // Of List<Cell[]>, it is the cell that counts.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null => [],
            GenericInstanceType generic => generic.GenericArguments.Append(generic.ElementType).SelectMany(Parts),
            TypeSpecification other => Parts(other.ElementType),
            _ => [type],
        };
}
