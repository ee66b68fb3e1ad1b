using System.Text.Json;
using Web.Access;
using Web.Insights.Datasets.Contracts;
using Web.Semantics;
using Calendar = Web.Kernel.Calendar;
using Fault = Web.Kernel.Fault;

namespace Web.Insights.Datasets.Access;

/// <summary>The parts of a contract that say who may use a dataset, read as somebody wrote them: <c>access</c> and <c>row_filter</c>.</summary>
/// <param name="note">Hears what changed: the part, before and after.</param>
internal sealed class AccessChange(List<Fault> faults, Action<string, object?, object?> note)
{
    private static string[] RoleWords => [.. Enum.GetValues<Role>().Select(UploadedDataset.Word)];

    public DatasetAccess Roles(JsonElement sent, DatasetAccess before)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            faults.Add(new Fault("/access", "wrong_type"));
            return before;
        }
        var after = before;
        foreach (var part in sent.EnumerateObject())
        {
            var read = new JsonPart(part.Value, "/access/" + part.Name, faults);
            if (part.Name == "roles") after = after with { Roles = [.. read.Words(before.Roles, RoleWords)] };
            else if (part.Name == "all_rows_roles") after = after with { AllRowsRoles = [.. read.Words(before.AllRowsRoles, RoleWords)] };
            else faults.Add(new Fault("/access/" + part.Name, "unknown_field"));
        }
        note("access/roles", before.Roles, after.Roles);
        note("access/all_rows_roles", before.AllRowsRoles, after.AllRowsRoles);
        return after;
    }

    public string? Filter(JsonElement sent, string? before)
    {
        if (sent.ValueKind == JsonValueKind.Null)
        {
            note("row_filter", before, null);
            return null;
        }
        try
        {
            var filter = RowFilter.Write(sent.Deserialize<ChartFilter>(ChartJson.Options)!);
            note("row_filter", before is null ? null : RowFilter.Write(RowFilter.Read(before)), filter);
            return filter;
        }
        catch (JsonException cause)
        {
            var path = cause.Path is { Length: > 2 } told ? told[1..].Replace('.', '/').Replace("[", "/", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal) : "";
            faults.Add(new Fault("/row_filter" + path, "wrong_type"));
            return before;
        }
    }

    /// <param name="sent">Whether the filter itself was sent; else it is the columns that no longer bear it.</param>
    public void MustFit(string filter, Dataset dataset, bool sent, Calendar calendar, DateOnly today)
    {
        foreach (var misfit in RowFilter.Misfits(RowFilter.Read(filter), dataset, calendar, today))
            faults.Add(new Fault(sent ? "/row_filter" + misfit.Pointer : "/columns", misfit.Code) { Message = misfit.MessageIn(Ui.Locales.Current) });
    }
}
