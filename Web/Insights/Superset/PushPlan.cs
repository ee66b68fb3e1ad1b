using System.Text.Json.Nodes;
using Web.Insights.Superset.Forms;

namespace Web.Insights.Superset;

/// <summary>One thing that should stand in Superset, known there by its uuid.</summary>
internal sealed record PushedThing(SupersetKind Kind, string Key, Guid Uuid)
{
    public string Resource => Kind switch { SupersetKind.Database => "database", SupersetKind.Dataset => "dataset", _ => "chart" };
}

/// <summary>What a chart needs there: its company's connection, the dataset it is about, and the chart itself.</summary>
internal sealed record PushPlan(
    Guid Tenant, PushedThing Database, PushedThing Dataset, PushedThing Chart, string Uri, string Schema, string DatasetName, string Sql, string Title, string? Description, SupersetForm Form)
{
    public JsonObject DatabaseBody() => new()
    {
        // Never a name that people may change: Superset makes permissions of it.
        ["database_name"] = $"tsumugi_{Tenant:N}", ["sqlalchemy_uri"] = Uri,
        ["expose_in_sqllab"] = false, ["allow_run_async"] = false, ["allow_ctas"] = false, ["allow_cvas"] = false, ["allow_dml"] = false, ["allow_file_upload"] = false,
    };

    public JsonObject DatasetBody(long database) => new() { ["database"] = database, ["schema"] = Schema, ["table_name"] = DatasetName, ["sql"] = Sql };

    public JsonObject DatasetChange() => new() { ["sql"] = Sql };

    public JsonObject ChartBody(long dataset, long? chart)
    {
        var (form, context) = Form.Write(dataset, chart);
        return new JsonObject
        {
            ["slice_name"] = Title, ["description"] = Description ?? "", ["datasource_id"] = dataset, ["datasource_type"] = "table", ["viz_type"] = Form.VizType, ["params"] = form, ["query_context"] = context,
        };
    }
}
