using System.Text.Json;

namespace Web.Semantics.Checking;

/// <summary>Finds the template that a query means; the chart type must agree with it.</summary>
internal sealed class ShapeCheck(IReadOnlyList<ChartShape> shapes, FaultList faults)
{
    public ChartShape? Find(ChartQuery query)
    {
        if (query.Version != 1) faults.Add("/version", "version_not_supported", query.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return query.Template is null ? ByType(query.ChartType) : ByName(query.Template, query.ChartType);
    }

    private ChartShape? ByType(ChartType type)
    {
        var named = JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString());
        var shape = shapes.FirstOrDefault(s => s.Template == named && s.ChartType == type) ?? shapes.FirstOrDefault(s => s.ChartType == type);
        if (shape is null) faults.Add("/chart_type", "chart_type_not_available", named);
        return shape;
    }

    private ChartShape? ByName(string template, ChartType type)
    {
        var shape = shapes.FirstOrDefault(s => s.Template == template);
        if (shape is null) faults.Add("/template", "template_not_found", CheckScope.Shown(template));
        else if (shape.ChartType != type)
        {
            faults.Add("/chart_type", "chart_type_contradicts_template", JsonNamingPolicy.SnakeCaseLower.ConvertName(type.ToString()), template);
            return null;
        }
        return shape;
    }
}
