using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Web.Access;
using Web.Access.Sessions;
using Web.Access.TwoFactor;
using Web.Data;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Access.TwoFactor;

/// <summary>Somebody's authenticator app and their ten codes on paper, as a test holds them.</summary>
internal sealed class Factor
{
    private readonly TestTenant company;
    private readonly IServiceProvider services;
    private readonly FactorSecrets secrets;

    private Factor(TestTenant company, IServiceProvider services, Role role, byte[] key, IReadOnlyList<string> codes) =>
        (this.company, this.services, secrets, Role, Key, Codes) = (company, services, services.GetRequiredService<FactorSecrets>(), role, key, codes);

    public Role Role { get; }

    public byte[] Key { get; }

    public IReadOnlyList<string> Codes { get; }

    public Guid Member => company.People[Role];

    /// <summary>What the app shows now.</summary>
    public string Code => TimeCode.At(Key, TimeCode.StepOf(DateTimeOffset.UtcNow));

    /// <summary>A code that was never right around now.</summary>
    public string WrongCode => Enumerable.Range(0, 10).Select(n => new string((char)('0' + n), 6)).First(code => TimeCode.Match(Key, code, DateTimeOffset.UtcNow) is null);

    /// <summary>Turns an authenticator on for one of the people.</summary>
    /// <param name="keeps">They have other factors already.</param>
    public static async Task<Factor> OfAsync(TestTenant company, TestInstallation installation, Role role, bool keeps = false)
    {
        var secrets = installation.App.Services.GetRequiredService<FactorSecrets>();
        var member = company.People[role];
        var key = RandomNumberGenerator.GetBytes(TimeCode.KeyBytes);
        string[] codes = [.. Enumerable.Range(0, RecoveryCode.Count).Select(_ => RecoveryCode.Invent())];
        await company.WorkAsync(async db =>
        {
            var step = keeps ? await db.SecondSteps.SingleAsync(one => one.Id == member) : db.SecondSteps.Add(SecondStep.Of(member, DateTimeOffset.UtcNow)).Entity;
            step.Prepare(secrets.Close(key, company.Id, member));
            step.Confirm(0, DateTimeOffset.UtcNow);
            foreach (var code in codes) db.RecoveryCodes.Add(RecoveryCode.Of(member, secrets.HashOf(RecoveryCode.Read(code)!, company.Id, member), DateTimeOffset.UtcNow));
            return true;
        });
        installation.App.Services.GetRequiredService<LiveSessions>().Forget(company.Id);
        return new Factor(company, installation.App.Services, role, key, codes);
    }

    /// <summary>As if no code had been tried or used yet.</summary>
    public Task ForgetTriesAsync() => company.WorkAsync(db => db.SecondSteps.Where(one => one.Id == Member).ExecuteUpdateAsync(set => set
        .SetProperty(one => one.LastStep, 0).SetProperty(one => one.Failures, 0).SetProperty(one => one.Locks, 0).SetProperty(one => one.LockedUntil, (DateTimeOffset?)null)));

    /// <summary>Its person shows it, by the last of their codes on paper.</summary>
    public async Task ConfirmAsync(Browser browser)
    {
        var proved = await browser.SubmitAsync(await browser.OpenAsync("/settings/confirm"), "/settings/confirm", ("recovery_code", Codes[^1]));
        Assert.Equal(HttpStatusCode.Redirect, proved.StatusCode);
    }

    /// <summary>Tries a code in a unit of work of its own.</summary>
    public Task<CodeOutcome> TryAsync(string code)
    {
        var entered = new EnteredTenant();
        entered.Enter(company.Tenant, new TenantScope());
        return company.WorkAsync(db =>
        {
            var letters = new FactorLetters(db, entered, services.GetRequiredService<TenantDirectory>(), services.GetRequiredService<TenantLinks>());
            return new CodeCheck(db, secrets, letters, TimeProvider.System).TryAsync(Member, code, default);
        });
    }

    public async Task<(HttpStatusCode Status, string? Code)> LoginAsync(string? code)
    {
        var answer = await company.Anonymous().PostAsJsonAsync("/api/v1/tenant/auth/login", new { email = TestTenant.EmailOf(Role), password = TestTenant.Password, code });
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return (answer.StatusCode, body.TryGetProperty("code", out var word) ? word.GetString() : null);
    }
}
