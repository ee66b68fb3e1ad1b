using Microsoft.Extensions.Localization;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Deals;

public sealed record ChipChoice(string Text, string Href, bool Current);

/// <summary>One condition: what it is called, how it stands, what else it could be, and the address without it.</summary>
public sealed record FilterChip(string Name, string Value, IReadOnlyList<ChipChoice> Choices, string? Off);

/// <summary>The conditions above a board or list of deals, as links.</summary>
public sealed class DealChips(DealFilter filter, string path, IStringLocalizer<CrmTexts> texts, StageMap stages, People people, Tenant company)
{
    public string Path => path;

    public DealFilter Filter => filter;

    public IReadOnlyList<FilterChip> ForBoard(Pipeline pipeline) =>
    [
        Chip("pipeline", pipeline.Name, [.. stages.Pipelines.Select(one => (one.Name, (string?)one.Id.ToString(), one.Id == pipeline.Id))], removable: false),
        Owner(), Close(), .. Typed(),
    ];

    public IReadOnlyList<FilterChip> ForList() => [Status(), Stage(), Owner(), Close(), .. Typed()];

    private FilterChip Status() => Chip("status", filter.Status is { } status ? texts["Deals.Status." + status] : Any,
        [(Any, null, filter.Status is null), .. Enum.GetValues<DealStatus>().Select(one => (texts["Deals.Status." + one].Value, (string?)one.ToString().ToLowerInvariant(), one == filter.Status))]);

    private FilterChip Stage() => Chip("stage", stages.NameOf(filter.Stage) ?? Any,
        [(Any, null, filter.Stage is null), .. stages.Pipelines.SelectMany(pipeline => pipeline.Stages.Select(stage =>
            (stages.Pipelines.Count > 1 ? $"{pipeline.Name} · {stage.Name}" : stage.Name, (string?)stage.Id.ToString(), stage.Id == filter.Stage)))]);

    private FilterChip Owner()
    {
        var name = filter.Owner == DealFilter.Me ? texts["Filter.Me"].Value : Guid.TryParse(filter.Owner, out var id) ? people.NameOf(id) : null;
        return Chip("owner", name ?? texts["Filter.Everybody"],
            [(texts["Filter.Everybody"], null, filter.Owner is null), (texts["Filter.Me"], DealFilter.Me, filter.Owner == DealFilter.Me),
             .. people.Active.Select(one => (one.Name, (string?)one.Id.ToString(), one.Id.ToString() == filter.Owner))]);
    }

    private FilterChip Close() => Chip("close", filter.Close is { } word ? texts["Period." + word] : Any,
        [(Any, null, filter.Close is null), .. DealFilter.CloseWords.Select(one => (texts["Period." + one].Value, (string?)one, one == filter.Close))]);

    private IEnumerable<FilterChip> Typed()
    {
        if (filter.Least is { } least)
            yield return new(texts["Filter.least"], texts["Filter.AtLeast", Figures.Short(Kernel.Money.OfMajor(least, company.Currency))], [], filter.Url(path, ("least", null)));
        if (filter.Words is { } words) yield return new(texts["Filter.q"], words, [], filter.Url(path, ("q", null)));
        if (filter.Stale) yield return new(texts["Filter.stale"], texts["Filter.StaleSince", DealFilter.StaleDays], [], filter.Url(path, ("stale", null)));
    }

    private string Any => texts["Filter.Any"];

    private FilterChip Chip(string key, string value, IReadOnlyList<(string Text, string? Value, bool Current)> choices, bool removable = true) => new(
        texts["Filter." + key], value, [.. choices.Select(choice => new ChipChoice(choice.Text, filter.Url(path, (key, choice.Value)), choice.Current))],
        removable && choices.Any(choice => choice.Current && choice.Value is not null) ? filter.Url(path, (key, null)) : null);
}
