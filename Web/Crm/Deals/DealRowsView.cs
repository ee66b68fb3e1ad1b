using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>The rows of a list of deals, written by hand: the page that is looked at most.</summary>
internal sealed class DealRowsView(DealList list) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using var page = new Markup(writer, encoder);
        foreach (var row in list.Rows) Write(page, row);
    }

    private void Write(Markup page, DealRow row)
    {
        var (next, late) = list.Next(row);
        var place = list.Stages.Of(row.StageId);
        page.Write($"""<tr><td class="name"><a href="/deals/{row.Id}">{row.Name}</a></td><td class="quiet">{row.Account}</td>""");
        page.Write($"""<td class="stage-of"><span class="stage-cell">{StageWeft.Row(place.Count, place.Index, list.StateOf(row))} {list.StageText(row)}</span></td>""");
        page.Write($"""<td class="num lead">{list.Money(row.Amount)}</td><td class="num wide quiet">{row.Probability}%</td><td class="num wide quiet">{list.Money(row.Weighted)}</td>""");
        page.Write($"""<td class="wide">{((row.ClosedOn ?? row.ExpectedCloseOn) is { } day ? list.Days.Short(day) : null)}</td><td class="next-of{(late ? " late" : "")}"><span class="clip">{next}</span></td>""");
        page.Write($"""<td class="wide">{(row.OwnerId is { } owner ? list.People.AvatarOf(owner) : null)}</td>""");
        page.Write($"""<td class="num wide quiet"><time datetime="{row.UpdatedAt}">{list.Days.Ago(row.UpdatedAt)}</time></td></tr>""");
        page.Write($"\n");
    }
}
