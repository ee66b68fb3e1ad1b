using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Web.Data;
using Web.Tests.Support;
using Web.Tests.Walls;

namespace Web.Tests.Data;

/// <summary>What EF believes of the tables is what the tables are.</summary>
public sealed class ModelTests(TestInstallation installation)
{
    [Fact]
    public async Task Every_mapped_column_exists_with_its_nullability_and_every_key_begins_with_the_tenant()
    {
        var catalogue = await ReadAsync();
        await using var services = installation.App.Services.CreateAsyncScope();
        var model = services.ServiceProvider.GetRequiredService<AppDb>().Model;
        List<string> wrong = [];
        foreach (var entity in model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && !entity.IsMappedToJson()))
        {
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            if (!entity.IsOwned() && entity.FindPrimaryKey()!.Properties[0].GetColumnName(table) != "tenant_id") wrong.Add($"{table.Name}: the key does not begin with tenant_id");
            foreach (var property in entity.GetProperties())
            {
                var column = property.GetColumnName(table)!;
                if (column == "xmin") continue;
                if (!catalogue.TryGetValue((table.Name, column), out var nullable)) wrong.Add($"{table.Name}.{column} does not exist");
                else if (nullable != property.IsColumnNullable(table)) wrong.Add($"{table.Name}.{column}: nullable is {nullable} in the table");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Every_entity_is_filtered_by_its_tenant() => await ModelChecks.EveryEntityIsFilteredAsync(await installation.PlotAsync());

    private async Task<Dictionary<(string, string), bool>> ReadAsync()
    {
        await using var command = installation.Source.CreateCommand(
            "select c.relname::text, a.attname::text, not a.attnotnull from pg_attribute a join pg_class c on c.oid = a.attrelid "
            + "where c.relnamespace = 'app'::regnamespace and a.attnum > 0 and not a.attisdropped");
        await using var reader = await command.ExecuteReaderAsync();
        Dictionary<(string, string), bool> columns = [];
        while (await reader.ReadAsync()) columns[(reader.GetString(0), reader.GetString(1))] = reader.GetBoolean(2);
        return columns;
    }
}
