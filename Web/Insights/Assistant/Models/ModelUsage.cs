using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Kernel;

namespace Web.Insights.Assistant.Models;

/// <summary>What a company has used of language models.</summary>
public static class ModelUsage
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    /// <summary>The company's month that <paramref name="now"/> falls in, by its first day.</summary>
    public static DateOnly MonthOf(Calendar calendar, DateTimeOffset now) => calendar.FirstDayOf(CalendarUnit.Month, calendar.DateOf(now));

    extension(AppDb db)
    {
        /// <summary>Tokens in and out that this company has used in a month. Needs an open unit of work.</summary>
        public async Task<long> ModelTokensOfMonthAsync(DateOnly month, CancellationToken cancellation) =>
            await db.ModelMonths.Where(m => m.Month == month).Select(m => m.InputTokens + m.OutputTokens).SingleOrDefaultAsync(cancellation);

        /// <summary>Writes calls and adds them to their month; forgets single calls of long ago. Needs an open unit of work.</summary>
        public async Task AddModelCallsAsync(IReadOnlyCollection<ModelCall> calls, DateOnly month, DateTimeOffset now, CancellationToken cancellation)
        {
            if (calls.Count == 0) return;
            db.ModelCalls.AddRange(calls);
            await db.SaveChangesAsync(cancellation);
            var (input, output) = (calls.Sum(c => (long)c.InputTokens), calls.Sum(c => (long)c.OutputTokens));
            await db.Database.ExecuteSqlAsync(
                $"""
                 insert into app.language_model_months (tenant_id, month, calls, input_tokens, output_tokens)
                 values ({db.TenantId}, {month}, {(long)calls.Count}, {input}, {output})
                 on conflict (tenant_id, month) do update set calls = language_model_months.calls + excluded.calls,
                   input_tokens = language_model_months.input_tokens + excluded.input_tokens,
                   output_tokens = language_model_months.output_tokens + excluded.output_tokens
                 """, cancellation);
            var oldest = Guid.CreateVersion7(now - Kept); // ids are in the order of time
            await db.Database.ExecuteSqlAsync($"delete from app.language_model_calls where tenant_id = {db.TenantId} and id < {oldest}", cancellation);
        }
    }
}
