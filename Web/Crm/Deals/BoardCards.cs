using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>The cards of a column, written by hand: a board shows hundreds.</summary>
internal sealed class BoardCards(BoardView board, BoardColumn column) : IHtmlContent
{
    private readonly HtmlString movable = new(board.MayWrite ? "data-card" : "");
    private readonly HtmlString more = new(Assets.Icon("more"));

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        using var page = new Markup(writer, encoder);
        foreach (var card in column.Cards) Write(page, card);
    }

    private void Write(Markup page, BoardCard card)
    {
        var stale = board.IsStale(card);
        page.Write($"""<li class="card{(stale ? " stale" : "")}" id="card-{card.Id}" {movable} data-id="{card.Id}" data-amount="{board.AmountMajor(card)}" data-version="{card.Version}">""");
        page.Write($"""<a class="card-name" href="/deals/{card.Id}" aria-describedby="board-help">{card.Name}</a><span class="account">{card.Account}</span><span class="amount">{board.Amount(card)}</span>""");
        page.Write($"""<span class="next">{board.NextWords(card, stale)}</span><span class="due">""");
        if (!stale && card.NextStepOn is { } day) page.Write($"""<time{Late(card)} datetime="{Days.Iso(day)}">{board.Due(card)}</time>""");
        page.Write($"{board.Owner(card)}</span>");
        if (board.MayWrite) page.Write($"""<button type="button" class="card-menu-button" data-card-menu aria-haspopup="menu" aria-expanded="false" aria-label="{board.MoveLabel}: {card.Name}"><svg class="icon" aria-hidden="true"><use href="{more}"></use></svg></button>""");
        page.Write($"</li>\n");
    }

    private HtmlString? Late(BoardCard card) => board.IsLate(card) ? LateClass : null;

    private static readonly HtmlString LateClass = new(" class=\"late\"");
}
