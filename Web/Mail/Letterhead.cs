namespace Web.Mail;

/// <summary>Whose letter it is: what stands above and below every letter of a company.</summary>
/// <param name="Product">What the company's people know this product as.</param>
/// <param name="Colour">The company's own, as it gave it.</param>
/// <param name="Home">Its address here.</param>
public sealed record Letterhead(string Company, string Product, string Colour, Uri Home)
{
    /// <summary>Where its logo is; null: it has none.</summary>
    public Uri? Logo { get; init; }
}

/// <summary>Knows companies' letterheads; the room that knows companies provides it.</summary>
public interface ILetterheads
{
    /// <returns>Null: there is no such company any more.</returns>
    ValueTask<Letterhead?> OfAsync(Guid tenant, CancellationToken cancellation);
}
