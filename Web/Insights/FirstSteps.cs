using Microsoft.EntityFrameworkCore;
using Web.Access.Start;
using Web.Data;
using Web.Insights.Assistant.Talk;
using Web.Insights.Datasets;

namespace Web.Insights;

/// <summary>A new company's own data: something was uploaded.</summary>
internal sealed class FirstData : IStartStep
{
    public int Place => 2;
    public string Key => "Data";
    public string Href => "/data";

    public Task<bool> IsDoneAsync(AppDb db, Guid member, CancellationToken cancellation) => db.UploadedDatasets.AnyAsync(cancellation);
}

/// <summary>Its first question.</summary>
internal sealed class FirstQuestion : IStartStep
{
    public int Place => 3;
    public string Key => "Ask";
    public string Href => "/ask";

    public Task<bool> IsDoneAsync(AppDb db, Guid member, CancellationToken cancellation) => db.Turns.AnyAsync(cancellation);
}
