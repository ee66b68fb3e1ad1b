using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Web.Insights.Assistant.Models;

/// <summary>The settings as they were typed. The key goes in and never comes back.</summary>
public sealed class ModelForm
{
    [FromForm(Name = "source")] public string? Source { get; set; }
    [FromForm(Name = "provider")] public string? Provider { get; set; }
    [FromForm(Name = "endpoint")] public string? Endpoint { get; set; }
    [FromForm(Name = "model")] public string? Model { get; set; }
    [FromForm(Name = "key")] public string? Key { get; set; }
    [FromForm(Name = "remove_key")] public bool RemoveKey { get; set; }
    [FromForm(Name = "share")] public bool Share { get; set; }
    [FromForm(Name = "budget")] public string? Budget { get; set; }
    [FromForm(Name = "seconds")] public string? Seconds { get; set; }

    [FromForm(Name = "input_price")] public string? InputPrice { get; set; }
    [FromForm(Name = "output_price")] public string? OutputPrice { get; set; }
    [FromForm(Name = "currency")] public string? Currency { get; set; }
    [FromForm(Name = "review")] public bool Review { get; set; }

    internal static ModelForm Of(CompanyModel? kept, LanguageModelOptions installation) => new()
    {
        Source = WordOf(kept?.Source ?? (installation.IsSet ? ModelSource.Installation : ModelSource.None)),
        Provider = kept?.Provider?.Word,
        Endpoint = kept?.Endpoint,
        Model = kept?.Model,
        Share = kept?.ShareValues ?? true,
        InputPrice = kept?.InputPrice?.ToString("0.####", CultureInfo.InvariantCulture),
        OutputPrice = kept?.OutputPrice?.ToString("0.####", CultureInfo.InvariantCulture),
        Currency = kept?.PriceCurrency ?? "USD",
        Review = kept?.KeepsForReview ?? true,
        Budget = kept?.MonthlyTokens?.ToString("#,##0", CultureInfo.InvariantCulture),
        Seconds = (kept?.TimeOutSeconds ?? 12).ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Puts what was typed into <paramref name="model"/>; returns the code of each field's fault, and then the thing is not to be kept.</summary>
    internal IReadOnlyDictionary<string, string> Apply(CompanyModel model, EndpointRules rules, ModelChoice choice, Guid tenant, DateTimeOffset now)
    {
        Dictionary<string, string> faults = [];
        var source = Enum.GetValues<ModelSource>().Cast<ModelSource?>().FirstOrDefault(known => WordOf(known!.Value) == Source);
        if (source is null || (source == ModelSource.Own && !choice.Options.CompaniesMayBringTheirOwn) || (source == ModelSource.Installation && !choice.Options.IsSet)) faults["source"] = "not_offered";
        else if (source == ModelSource.Own) ApplyOwn(model, rules, choice, tenant, now, faults);
        else model.Choose(source.Value, model.Provider, model.Endpoint is { } kept ? new Uri(kept) : null, model.Model, now);
        if (RemoveKey) model.ForgetKey();
        Limit(model, faults);
        SetPrice(model, faults);
        model.KeepForReview(Review);
        return faults;
    }

    private void ApplyOwn(CompanyModel model, EndpointRules rules, ModelChoice choice, Guid tenant, DateTimeOffset now, Dictionary<string, string> faults)
    {
        var provider = ModelProviders.Find(Provider);
        if (provider is null) faults["provider"] = "not_offered";
        var address = string.IsNullOrWhiteSpace(Endpoint) ? provider?.UsualEndpoint : Endpoint;
        if (rules.Read(address, out var endpoint) is { } wrong) faults["endpoint"] = wrong;
        var name = Model?.Trim() ?? "";
        if (name.Length == 0) faults["model"] = "required";
        else if (name.Length > CompanyModel.LongestName) faults["model"] = "too_long";
        var key = Key?.Trim() ?? "";
        if (key.Length > CompanyModel.LongestKey) faults["key"] = "too_long";
        else if (key.Any(c => c is <= ' ' or > '~')) faults["key"] = "key_form";
        if (faults.Count > 0) return;
        model.Choose(ModelSource.Own, provider, endpoint, name, now);
        if (key.Length > 0) model.SetKey(key, choice.Wrap, tenant, now);
        if (provider!.Value.NeedsKey && (RemoveKey || model.WrappedKey is null)) faults["key"] = "key_needed";
    }

    private void Limit(CompanyModel model, Dictionary<string, string> faults)
    {
        var typed = (Budget ?? "").Normalize(NormalizationForm.FormKC).Trim();
        long? budget = null;
        if (typed.Length > 0)
        {
            if (long.TryParse(typed, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var tokens) && tokens > 0) budget = tokens;
            else faults["budget"] = "not_a_number";
        }
        var waits = short.TryParse((Seconds ?? "").Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= CompanyModel.LeastSeconds and <= CompanyModel.MostSeconds;
        if (!waits) faults["seconds"] = "seconds";
        if (faults.Count == 0) model.Limit(budget, seconds, Share);
    }

    private void SetPrice(CompanyModel model, Dictionary<string, string> faults)
    {
        var (input, output) = (PriceOf(InputPrice, "input_price", faults), PriceOf(OutputPrice, "output_price", faults));
        var currency = (Currency ?? "").Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
        if (input is null && output is null) model.SetPrice(null);
        else if (currency.Length != 3 || currency.Any(c => c is < 'A' or > 'Z')) faults["currency"] = "currency";
        else if (faults.Count == 0) model.SetPrice(new ModelPrice(input ?? 0, output ?? 0, currency));
    }

    private static decimal? PriceOf(string? text, string field, Dictionary<string, string> faults)
    {
        var typed = (text ?? "").Normalize(NormalizationForm.FormKC).Trim();
        if (typed.Length == 0) return null;
        if (decimal.TryParse(typed, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var price) && price is >= 0 and <= 1_000_000) return Math.Round(price, 4);
        faults[field] = "price";
        return null;
    }

    private static string WordOf(ModelSource source) => source.ToString().ToLowerInvariant();
}
