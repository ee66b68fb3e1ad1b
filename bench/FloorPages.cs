using System.Text;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Web.Ui;

namespace Bench;

/// <summary>The deals list, the board and a fragment of each, written by hand around the frame of the app's own pages.</summary>
internal sealed class FloorPages(FloorDoor door)
{
    private static readonly byte[][] Wefts = [.. Enumerable.Range(0, 5).Select(n => Encoding.UTF8.GetBytes(StageWeft.Row(5, n).Value!))];
    private static readonly byte[] Weft = Encoding.UTF8.GetBytes(StageWeft.Column(1).Value!);
    private byte[] listHead = [], listFoot = [], boardHead = [], boardFoot = [];
    private (DateTime At, Guid Id) lastRow;
    private (Guid Stage, string Rank, Guid Id) lastCard;

    /// <summary>Takes the frames around the rows and columns from pages that the app wrote.</summary>
    public void Learn(byte[] list, byte[] board)
    {
        (listHead, listFoot) = Around(list, "<tbody>"u8, "</tfoot>"u8);
        (boardHead, boardFoot) = Around(board, "<section class=\"column"u8, "</section>"u8);
    }

    /// <summary>50 rows and the foot (of at most 1 001 deals).</summary>
    public async Task ListAsync(HttpContext context)
    {
        await using var batch = door.Batch();
        batch.BatchCommands.Add(door.Command(
            """
            select d.id, d.name, a.name, s.name, d.amount_minor, d.probability, d.expected_close_on, d.next_step, d.owner_id, m.name, d.updated_at
            from (select * from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null order by updated_at desc, id desc limit 51) d
            left join app.accounts a on a.tenant_id = $1 and a.id = d.account_id
            join app.stages s on s.tenant_id = $1 and s.id = d.stage_id left join app.members m on m.tenant_id = $1 and m.id = d.owner_id
            order by d.updated_at desc, d.id desc
            """));
        batch.BatchCommands.Add(door.Command(
            """
            select count(*), sum(amount_minor)::bigint, sum((amount_minor * probability + 50) / 100)::bigint
            from (select amount_minor, probability from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null limit 1001) d
            """));
        await using var reader = await door.ReadAsync(batch);
        var pen = Begin(context).Raw(listHead).Raw("<tbody>"u8);
        while (await reader.ReadAsync()) Row(pen, reader);
        await reader.NextResultAsync();
        await reader.ReadAsync();
        pen.Raw("</tbody><tfoot id=\"deals-foot\" hx-get=\"/deals?status=open&amp;handler=foot\" hx-trigger=\"load\" hx-swap=\"outerHTML\"><tr><td class=\"full\">"u8).Of(reader.GetInt64(0), "N0")
            .Raw("</td><td class=\"num\">"u8).Of(reader.GetInt64(1), "N0").Raw("</td><td class=\"num\">"u8).Of(reader.GetInt64(2), "N0").Raw("</td></tr></tfoot>"u8).Raw(listFoot);
    }

    /// <summary>The 50 rows below the first 50: what the button under a list fetches.</summary>
    public async Task RowsAsync(HttpContext context)
    {
        await using var batch = door.Batch();
        batch.BatchCommands.Add(door.Command(
            """
            select d.id, d.name, a.name, s.name, d.amount_minor, d.probability, d.expected_close_on, d.next_step, d.owner_id, m.name, d.updated_at
            from (select * from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null and (updated_at, id) < ($2, $3) order by updated_at desc, id desc limit 51) d
            left join app.accounts a on a.tenant_id = $1 and a.id = d.account_id
            join app.stages s on s.tenant_id = $1 and s.id = d.stage_id left join app.members m on m.tenant_id = $1 and m.id = d.owner_id
            order by d.updated_at desc, d.id desc
            """,
            new NpgsqlParameter<DateTime> { TypedValue = lastRow.At }, new NpgsqlParameter<Guid> { TypedValue = lastRow.Id }));
        await using var reader = await door.ReadAsync(batch);
        var pen = Begin(context);
        while (await reader.ReadAsync()) Row(pen, reader);
        pen.Raw("<tr class=\"more-row\" id=\"more-deals\"><td colspan=\"10\"><a class=\"button small\" href=\"/deals?status=open&amp;sort=-updated&amp;after="u8).Of(lastRow.Id).Raw("\">More</a></td></tr>"u8);
    }

    /// <summary>Five columns with their sums and 50 cards in each.</summary>
    public async Task BoardAsync(HttpContext context)
    {
        await using var batch = door.Batch();
        batch.BatchCommands.Add(door.Command(
            """
            select s.id, s.name, s.probability, d.n, d.sum, d.weighted from app.stages s left join
              (select stage_id, count(*) n, sum(amount_minor)::bigint as sum, sum((amount_minor * probability + 50) / 100)::bigint weighted
               from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null group by stage_id) d on d.stage_id = s.id
            where s.tenant_id = $1 order by s.rank
            """));
        batch.BatchCommands.Add(door.Command(
            """
            select d.id, d.stage_id, d.name, a.name, d.amount_minor, d.next_step, d.next_step_on, d.owner_id, m.name, d.xmin
            from (select id from app.stages where tenant_id = $1 order by rank limit 5) s
            cross join lateral (select *, xmin from app.deals where tenant_id = $1 and stage_id = s.id and status = 'open' and deleted_at is null order by rank, id limit 50) d
            left join app.accounts a on a.tenant_id = $1 and a.id = d.account_id left join app.members m on m.tenant_id = $1 and m.id = d.owner_id
            """));
        await using var reader = await door.ReadAsync(batch);
        List<(Guid Id, string Name, short Probability, long Count, long Sum, long Weighted)> columns = [];
        while (await reader.ReadAsync()) columns.Add((reader.GetGuid(0), reader.GetString(1), reader.GetInt16(2), reader.GetInt64(3), reader.GetInt64(4), reader.GetInt64(5)));
        await reader.NextResultAsync();
        var pen = Begin(context).Raw(boardHead);
        var at = -1;
        while (await reader.ReadAsync())
        {
            while (at < 0 || columns[at].Id != reader.GetGuid(1)) Column(pen, columns[++at], first: at == 0);
            Card(pen, reader);
        }
        pen.Raw("</ol></section>"u8).Raw(boardFoot);
    }

    /// <summary>The 50 cards below the first 50 of a column.</summary>
    public async Task CardsAsync(HttpContext context)
    {
        await using var batch = door.Batch();
        batch.BatchCommands.Add(door.Command(
            """
            select d.id, d.stage_id, d.name, a.name, d.amount_minor, d.next_step, d.next_step_on, d.owner_id, m.name, d.xmin
            from (select *, xmin from app.deals where tenant_id = $1 and stage_id = $2 and status = 'open' and deleted_at is null and (rank, id) > ($3, $4) order by rank, id limit 50) d
            left join app.accounts a on a.tenant_id = $1 and a.id = d.account_id left join app.members m on m.tenant_id = $1 and m.id = d.owner_id
            order by d.rank, d.id
            """,
            new NpgsqlParameter<Guid> { TypedValue = lastCard.Stage }, new NpgsqlParameter<string> { TypedValue = lastCard.Rank }, new NpgsqlParameter<Guid> { TypedValue = lastCard.Id }));
        await using var reader = await door.ReadAsync(batch);
        var pen = Begin(context);
        while (await reader.ReadAsync()) Card(pen, reader);
        pen.Raw("<a class=\"column-more\" id=\"more-"u8).Of(lastCard.Stage).Raw("\" href=\"/deals?status=open\">3,900</a>"u8);
    }

    /// <summary>Where the first 50 rows, and the first 50 cards of the first column, end.</summary>
    public async Task FindEndsAsync()
    {
        await using var batch = door.Batch();
        batch.BatchCommands.Add(door.Command("select updated_at, id from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null order by updated_at desc, id desc offset 49 limit 1"));
        batch.BatchCommands.Add(door.Command(
            """
            select stage_id, rank, id from app.deals where tenant_id = $1 and status = 'open' and deleted_at is null
              and stage_id = (select id from app.stages where tenant_id = $1 order by rank limit 1) order by rank, id offset 49 limit 1
            """));
        await using var reader = await door.ReadAsync(batch);
        await reader.ReadAsync();
        lastRow = (reader.GetDateTime(0), reader.GetGuid(1));
        await reader.NextResultAsync();
        await reader.ReadAsync();
        lastCard = (reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2));
    }

    private static void Row(Pen pen, NpgsqlDataReader row)
    {
        pen.Raw("<tr><td class=\"name\"><a href=\"/deals/"u8).Of(row.GetGuid(0)).Raw("\">"u8).Text(row.GetString(1)).Raw("</a></td><td class=\"quiet\">"u8).Text(row.GetString(2))
            .Raw("</td><td class=\"stage-of\"><span class=\"stage-cell\">"u8).Raw(Wefts[row.GetInt16(5) / 20]).Raw(" "u8).Text(row.GetString(3))
            .Raw("</span></td><td class=\"num lead\">"u8).Of(row.GetInt64(4), "N0").Raw("</td><td class=\"num wide quiet\">"u8).Of(row.GetInt16(5)).Raw("%</td><td class=\"num wide quiet\">"u8)
            .Of(row.GetInt64(4) * row.GetInt16(5) / 100, "N0").Raw("</td><td class=\"wide\">"u8).Of(row.GetFieldValue<DateOnly>(6), "MM/dd")
            .Raw("</td><td class=\"next-of\"><span class=\"clip\">"u8).Text(row.GetString(7)).Raw("</span></td><td class=\"wide\">"u8);
        Person(pen, row.GetGuid(8), row.GetString(9));
        var at = row.GetDateTime(10);
        pen.Raw("</td><td class=\"num wide quiet\"><time datetime=\""u8).Of(at, "O").Raw("\">"u8).Of(at, "HH:mm").Raw("</time></td></tr>\n"u8);
    }

    private static void Column(Pen pen, (Guid Id, string Name, short Probability, long Count, long Sum, long Weighted) column, bool first)
    {
        if (!first) pen.Raw("</ol></section>"u8);
        pen.Raw("<section class=\"column\" id=\"column-"u8).Of(column.Id).Raw("\" data-stage=\""u8).Of(column.Id).Raw("\" data-name=\""u8).Text(column.Name).Raw("\" data-probability=\""u8).Of(column.Probability)
            .Raw("\"><header class=\"column-head\"><h2 class=\"clip\">"u8).Text(column.Name).Raw(" <small>"u8).Of(column.Count, "N0").Raw("</small></h2><p class=\"sum\">¥"u8).Of(column.Sum, "N0")
            .Raw("</p><p class=\"meta clip\">¥"u8).Of(column.Weighted, "N0").Raw("</p>"u8).Raw(Weft).Raw("</header><ol class=\"cards\" data-cards>"u8);
    }

    private static void Card(Pen pen, NpgsqlDataReader row)
    {
        var (id, name) = (row.GetGuid(0), row.GetString(2));
        pen.Raw("<li class=\"card\" id=\"card-"u8).Of(id).Raw("\" data-card data-id=\""u8).Of(id).Raw("\" data-amount=\""u8).Of(row.GetInt64(4)).Raw("\" data-version=\""u8).Of(row.GetFieldValue<uint>(9))
            .Raw("\"><a class=\"card-name\" href=\"/deals/"u8).Of(id).Raw("\" aria-describedby=\"board-help\">"u8).Text(name).Raw("</a><span class=\"account\">"u8).Text(row.GetString(3))
            .Raw("</span><span class=\"amount\">¥"u8).Of(row.GetInt64(4), "N0").Raw("</span><span class=\"next\">"u8).Text(row.GetString(5))
            .Raw("</span><span class=\"due\"><time datetime=\""u8).Of(row.GetFieldValue<DateOnly>(6), "yyyy-MM-dd").Raw("\">"u8).Of(row.GetFieldValue<DateOnly>(6), "MM/dd").Raw("</time>"u8);
        Person(pen, row.GetGuid(7), row.GetString(8));
        pen.Raw("</span><button type=\"button\" class=\"card-menu-button\" data-card-menu aria-haspopup=\"menu\" aria-expanded=\"false\" aria-label=\"移す: "u8).Text(name)
            .Raw("\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"/lib/icons.svg?v=0123456789ab#more\"></use></svg></button></li>\n"u8);
    }

    private static void Person(Pen pen, Guid id, string name) => pen.Raw("<span class=\"avatar tint-"u8).Of(id.Variant % 6).Raw("\" role=\"img\" aria-label=\""u8).Text(name)
        .Raw("\" title=\""u8).Text(name).Raw("\">"u8).Text(name[..1]).Raw("</span>"u8);

    private static Pen Begin(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return new Pen(context.Response.BodyWriter);
    }

    private static (byte[] Head, byte[] Foot) Around(byte[] page, ReadOnlySpan<byte> first, ReadOnlySpan<byte> last)
    {
        var (from, to) = (page.AsSpan().IndexOf(first), page.AsSpan().LastIndexOf(last));
        return from < 0 || to < 0 ? throw new InvalidOperationException("The app's page has another shape than the floor knows.") : (page[..from], page[(to + last.Length)..]);
    }
}
