using System.Globalization;
using Web.Kernel;

namespace Web.Insights.Assistant.Models;

/// <summary>Costs as people read them: cents and their fractions do not vanish.</summary>
public static class ModelCosts
{
    public static string Text(decimal amount, string currency)
    {
        var digits = Money.Decimals(currency);
        var least = 1m / Money.Factor(currency);
        var format = amount == 0 || amount >= least ? "#,##0." + new string('0', digits) : "0.######";
        return $"{amount.ToString(format, CultureInfo.InvariantCulture)} {currency}";
    }
}
