using Web.Kernel;

namespace Web.Site.SignUp;

/// <summary>The field for a company's address, and what is known of what stands in it.</summary>
public sealed record AddressField(string? Slug, AddressState State, string BaseDomain)
{
    public bool IsWrong => State is AddressState.Malformed or AddressState.Reserved or AddressState.Taken;
}

/// <summary>A fault with its sentence, beside its field.</summary>
public sealed record FieldFault(string Field, string Sentence)
{
    internal static FieldFault Of(Fault fault, Microsoft.Extensions.Localization.IStringLocalizer sentences) => new(fault.Field, Api.Problem.Say(sentences, fault.Code, fault.Arguments));
}
