using System.Data.Common;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Web.Audit;
using Web.Crm.Deals;
using Web.Data;
using Web.Insights.Review;
using Web.Kernel;
using Web.Semantics;

namespace Web.Tests.PlantedFaults;

/// <summary>Ways in which a query or a unit of work could reach beyond its company or its person.</summary>
internal static partial class QueryFaults
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("the filter of deals is forgotten", Customized<DealsUnfiltered>, "model", "canaries", "strange ids") with { FirstWallAlone = true },
        Of("the filter of reviewed examples is forgotten", Customized<ExamplesUnfiltered>, "model", "examples") with { FirstWallAlone = true },
        Of("every filter is forgotten", Customized<Unfiltered>, "model", "canaries", "strange ids") with { FirstWallAlone = true },
        Of("the filter keeps the company that asked first", Customized<FilteredByTheFirst>, "model", "canaries"),
        Of("a chart's rows are anybody's", Sourced(source => source with { TenantColumn = "true or d.tenant_id" }), "canaries") with { FirstWallAlone = true },
        Of("a condition of a chart stands beside its tenant", Sourced(source => source with { Where = "d.deleted_at is null or d.deleted_at is null" }), "canaries") with { FirstWallAlone = true },
        Of("a chart's joins are anybody's", Sourced(source => source with { Joins = new Dictionary<string, SourceJoin>(source.Joins) { ["acc"] = new("left join app.accounts acc on true") } }), "canaries") with { FirstWallAlone = true },
        Of("a relation leads into another company's people", Sourced(source => source with { TenantColumn = "true or m.tenant_id" }, "crm_people"), "relations") with { FirstWallAlone = true },
        new("the row filter of a related dataset is not kept", "relations")
        {
            Sql = "create function app.forget_filter() returns trigger language plpgsql set search_path = '' as 'begin new.row_filter := null; return new; end'; create trigger forget before insert or update on app.datasets for each row execute function app.forget_filter()",
        },
        Of("the tenant stays on the connection", Intercepted(() => new Rewritten(command => command.CommandText += $";\nset app.tenant_id = '{Guid.CreateVersion7()}'")), "units"),
        Of("a reading unit is not read-only", Intercepted(() => new Rewritten(command =>
        {
            if (command.Parameters.Contains("app_read_only")) command.Parameters["app_read_only"].Value = false;
        })), "reading"),
        Of("a conversation is everybody's", Intercepted(() => new Rewritten(command => command.CommandText = ByMember().Replace(command.CommandText, "true"))), "people"),
        Of("a change leaves no entry", services => services.Remove(services.Single(service => service.ImplementationType == typeof(ChangeRecorder))), "audit"),
        Of("an error says what the database said", services => services.AddSingleton<ISaveChangesInterceptor, Talkative>(), "errors"),
    ];

    private static Fault Of(string name, Action<IServiceCollection> replace, params string[] checks) => new(name, checks) { Replace = (services, _) => replace(services) };

    private static void Customized<T>(IServiceCollection services) where T : IModelCustomizer =>
        services.ConfigureDbContext<AppDb>(options => options.ReplaceService<IModelCustomizer, T>());

    private static Action<IServiceCollection> Intercepted(Func<IInterceptor> make) => services => services.ConfigureDbContext<AppDb>(options => options.AddInterceptors(make()));

    private static Action<IServiceCollection> Sourced(Func<DatasetSource, DatasetSource> change, string key = "crm_deals") => services =>
    {
        var own = services.Where(service => service.ServiceType == typeof(IDatasetProvider)).Select(service => service.ImplementationType!).ToList();
        foreach (var service in services.Where(service => service.ServiceType == typeof(IDatasetProvider)).ToList()) services.Remove(service);
        foreach (var type in own) services.AddSingleton<IDatasetProvider>(provider => new Changed((IDatasetProvider)ActivatorUtilities.CreateInstance(provider, type), change, key));
    };

    [GeneratedRegex(@"\b\w+\.member_id = @\w+", RegexOptions.None, 1000)]
    private static partial Regex ByMember();

    private class Unfiltered(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
    {
        public override void Customize(ModelBuilder modelBuilder, DbContext context)
        {
            base.Customize(modelBuilder, context);
            foreach (var entity in modelBuilder.Model.GetEntityTypes().Where(type => !type.IsOwned() && Forgets(type.ClrType)).ToList())
                modelBuilder.Entity(entity.ClrType).HasQueryFilter("tenant", FilterOf(entity.ClrType, (AppDb)context));
        }

        protected virtual bool Forgets(Type entity) => true;

        protected virtual LambdaExpression? FilterOf(Type entity, AppDb first) => null;
    }

    private sealed class DealsUnfiltered(ModelCustomizerDependencies dependencies) : Unfiltered(dependencies)
    {
        protected override bool Forgets(Type entity) => entity == typeof(Deal);
    }

    private sealed class ExamplesUnfiltered(ModelCustomizerDependencies dependencies) : Unfiltered(dependencies)
    {
        protected override bool Forgets(Type entity) => entity == typeof(ReviewedExample);
    }

    private sealed class FilteredByTheFirst(ModelCustomizerDependencies dependencies) : Unfiltered(dependencies)
    {
        protected override LambdaExpression FilterOf(Type entity, AppDb first)
        {
            var row = Expression.Parameter(entity, "row");
            var tenant = Expression.Call(typeof(EF), nameof(EF.Property), [typeof(Guid)], row, Expression.Constant("TenantId"));
            return Expression.Lambda(Expression.Equal(tenant, Expression.Constant(first.TenantId)), row);
        }
    }

    private sealed class Changed(IDatasetProvider own, Func<DatasetSource, DatasetSource> change, string key) : IDatasetProvider
    {
        public IReadOnlyList<OfferedDataset> Offer(string currency) => [.. own.Offer(currency).Select(offered =>
            offered.Dataset.Contract.Key == key ? offered with { Dataset = offered.Dataset with { Source = change(offered.Dataset.Source) } } : offered)];
    }

    private sealed class Rewritten(Action<DbCommand> change) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            change(command);
            return new(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            change(command);
            return new(result);
        }
    }

    private sealed class Talkative : ISaveChangesInterceptor
    {
        public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) =>
            throw new RefusalException(409, "already_exists") { Faults = [new Kernel.Fault("", "already_exists") { Message = ((PostgresException)eventData.Exception.InnerException!).ConstraintName + eventData.Exception.InnerException.Message }] };
    }
}
