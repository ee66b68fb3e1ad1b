using System.Globalization;
using Web.Data;
using Web.Insights.Charts;
using Web.Insights.Datasets.Access;
using Web.Semantics;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Datasets;

/// <summary>A value of a relation's key that several rows of the other dataset have; each such value names none of them.</summary>
public sealed record RepeatedKey(string Value, long Rows);

/// <summary>Looks whether the keys of relations name one row each, among the rows that this reader sees. Reads beside the request's own unit of work.</summary>
internal sealed class RelationKeys(PermittedDatasets datasets, SharedRows rows, TemplateGate gate, TenantWork leases, TenantScope scope, EnteredTenant entered, TimeProvider time)
{
    /// <returns>By the relation's name, the value that most rows have; only of those that are not unique. Needs an open unit of work.</returns>
    public async Task<IReadOnlyDictionary<string, RepeatedKey>> RepeatedAsync(IEnumerable<Relation> relations, CancellationToken cancellation)
    {
        Dictionary<string, RepeatedKey> repeated = [];
        foreach (var relation in relations)
            if (await datasets.ReachAsync(relation.Dataset, cancellation) is { } other && !other.Source.Keys.ContainsKey(relation.Key) && await MostAsync(other, relation.Key, cancellation) is { Rows: > 1 } most)
                repeated[relation.Name] = most;
        return repeated;
    }

    private async Task<RepeatedKey?> MostAsync(Dataset other, string key, CancellationToken cancellation)
    {
        var query = new ChartQuery
        {
            ChartType = ChartType.Bar, Dataset = other.Contract.Key, Dimensions = [new ChartDimension(key)], Measures = [new ChartMeasure(null, Aggregates.Count)],
            Filters = [ChartFilter.On(key, FilterOp.NotNull)], Sort = new ChartSort(SortBy.Y, SortOrder.Desc), Limit = 1,
        };
        var calendar = entered.Required.Calendar;
        if (gate.Check(query, new Catalog([other]), calendar, calendar.DateOf(time.GetUtcNow())) is not CheckOutcome.Fits fits) return null;
        await using var db = leases.Lease(scope);
        try
        {
            var found = (await rows.TableAsync(fits.Query, db, Locales.Current, cancellation)).Rows;
            return found is [{ Count: >= 2 } most, ..] ? new RepeatedKey(Convert.ToString(most[0], CultureInfo.InvariantCulture) ?? "", Convert.ToInt64(most[^1], CultureInfo.InvariantCulture)) : null;
        }
        catch (NoFiguresException)
        {
            return null; // too many rows to say so in time
        }
    }
}
