using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Access.TwoFactor;
using Web.Audit;
using Web.Tests.Support;

namespace Web.Tests.Access.TwoFactor;

public sealed class CodeCheckTests(TestInstallation installation)
{
    private const int AtOnce = 20;

    /// <summary>How often a race is run; <c>TSUMUGI_ROUNDS</c> asks for more.</summary>
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("TSUMUGI_ROUNDS") ?? "25", CultureInfo.InvariantCulture);

    [Fact]
    public async Task One_code_used_by_twenty_at_once_lets_exactly_one_in()
    {
        var factor = await Factor.OfAsync(await TestTenant.MakeAsync(installation), installation, Role.Admin);
        for (var round = 0; round < Rounds; round++)
        {
            await factor.ForgetTriesAsync();
            var code = factor.Code;
            var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => factor.TryAsync(code)));
            Assert.Equal(1, outcomes.Count(outcome => outcome is CodeOutcome.Right));
            Assert.Equal(AtOnce - 1, outcomes.Count(outcome => outcome is CodeOutcome.Reused));
        }
    }

    [Fact]
    public async Task One_recovery_code_used_by_twenty_at_once_lets_exactly_one_in()
    {
        var factor = await Factor.OfAsync(await TestTenant.MakeAsync(installation), installation, Role.Admin);
        foreach (var code in factor.Codes)
        {
            await factor.ForgetTriesAsync();
            var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => factor.TryAsync(code)));
            Assert.Equal(1, outcomes.Count(outcome => outcome is CodeOutcome.Right));
        }
    }

    [Fact]
    public async Task Guesses_at_once_are_counted_exactly_and_lock_the_step_for_everybody()
    {
        var company = await TestTenant.MakeAsync(installation);
        var factor = await Factor.OfAsync(company, installation, Role.Admin);
        var wrong = factor.WrongCode;
        var outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => factor.TryAsync(wrong)));
        Assert.Equal(SecondStep.MostFailures - 1, outcomes.Count(outcome => outcome is CodeOutcome.Wrong));
        Assert.IsType<CodeOutcome.Locked>(await factor.TryAsync(factor.Code));
        Assert.IsType<CodeOutcome.Locked>(await factor.TryAsync(factor.Codes[0]));
        Assert.Equal(1, await company.WorkAsync(db => db.AuditEntries.CountAsync(entry => entry.EventType == "auth.second_factor_locked" && entry.RiskLevel == "high")));
    }

    [Fact]
    public void Each_lock_lasts_twice_as_long_as_the_one_before_up_to_a_day()
    {
        var now = DateTimeOffset.UnixEpoch;
        var step = SecondStep.Of(Guid.CreateVersion7(), now);
        List<double> minutes = [];
        for (var i = 0; i < 9 * SecondStep.MostFailures; i++)
            if (step.Fail(now)) minutes.Add((step.LockedUntil!.Value - now).TotalMinutes);
        Assert.Equal([15, 30, 60, 120, 240, 480, 960, 1440, 1440], minutes);
        step.Succeed();
        Assert.False(step.IsLocked(now));
    }

    [Fact]
    public async Task A_code_may_be_typed_as_people_type()
    {
        var factor = await Factor.OfAsync(await TestTenant.MakeAsync(installation), installation, Role.Admin);
        var wide = string.Concat(factor.Code.Select(digit => (char)(digit - '0' + '０')));
        Assert.IsType<CodeOutcome.Right>(await factor.TryAsync($" {wide[..3]} {wide[3..]}"));
        Assert.IsType<CodeOutcome.Right>(await factor.TryAsync(factor.Codes[3].ToLowerInvariant().Replace('-', ' ')));
    }

    [Fact]
    public async Task Somebody_elses_key_in_ones_row_opens_nothing_and_is_noted()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (mine, theirs) = (await Factor.OfAsync(company, installation, Role.Member), await Factor.OfAsync(company, installation, Role.Owner));
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync(
            $"update app.second_steps set wrapped_key = (select wrapped_key from app.second_steps where id = {mine.Member}) where id = {theirs.Member}"));
        Assert.IsType<CodeOutcome.Wrong>(await theirs.TryAsync(mine.Code));
        Assert.IsType<CodeOutcome.Wrong>(await theirs.TryAsync(theirs.Code));
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "security.secret_unreadable" && entry.RiskLevel == "high")));
    }

    [Fact]
    public async Task A_recovery_code_moved_to_another_member_is_worth_nothing_there()
    {
        var company = await TestTenant.MakeAsync(installation);
        var (mine, theirs) = (await Factor.OfAsync(company, installation, Role.Member), await Factor.OfAsync(company, installation, Role.Owner));
        await company.WorkAsync(db => db.Database.ExecuteSqlAsync($"update app.recovery_codes set member_id = {theirs.Member} where member_id = {mine.Member}"));
        Assert.IsType<CodeOutcome.Wrong>(await theirs.TryAsync(mine.Codes[0]));
    }

    [Fact]
    public async Task Neither_key_nor_code_stands_in_the_database()
    {
        var company = await TestTenant.MakeAsync(installation);
        var factor = await Factor.OfAsync(company, installation, Role.Owner);
        await factor.TryAsync(factor.Codes[0]);
        var everything = string.Concat(await company.WorkAsync(db => db.Database.SqlQuery<string>(
            $"""
             select s::text as "Value" from app.second_steps s where tenant_id = {company.Id}
             union all select c::text from app.recovery_codes c where tenant_id = {company.Id}
             union all select a::text from app.audit_entries a where tenant_id = {company.Id}
             """).ToListAsync()));
        foreach (var secret in factor.Codes.SelectMany(code => new[] { code, RecoveryCode.Read(code)! }).Append(Base32.Encode(factor.Key)).Append(Convert.ToHexString(factor.Key)))
            Assert.DoesNotContain(secret, everything, StringComparison.OrdinalIgnoreCase);
    }
}
