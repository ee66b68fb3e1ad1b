using Npgsql;
using Web.Audit.Chain;
using Web.Operations;

namespace Web.Tests.Support;

/// <summary>A company's audit chain in a test: sealed to the last entry, looked through, tampered with by the owner of the tables.</summary>
internal static class Chains
{
    /// <summary>Others' transactions hold entries back for as long as they run.</summary>
    public static Task SealAllAsync(TestInstallation installation, TestTenant company) => SealAllAsync(installation.App, company);

    /// <inheritdoc cref="SealAllAsync(TestInstallation, TestTenant)"/>
    public static Task SealAllAsync(TestApp app, TestTenant company) => Eventually.TrueAsync(async () =>
    {
        await Later.RunAsync<SealWork>(app, company, DateTimeOffset.UtcNow);
        return (await VerifyAsync(app, company)).Unsealed == 0;
    });

    public static Task<ChainReport> VerifyAsync(TestInstallation installation, TestTenant company, string? expected = null) => VerifyAsync(installation.App, company, expected);

    public static async Task<ChainReport> VerifyAsync(TestApp app, TestTenant company, string? expected = null) =>
        (await AuditVerbs.VerifyAsync(app.Services, company.Tenant.Slug, expected, TestContext.Current.CancellationToken))!;

    public static async Task<int> TamperAsync(TestInstallation installation, string sql, params object[] values)
    {
        await using var superuser = NpgsqlDataSource.Create(installation.Postgres.Superuser());
        await using var command = superuser.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
