using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>What is sold, how many and at what price, in the deal's currency.</summary>
public sealed class DealLine
{
    private DealLine()
    {
    }

    public Guid Id { get; private init; }
    public Guid DealId { get; private init; }
    public short Position { get; private init; }
    public string Name { get; private init; } = "";
    public decimal Quantity { get; private init; }
    public long UnitPriceMinor { get; private init; }

    public long TotalMinor => (long)Math.Round(Quantity * UnitPriceMinor, MidpointRounding.AwayFromZero);

    internal static DealLine Of(Guid deal, int position, string name, decimal quantity, Money price, Moment now) => new()
    {
        Id = Guid.CreateVersion7(now.At),
        DealId = deal,
        Position = (short)position,
        Name = name.Trim(),
        Quantity = quantity,
        UnitPriceMinor = price.Minor,
    };
}
