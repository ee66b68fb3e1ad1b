using Web.Semantics.Anomalies;
using Web.Semantics.Forecasts;

namespace Web.Semantics;

/// <summary>A result's columns and rows with those that a kind of chart adds, and what is to be said of how they were found.</summary>
public sealed record DerivedTable(IReadOnlyList<ResultColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    public ForecastNote? Forecast { get; init; }
    public AnomalyNote? Anomalies { get; init; }
}

/// <summary>How a forecast was made.</summary>
/// <param name="Periods">How many finished periods it was made from.</param>
/// <param name="Season">How many periods make a round.</param>
/// <param name="BackTest">Null where the series is too short to be tried on its own past.</param>
public sealed record ForecastNote(ForecastMethod Method, int Periods, int Season, BackTest? BackTest);
