using Web.Audit;
using Web.Data;

namespace Web.Insights.Assistant.Models;

public enum ModelSource { Installation, Own, None }

/// <summary>What a company decided about language models. Without a row it uses the installation's, if there is one.</summary>
public sealed class CompanyModel : IRecorded
{
    public const int LongestEndpoint = 500, LongestName = 200, LongestKey = 400, LeastSeconds = 2, MostSeconds = 20;
    private const int ShowsItsEnd = 16;

    private CompanyModel()
    {
    }

    public Guid Id { get; private init; }
    public ModelSource Source { get; private set; }
    public ModelProvider? Provider { get; private set; }
    public string? Endpoint { get; private set; }
    public string? Model { get; private set; }
    [NotRecorded] public byte[]? WrappedKey { get; private set; }
    [NotRecorded] public string? KeyEnding { get; private set; }
    /// <summary>When the key was set last; the log shows this in its place.</summary>
    public DateTimeOffset? KeySetAt { get; private set; }
    /// <summary>Whether names and other values of the data may go along, so that the model knows what "Tanaka" is.</summary>
    public bool ShareValues { get; private set; }
    public long? MonthlyTokens { get; private set; }
    /// <summary>What a million tokens of its own model cost, in and out.</summary>
    public decimal? InputPrice { get; private set; }
    public decimal? OutputPrice { get; private set; }
    public string? PriceCurrency { get; private set; }
    /// <summary>Whether analysts may see what was asked in vain or was marked, to make it work.</summary>
    public bool KeepsForReview { get; private set; }
    public short TimeOutSeconds { get; private set; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }

    string IRecorded.EntityName => "language_model";
    string IRecorded.EventCategory => "tenant";

    public static CompanyModel Begin(DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), TimeOutSeconds = 12, ShareValues = true, KeepsForReview = true, UpdatedAt = now };

    /// <param name="endpoint">Checked already.</param>
    public void Choose(ModelSource source, ModelProvider? provider, Uri? endpoint, string? model, DateTimeOffset now)
    {
        // A key is for the party it was given for: it does not travel to another address.
        if (endpoint?.Authority != (Endpoint is null ? null : new Uri(Endpoint).Authority)) ForgetKey();
        (Source, Provider, Endpoint, Model, UpdatedAt) = (source, provider, endpoint?.AbsoluteUri, model, now);
    }

    public void Limit(long? monthlyTokens, short timeOutSeconds, bool shareValues) =>
        (MonthlyTokens, TimeOutSeconds, ShareValues) = (monthlyTokens, timeOutSeconds, shareValues);

    public void SetPrice(ModelPrice? price) => (InputPrice, OutputPrice, PriceCurrency) = (price?.Input, price?.Output, price?.Currency);

    public ModelPrice? Price => PriceCurrency is null ? null : new ModelPrice(InputPrice ?? 0, OutputPrice ?? 0, PriceCurrency);

    public void KeepForReview(bool keeps) => KeepsForReview = keeps;

    public void SetKey(string key, SecretWrap wrap, Guid tenant, DateTimeOffset now) =>
        (WrappedKey, KeyEnding, KeySetAt) = (wrap.Close(key, ContextOf(tenant)), key.Length >= ShowsItsEnd ? key[^4..] : "", now);

    public void ForgetKey() => (WrappedKey, KeyEnding, KeySetAt) = (null, null, null);

    /// <exception cref="System.Security.Cryptography.CryptographicException">The key was wrapped for another company or under another master key.</exception>
    public string? OpenKey(SecretWrap wrap, Guid tenant) => WrappedKey is null ? null : wrap.Open(WrappedKey, ContextOf(tenant));

    private string ContextOf(Guid tenant) => $"{tenant:N}/{Id:N}";
}
