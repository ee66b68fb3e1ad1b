using System.Globalization;
using Microsoft.Extensions.Localization;
using Web.Language;
using Web.Semantics;
using Web.Semantics.Checking;

namespace Web.Insights.Assistant.Chips;

/// <summary>What a chart can be grouped by, in which role, and in which steps: grains for time, bins for numbers.</summary>
internal sealed class DimensionFields(ChartQuery query, DatasetContract contract, ChartShape shape, Names names, IStringLocalizer<AnswerTexts> texts)
{
    public IReadOnlyList<ChipField>? Of(ChipSlot slot, ChipInput input)
    {
        var now = slot.In(query.Dimensions);
        if (now is null && !slot.IsNew) return null;
        var options = Columns().Select(column => new ChipOption(column.Name, names.Column(column), texts["Chip.Role." + ChipWords.Of(column.Role)])).ToList();
        var taken = query.Dimensions.Select(d => contract.Find(d.Field)?.Name).ToHashSet();
        var field = input.One("field") ?? (now is null ? (options.Find(option => !taken.Contains(option.Value)) ?? options[0]).Value : contract.Find(now.Field)?.Name ?? now.Field);
        List<ChipField> fields = [new ChipField.Choice("field", texts["Chip.Of.dimensions"], options, field, Decides: true)];
        var same = now is not null && contract.Find(now.Field)?.Name == field ? now : null;
        if (contract.Find(field) is { } column) fields.AddRange(Steps(column, same, input));
        var roles = shape.Requires.Concat(shape.Permits).Distinct().ToList();
        var free = roles.Find(role => !query.Dimensions.Any(d => d.Role == role) || shape.Repeats.Contains(role));
        if (roles.Count > 1)
            fields.Add(new ChipField.Choice("role", texts["Chip.Place"], [.. roles.Select(role => new ChipOption(ChipWords.Of(role), texts["Chip.Place." + ChipWords.Of(role)]))], input.One("role") ?? ChipWords.Of(now?.Role ?? free)));
        return fields;
    }

    // Names before figures: what people group by stands first.
    private IEnumerable<Column> Columns() => contract.Columns.Where(column => !column.Hidden)
        .OrderBy(column => column.Role switch { ColumnRole.Time => 0, ColumnRole.Dimension => 1, ColumnRole.Identity => 2, _ => 3 });

    private IEnumerable<ChipField> Steps(Column column, ChartDimension? same, ChipInput input)
    {
        if (column.IsTemporal || Grains.IsYear(column))
        {
            var grains = Enum.GetValues<Grain>().Where(grain => Grains.Fits(grain, column)).ToList();
            var usual = same is null ? contract.DefaultGrain is { } grain && grains.Contains(grain) ? ChipWords.Of(grain) : grains.Contains(Grain.Month) ? ChipWords.Of(Grain.Month) : "" : same.Grain is { } now ? ChipWords.Of(now) : "";
            yield return new ChipField.Choice("grain", texts["Chip.Grain"], [.. column.IsTemporal && column.Type != ColumnType.Date ? Array.Empty<ChipOption>() : [new ChipOption("", texts["Chip.Grain.none"])], .. grains.Select(one => new ChipOption(ChipWords.Of(one), names.GrainName(one)))], input.Has("grain") ? input.One("grain") ?? "" : usual);
        }
        else if (column is { IsNumeric: true, Role: not ColumnRole.Identity })
        {
            var kind = input.Has("bin") ? input.One("bin") ?? "" : same?.Bin switch { null => column.Role == ColumnRole.Measure ? "auto" : "", { Count: not null } => "count", { Width: not null } => "width", _ => "auto" };
            yield return new ChipField.Choice("bin", texts["Chip.Bin"], [.. new[] { "", "auto", "count", "width" }.Select(one => new ChipOption(one, texts["Chip.Bin." + (one.Length == 0 ? "none" : one)]))], kind, Decides: true);
            if (kind is "count" or "width")
                yield return new ChipField.Typed("bin_size", texts["Chip.Bin.Size." + kind], input.One("bin_size") ?? (same?.Bin?.Count ?? same?.Bin?.Width)?.ToString("0.######", CultureInfo.InvariantCulture), Number: true);
        }
    }
}
