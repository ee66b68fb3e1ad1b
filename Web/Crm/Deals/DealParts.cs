using Microsoft.EntityFrameworkCore;
using Web.Data;

namespace Web.Crm.Deals;

/// <summary>Reads what hangs on a page of deals, the people and the lines of all of them, in one statement.</summary>
internal static class DealParts
{
    public static async Task<IReadOnlyList<DealAnswer>> AnswersAsync(this AppDb db, IReadOnlyList<Deal> deals, CancellationToken cancellation)
    {
        Guid[] ids = [.. deals.Select(deal => deal.Id)];
        var read = await db.Database.SqlQuery<DealPart>(
            $"""
             select deal_id as "Deal", id as "Id", contact_id as "Contact", role as "Text", 0::smallint as "Position", 0::numeric as "Quantity", 0::bigint as "PriceMinor"
             from app.deal_contacts where tenant_id = {db.TenantId} and deal_id = any({ids})
             union all
             select deal_id, id, null, name, position, quantity, unit_price_minor from app.deal_lines where tenant_id = {db.TenantId} and deal_id = any({ids})
             """).ToListAsync(cancellation);
        var parts = read.Arranged();
        return [.. deals.Select(deal => DealAnswer.Of(deal, parts[deal.Id].People(), parts[deal.Id].Lines(deal.Currency)))];
    }

    public static ILookup<Guid, DealPart> Arranged(this IEnumerable<DealPart> parts) => parts.OrderBy(part => part.Position).ThenBy(part => part.Id).ToLookup(part => part.Deal);

    public static IReadOnlyList<DealPerson> People(this IEnumerable<DealPart> parts) =>
        [.. parts.Where(part => part.Contact is not null).Select(part => new DealPerson(part.Contact!.Value, part.Text))];

    public static IReadOnlyList<QuoteLine> Lines(this IEnumerable<DealPart> parts, string currency) =>
        [.. parts.Where(part => part.Contact is null).Select(part => QuoteLine.Of(part.Text, part.Quantity, part.PriceMinor, currency))];
}

/// <summary>One of the people of a deal, or one of its lines.</summary>
/// <param name="Contact">Who, for a person; nobody for a line.</param>
/// <param name="Text">A person's role, a line's name.</param>
internal sealed record DealPart(Guid Deal, Guid Id, Guid? Contact, string? Text, short Position, decimal Quantity, long PriceMinor);
