using System.Globalization;
using System.Text.Json;

namespace Web.Semantics.Checking;

internal sealed class DimensionCheck(CheckScope scope, ChartShape shape)
{
    private readonly FaultList faults = scope.Faults;

    public IReadOnlyList<CheckedDimension> Check(IReadOnlyList<ChartDimension> dimensions, bool raw)
    {
        if (dimensions.Count > QueryChecker.MaxDimensions)
        {
            faults.Add("/dimensions", "too_many_dimensions", QueryChecker.MaxDimensions.ToString(CultureInfo.InvariantCulture));
            return [];
        }
        var known = new List<CheckedDimension>();
        var roles = new HashSet<DimensionRole>();
        for (var i = 0; i < dimensions.Count; i++)
        {
            var pointer = $"/dimensions/{i}";
            if (dimensions[i] is not { } dimension) { faults.Add(pointer, "item_missing"); continue; }
            if (!shape.Allows(dimension.Role)) faults.Add($"{pointer}/role", "role_not_for_chart", NameOf(dimension.Role), shape.Template);
            else if (!roles.Add(dimension.Role) && !shape.Repeats.Contains(dimension.Role))
                faults.Add($"{pointer}/role", "role_taken_twice", NameOf(dimension.Role));
            if (scope.Column(dimension.Field, $"{pointer}/field") is not { } column) continue;
            if (Fits(column, dimension, pointer, raw)) Add(known, column, dimension, pointer, raw);
        }
        foreach (var role in shape.Requires.Where(role => !dimensions.Any(d => d?.Role == role)))
            faults.Add("/dimensions", "role_required", NameOf(role), shape.Template);
        return [.. known.OrderByDescending(d => d.Role == DimensionRole.X || (shape.RowsLead && d.Role == DimensionRole.Row))];
    }

    private void Add(List<CheckedDimension> known, Column column, ChartDimension dimension, string pointer, bool raw)
    {
        // Without a grain a grouped timestamp would be one bucket per instant, which nobody means.
        var grain = dimension.Grain ?? (!raw && (column.Type == ColumnType.Timestamp || (shape.Forecasts && column.Type == ColumnType.Date)) ? Grain.Day : null);
        if (grain is null && shape.Forecasts && Grains.IsYear(column)) grain = Grain.Year;
        if (known.Any(d => d.Column.Name == column.Name && d.Grain == grain && d.Bin == dimension.Bin))
        {
            faults.Add($"{pointer}/field", "duplicate_dimension", column.Name);
            return;
        }
        var name = known.Any(d => d.Column.Name == column.Name) ? $"{column.Name}__{(grain is { } g ? Grains.NameOf(g) : "value")}" : column.Name;
        known.Add(new CheckedDimension(column, dimension.Role, grain, dimension.Bin, name));
    }

    private bool Fits(Column column, ChartDimension dimension, string pointer, bool raw)
    {
        var before = faults.All.Count;
        if (dimension is { Grain: not null, Bin: not null }) faults.Add($"{pointer}/bin", "grain_and_bin");
        if (dimension.Grain is { } grain) CheckGrain(column, grain, $"{pointer}/grain", raw);
        if (dimension.Bin is { } bin) CheckBin(column, bin, $"{pointer}/bin", raw);
        return faults.All.Count == before;
    }

    private void CheckGrain(Column column, Grain grain, string pointer, bool raw)
    {
        if (raw) faults.Add(pointer, "grain_on_raw_rows");
        else if (!column.IsTemporal && !Grains.IsYear(column)) faults.Add(pointer, "grain_needs_time", column.Name);
        else if (!Grains.Fits(grain, column)) faults.Add(pointer, "grain_too_fine", Grains.NameOf(grain), column.Name);
    }

    private void CheckBin(Column column, Bin bin, string pointer, bool raw)
    {
        if (raw) faults.Add(pointer, "bin_on_raw_rows");
        else if (!column.IsNumeric || column.Role == ColumnRole.Identity) faults.Add(shape.Bins ? pointer[..^"bin".Length] + "field" : pointer, "bin_needs_number", column.Name);
        else if (bin.Count is < 1 or > 200) faults.Add($"{pointer}/count", "out_of_range", "1", "200");
        else if (bin.Width is <= 0 or > 1_000_000_000_000m or (> 0 and < 0.000001m)) faults.Add($"{pointer}/width", "out_of_range", "0.000001", "1000000000000");
    }

    private static string NameOf(DimensionRole role) => JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString());
}
