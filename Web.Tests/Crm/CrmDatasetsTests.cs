using Npgsql;
using Web.Crm;
using Web.Semantics;
using Web.Tests.Support;

namespace Web.Tests.Crm;

public sealed class CrmDatasetsTests(TestInstallation installation)
{
    private static readonly IReadOnlyList<OfferedDataset> Offered = new CrmDatasets().Offer("JPY");

    public static TheoryData<string> Keys => [.. Offered.Select(offer => offer.Dataset.Contract.Key)];

    /// <summary>Those that people ask about by name.</summary>
    public static TheoryData<string> Asked => [.. Offered.Where(offer => offer.StandsAlone).Select(offer => offer.Dataset.Contract.Key)];

    [Theory]
    [MemberData(nameof(Asked))]
    public void Every_column_has_a_place_and_every_word_a_column(string key)
    {
        var (contract, source) = Find(key);
        Assert.Equal(contract.Columns.Select(column => column.Name).Order(), source.Columns.Keys.Order());
        Assert.All(contract.Columns, column => Assert.Equal(["en", "ja"], column.Titles.Keys.Order()));
        Assert.All(contract.Columns, column => Assert.True(column.Synonyms.Count >= 3, column.Name));
        Assert.NotNull(contract.Find(contract.DefaultTime!));
        Assert.All(contract.TimeChoices, choice => Assert.NotNull(contract.Find(choice.Field) ?? contract.Find(choice.Time)));
        Assert.All(Offered.Single(offer => offer.Dataset.Contract.Key == key).Indexed, name => Assert.Equal(ColumnType.Text, contract.Find(name)!.Type));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_column_can_be_read(string key)
    {
        var (contract, source) = Find(key);
        var tenant = await TestTenant.MakeAsync(installation);
        foreach (var column in contract.Columns)
        {
            var place = source.Columns[column.Name];
            var sql = $"select {place.Sql} from {source.From} {Joins(source, place.Join, [])} where {source.TenantColumn} = @tenant and {source.Where ?? "true"}";
            await tenant.WorkAsync(async db =>
            {
                await using var command = new NpgsqlCommand(sql, await db.EnterAsync(default));
                command.Parameters.AddWithValue("tenant", tenant.Id);
                command.Parameters.AddWithValue("today", new DateOnly(2026, 11, 20));
                return await command.ExecuteNonQueryAsync();
            });
        }
    }

    [Fact]
    public void The_money_is_in_the_companys_currency() =>
        Assert.Equal("USD", new CrmDatasets().Offer("USD")[0].Dataset.Contract.Find("amount")!.Currency);

    private static string Joins(DatasetSource source, string? alias, HashSet<string> written)
    {
        if (alias is null || !written.Add(alias)) return "";
        var join = source.Joins[alias];
        return string.Join(' ', [.. join.After.Select(other => Joins(source, other, written)), join.Sql]);
    }

    private static (DatasetContract, DatasetSource) Find(string key)
    {
        var dataset = Offered.Single(offer => offer.Dataset.Contract.Key == key).Dataset;
        return (dataset.Contract, dataset.Source);
    }
}
