using Microsoft.EntityFrameworkCore;
using Npgsql;
using Web.Access;
using Web.Audit;
using Web.Audit.Chain;
using Web.Operations;
using Web.Tests.Support;

namespace Web.Tests.Audit.Chain;

public sealed class ChainTests(TestInstallation installation)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update app.audit_entries set risk_level = 'low' where tenant_id = $1")]
    [InlineData("delete from app.audit_entries where tenant_id = $1")]
    [InlineData("update app.audit_seals set hash = hash where tenant_id = $1")]
    [InlineData("delete from app.audit_seals where tenant_id = $1")]
    [InlineData("delete from app.audit_chains where tenant_id = $1")]
    [InlineData("truncate app.audit_entries")]
    [InlineData("truncate app.audit_seals")]
    [InlineData("alter table app.audit_entries disable trigger all")]
    [InlineData("drop policy fence on app.audit_entries")]
    public async Task The_process_can_only_add(string sql)
    {
        var company = await SealedAsync();
        var refused = await Assert.ThrowsAsync<PostgresException>(() => company.WorkAsync(async db =>
        {
            await using var command = new NpgsqlCommand(sql, await db.EnterAsync(Cancellation));
            if (sql.Contains("$1", StringComparison.Ordinal)) command.Parameters.Add(new() { Value = company.Id });
            return await command.ExecuteNonQueryAsync(Cancellation);
        }));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Every_entry_is_sealed_in_order_and_the_chain_holds()
    {
        var company = await SealedAsync();
        var report = await Chains.VerifyAsync(installation, company);
        Assert.True(report.Holds, report.First?.ToString());
        Assert.Equal(await company.WorkAsync(db => db.AuditEntries.LongCountAsync()), report.Sealed);
        Assert.Contains("holds", AuditVerbs.Sentence(company.Tenant.Slug, report), StringComparison.Ordinal);
        await NoteAsync(company, "test.later");
        Assert.InRange((await Chains.VerifyAsync(installation, company)).Unsealed, 1, 2);
        await Chains.SealAllAsync(installation, company);
        Assert.True((await Chains.VerifyAsync(installation, company, report.Head)).Holds);
        Assert.Null(await AuditVerbs.VerifyAsync(installation.App.Services, "nobody-of-this-name", null, Cancellation));
    }

    [Fact]
    public async Task What_a_running_transaction_may_still_overtake_waits()
    {
        var company = await SealedAsync();
        await using var late = await NpgsqlDataSource.Create(installation.Postgres.Superuser()).OpenConnectionAsync(Cancellation);
        await using var open = await late.BeginTransactionAsync(Cancellation);
        await using (var write = new NpgsqlCommand("insert into app.audit_entries (tenant_id, id, at, event_type, event_category) values ($1, $2, now(), 'test.late', 'crm')", late, open) { Parameters = { new() { Value = company.Id }, new() { Value = Guid.CreateVersion7() } } })
            await write.ExecuteNonQueryAsync(Cancellation);
        await NoteAsync(company, "test.after");
        await Later.RunAsync<SealWork>(installation, company, DateTimeOffset.UtcNow);
        Assert.Equal(1, (await Chains.VerifyAsync(installation, company)).Unsealed); // committed, but behind one that is not
        await open.CommitAsync(Cancellation);
        await Chains.SealAllAsync(installation, company);
        Assert.True((await Chains.VerifyAsync(installation, company)).Holds);
        Assert.Equal(["test.late", "test.after"], (await company.WorkAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Id).Take(2).Select(entry => entry.EventType).ToListAsync())).AsEnumerable().Reverse());
    }

    [Fact]
    public async Task Sealing_at_once_on_many_instances_makes_one_chain()
    {
        var company = await SealedAsync();
        await NoteAsync(company, "test.raced");
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Later.RunAsync<SealWork>(installation, company, DateTimeOffset.UtcNow)));
        await Chains.SealAllAsync(installation, company);
        Assert.True((await Chains.VerifyAsync(installation, company)).Holds);
    }

    [Fact]
    public async Task Whoever_writes_an_entry_orders_the_sealing_once()
    {
        var company = await TestTenant.MakeAsync(installation);
        await NoteAsync(company, "test.one");
        await NoteAsync(company, "test.two");
        Assert.Equal(1, await company.WorkAsync(db => db.Set<Web.Jobs.Job>().CountAsync(job => job.Kind == SealWork.Kind)));
    }

    [Theory]
    [InlineData("update app.audit_entries set description = 'nothing to see' where tenant_id = $1 and id = $2", nameof(ChainFaultKind.EntryChanged))]
    [InlineData("update app.audit_entries set member_id = null where tenant_id = $1 and id = $2", nameof(ChainFaultKind.EntryChanged))]
    [InlineData("update app.audit_entries set changes = '{\"role\": [\"member\", \"viewer\"]}' where tenant_id = $1 and id = $2", nameof(ChainFaultKind.EntryChanged))]
    [InlineData("delete from app.audit_entries where tenant_id = $1 and id = $2", nameof(ChainFaultKind.EntryMissing))]
    [InlineData("delete from app.audit_seals where tenant_id = $1 and entry_id = $2", nameof(ChainFaultKind.SealMissing))]
    [InlineData("with gone as (delete from app.audit_seals where tenant_id = $1 and entry_id = $2) delete from app.audit_entries where tenant_id = $1 and id = $2", nameof(ChainFaultKind.SealMissing))]
    public async Task Tampering_with_an_entry_in_the_middle_is_found_and_named(string sql, string kind) => await NamedAsync(sql, Enum.Parse<ChainFaultKind>(kind));

    [Fact]
    public async Task An_entry_pushed_into_the_middle_is_found()
    {
        var company = await SealedAsync();
        var forged = Guid.CreateVersion7(DateTimeOffset.UtcNow.AddMinutes(-5));
        await Chains.TamperAsync(installation, "insert into app.audit_entries (tenant_id, id, at, event_type, event_category) values ($1, $2, now() - interval '5 minutes', 'test.forged', 'crm')", company.Id, forged);
        await Chains.TamperAsync(installation, "update app.audit_seals set position = position + 1000 where tenant_id = $1 and position >= 3", company.Id);
        await Chains.TamperAsync(installation, "update app.audit_seals set position = position - 999 where tenant_id = $1 and position >= 1000", company.Id);
        await Chains.TamperAsync(installation, "insert into app.audit_seals (tenant_id, position, entry_id, hash, sealed_at) values ($1, 3, $2, sha256('guess'), now())", company.Id, forged);
        var report = await Chains.VerifyAsync(installation, company);
        Assert.Equal(new ChainFault(ChainFaultKind.EntryChanged, 3, forged), report.First);
    }

    [Fact]
    public async Task An_entry_that_pretends_to_be_old_is_found_sealed_or_not()
    {
        var company = await SealedAsync();
        var forged = Guid.CreateVersion7(DateTimeOffset.UtcNow.AddDays(-3));
        await Chains.TamperAsync(installation, "insert into app.audit_entries (tenant_id, id, at, event_type, event_category) values ($1, $2, now() - interval '3 days', 'test.forged', 'crm')", company.Id, forged);
        var report = await Chains.VerifyAsync(installation, company);
        Assert.Equal((ChainFaultKind.Backdated, forged), (report.First!.Kind, report.First.Entry));
    }

    [Fact]
    public async Task A_tail_that_was_cut_off_is_found_also_when_the_end_was_put_back()
    {
        var company = await SealedAsync();
        var before = await Chains.VerifyAsync(installation, company);
        await Chains.TamperAsync(installation, "create table if not exists public.kept_ends as select * from app.audit_chains with no data");
        await Chains.TamperAsync(installation, "insert into public.kept_ends select * from app.audit_chains where tenant_id = $1", company.Id);
        await NoteAsync(company, "test.tail");
        await Chains.SealAllAsync(installation, company);
        var after = await Chains.VerifyAsync(installation, company);
        await Chains.TamperAsync(installation, "delete from app.audit_entries e using app.audit_seals s where s.tenant_id = $1 and e.tenant_id = $1 and e.id = s.entry_id and s.position > $2", company.Id, before.Sealed);
        await Chains.TamperAsync(installation, "delete from app.audit_seals where tenant_id = $1 and position > $2", company.Id, before.Sealed);
        Assert.Equal(ChainFaultKind.EndDiffers, (await Chains.VerifyAsync(installation, company)).First!.Kind);
        await Chains.TamperAsync(installation, "update app.audit_chains set position = $2 where tenant_id = $1", company.Id, before.Sealed);
        Assert.Equal(ChainFaultKind.EndForged, (await Chains.VerifyAsync(installation, company)).First!.Kind);
        await Chains.TamperAsync(installation, "update app.audit_chains c set position = k.position, hash = k.hash, signature = k.signature from public.kept_ends k where c.tenant_id = $1 and k.tenant_id = $1", company.Id);
        Assert.True((await Chains.VerifyAsync(installation, company)).Holds); // an old signed end put back with all that belongs to it
        Assert.Equal(ChainFaultKind.EndDiffers, (await Chains.VerifyAsync(installation, company, after.Head)).First!.Kind); // whoever kept the end elsewhere sees it
    }

    [Fact]
    public async Task A_chain_that_was_written_anew_cannot_be_signed()
    {
        var company = await SealedAsync();
        await Chains.TamperAsync(installation, "delete from app.audit_chains where tenant_id = $1", company.Id);
        Assert.Equal(ChainFaultKind.EndDiffers, (await Chains.VerifyAsync(installation, company)).First!.Kind);
        await Chains.TamperAsync(installation, "insert into app.audit_chains (tenant_id, id, position, hash, anchor_position, anchor_hash, signature) select $1, gen_random_uuid(), position, hash, 0, sha256(convert_to('tsumugi audit ' || $1::text, 'UTF8')), sha256('y') from app.audit_seals where tenant_id = $1 order by position desc limit 1", company.Id);
        Assert.Equal(ChainFaultKind.EndForged, (await Chains.VerifyAsync(installation, company)).First!.Kind);
    }

    [Fact]
    public async Task The_rule_erases_the_old_from_the_beginning_and_the_rest_still_proves_itself()
    {
        var company = await TestTenant.MakeAsync(installation);
        var longAgo = DateTimeOffset.UtcNow.AddDays(-200);
        await company.WorkAsync(db =>
        {
            for (var i = 0; i < 5; i++) db.Note(longAgo.AddMinutes(i), "test.old", "crm");
            return Task.FromResult(true);
        });
        await Eventually.TrueAsync(async () =>
        {
            // Others' transactions may hold the old back while the younger are sealed: begun anew until one sealing takes all of them, the old first.
            await Chains.TamperAsync(installation, "with seals as (delete from app.audit_seals where tenant_id = $1) delete from app.audit_chains where tenant_id = $1", company.Id);
            await Later.RunAsync<SealWork>(installation, company, DateTimeOffset.UtcNow);
            return (await Chains.VerifyAsync(installation, company)).Unsealed == 0;
        });
        await Chains.TamperAsync(installation, "update app.audit_seals set sealed_at = sealed_at - interval '199 days' where tenant_id = $1", company.Id); // as if it had been done then
        await NoteAsync(company, "test.young");
        await Chains.SealAllAsync(installation, company);
        var before = await Chains.VerifyAsync(installation, company);
        await Later.RunAsync<ExpireWork>(installation, company, DateTimeOffset.UtcNow);
        Assert.Equal(0, (await Chains.VerifyAsync(installation, company)).Erased); // without a rule everything stays
        await company.WorkAsync(db =>
        {
            db.AuditRules.Add(AuditRules.Begin(DateTimeOffset.UtcNow)).Entity.Keep(90, DateTimeOffset.UtcNow);
            return Task.FromResult(true);
        });
        await Later.RunAsync<ExpireWork>(installation, company, DateTimeOffset.UtcNow);
        var after = await Chains.VerifyAsync(installation, company);
        Assert.True(after.Holds, after.First?.ToString());
        Assert.Equal(5, after.Erased);
        Assert.True((await Chains.VerifyAsync(installation, company, before.Head)).Holds);
        Assert.Equal((0, 1), await company.WorkAsync(async db => (await db.AuditEntries.CountAsync(entry => entry.EventType == "test.old"), await db.AuditEntries.CountAsync(entry => entry.EventType == "test.young"))));
        Assert.True(await company.WorkAsync(db => db.AuditEntries.AnyAsync(entry => entry.EventType == "audit.expired")));
        Assert.True(await company.WorkAsync(db => db.Set<Web.Jobs.Job>().AnyAsync(job => job.Kind == ExpireWork.Kind)));
    }

    [Fact]
    public async Task The_process_cannot_erase_what_is_young_nor_keep_for_less_than_ninety_days()
    {
        var company = await SealedAsync();
        var erased = await company.WorkAsync(async db =>
        {
            await using var command = new NpgsqlCommand("select app.expire_audit(9223372036854775807)", await db.EnterAsync(Cancellation));
            return (long)(await command.ExecuteScalarAsync(Cancellation))!;
        });
        Assert.Equal(0, erased);
        Assert.True((await Chains.VerifyAsync(installation, company)).Holds);
        await Assert.ThrowsAsync<DbUpdateException>(() => company.WorkAsync(db =>
        {
            db.AuditRules.Add(AuditRules.Begin(DateTimeOffset.UtcNow)).Entity.Keep(89, DateTimeOffset.UtcNow);
            return Task.FromResult(true);
        }));
    }

    private async Task NamedAsync(string sql, ChainFaultKind kind)
    {
        var company = await SealedAsync();
        var (third, position) = await company.WorkAsync(async db =>
        {
            await using var command = new NpgsqlCommand("select s.entry_id, s.position from app.audit_seals s join app.audit_entries e on e.tenant_id = $1 and e.id = s.entry_id where s.tenant_id = $1 and e.event_type = 'test.made' order by s.position offset 2 limit 1", await db.EnterAsync(Cancellation)) { Parameters = { new() { Value = company.Id } } };
            await using var row = await command.ExecuteReaderAsync(Cancellation);
            await row.ReadAsync(Cancellation);
            return (row.GetGuid(0), row.GetInt64(1));
        });
        Assert.True(await Chains.TamperAsync(installation, sql, company.Id, third) > 0);
        var report = await Chains.VerifyAsync(installation, company);
        Assert.Equal((kind, position), (report.First!.Kind, report.First.Position));
        if (kind is not ChainFaultKind.SealMissing) Assert.Equal(third, report.First.Entry);
        Assert.Contains("BROKEN", AuditVerbs.Sentence(company.Tenant.Slug, report), StringComparison.Ordinal);
    }

    private async Task<TestTenant> SealedAsync()
    {
        var company = await TestTenant.MakeAsync(installation);
        for (var i = 0; i < 4; i++) await NoteAsync(company, "test.made");
        await Chains.SealAllAsync(installation, company);
        return company;
    }

    private static Task<bool> NoteAsync(TestTenant company, string type) => company.WorkAsync(db =>
    {
        db.Note(DateTimeOffset.UtcNow, type, "crm", detail: new() { Changes = new Dictionary<string, object?[]> { ["name"] = ["古い", "新しい"], ["amount"] = [1.50m, 2] } });
        return Task.FromResult(true);
    }, Role.Owner);
}
