using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Access.ApiKeys;

/// <summary>One's own keys for programs, or the company's: what they may do, when they were used, how to revoke them.</summary>
[Requires(Permission.ApiKeysManageOwn)]
internal sealed class ApiKeysPage(AppDb db, CompanyKeys keys, CurrentMember current, EnteredTenant entered, TimeProvider time, IStringLocalizer<ApiKeysTexts> texts) : PageModel
{
    private const int Most = 500;

    public IReadOnlyList<ApiKeyRow> Keys { get; private set; } = [];
    public Days Clock { get; private set; } = null!;
    public Toast? Toast { get; private set; }
    public bool SeesAll => keys.SeesAll;

    public bool IsOwn(ApiKeyRow row) => row.Key.MemberId == current.Id;

    public bool IsExpired(ApiKeyRow row) => row.Key.IsExpired(time.GetUtcNow());

    public string DayOf(DateTimeOffset moment) => Days.Iso(entered.Required.Calendar.DateOf(moment));

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        Clock = new Days(entered.Required.Calendar, time.GetUtcNow());
        Keys = await keys.Live().AsNoTracking().OrderByDescending(key => key.CreatedAt).Take(Most)
            .Join(db.Members, key => key.MemberId, member => member.Id, (key, member) => new ApiKeyRow(key, member.Name)).ToListAsync(cancellation);
        if (done is "revoked") Toast = new Toast(texts["Keys.Revoked"]);
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, CancellationToken cancellation)
    {
        await keys.RevokeAsync(id, null, cancellation);
        return LocalRedirect("/settings/api-keys?done=revoked");
    }
}

internal sealed record ApiKeyRow(ApiKey Key, string Maker);
