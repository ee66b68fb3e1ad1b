namespace Web.Kernel;

/// <summary>An amount in the minor units of its currency (1 yen, 1 cent). Two currencies are never added.</summary>
public readonly record struct Money(long Minor, string Currency)
{
    /// <summary>The amount in major units: 1250 for ¥1,250, 12.50 for $12.50.</summary>
    public decimal Major => Minor / Factor(Currency);

    public static Money OfMajor(decimal amount, string currency) =>
        new(checked((long)Math.Round(amount * Factor(currency), MidpointRounding.AwayFromZero)), currency);

    /// <summary>How many minor units make a major one (ISO 4217).</summary>
    public static decimal Factor(string currency) => Decimals(currency) switch { 0 => 1m, 3 => 1000m, _ => 100m };

    /// <summary>Digits after the point (ISO 4217): 0 for yen, 3 for the dinars, 2 for most.</summary>
    public static int Decimals(string currency) => currency switch
    {
        "JPY" or "KRW" or "VND" or "CLP" or "ISK" or "XOF" or "XAF" or "PYG" or "UGX" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    public static Money operator +(Money a, Money b) => a.Currency == b.Currency
        ? new(checked(a.Minor + b.Minor), a.Currency)
        : throw new InvalidOperationException($"{a.Currency} and {b.Currency} cannot be added.");
}
