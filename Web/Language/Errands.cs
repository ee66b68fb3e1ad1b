using System.Text.RegularExpressions;

namespace Web.Language;

/// <summary>"play me the song", "send it to Rob", 予約して: somebody wants something done that no chart does.</summary>
internal static partial class Errands
{
    private static readonly HashSet<string> Verbs = Words("""
        play sing send email mail text tweet post call phone ring buy sell pay book reserve rent refund invoice hire fire approve restart reboot install uninstall translate
        write draft compose delete erase wipe overwrite cook deliver remind wake drive unlock lock subscribe unsubscribe transfer donate vote upload print fax hack order cancel change update edit rename
        """);

    private static readonly HashSet<string> Lasting = Words("delete erase wipe overwrite hack");
    /// <summary>Of a chart that is shown they are edits.</summary>
    private static readonly HashSet<string> Editing = Words("cancel change update edit rename");
    private static readonly HashSet<string> Things = Words("me us him her them it this that the a an my our your his their some all every to off for everyone everybody someone");
    private static readonly HashSet<string> Courtesies = Words("please can could would will you kindly pls hey hi now just i want need to go and then ok okay");

    public static bool IsOne(Request request, Sheet sheet, Func<bool> asksForChart)
    {
        var words = request.Utterance.TrimEnd('。', '.', '!', '！', '？', '?', ' ', '　');
        if (Japanese().IsMatch(words) || (request.Previous is null && JapaneseEdit().IsMatch(words))) return !asksForChart();
        var first = 0;
        while (first < sheet.Tokens.Count && Courtesies.Contains(sheet.Tokens[first].Raw)) first++;
        if (first + 1 >= sheet.Tokens.Count || !Verbs.Contains(sheet.Tokens[first].Raw) || !Things.Contains(sheet.Tokens[first + 1].Raw)) return false;
        // "order the bars by height", and "delete the limit" of a chart that is shown.
        if (sheet.Tokens[first].Raw == "order" && sheet.Tokens[first + 1].Raw is not ("me" or "us" or "a" or "some")) return false;
        if (Lasting.Contains(sheet.Tokens[first].Raw)) return request.Previous is null;
        return (request.Previous is null || !Editing.Contains(sheet.Tokens[first].Raw)) && !asksForChart();
    }

    private static HashSet<string> Words(string list) => [.. list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    [GeneratedRegex("((再生|送信|予約|注文|購入|電話|メール|印刷|翻訳|返金|発注|配達|配送|解約|登録|投稿|通知|削除|消去|上書き|起動|ログイン|応募|入札|寄付|寄附)して|(送っ|流し|買っ|歌っ|弾い|払っ|届け|起こし|呼ん|読み上げ)[てで])(ください|下さい|ほしい|欲しい|くれ|くれる|くれますか|もらえますか|もらえる|ちょうだい|おいて|おいてください|よ|ね)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Japanese();

    [GeneratedRegex("((キャンセル|修正|更新)して|取り消して)(ください|下さい|ほしい|くれ|もらえますか)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex JapaneseEdit();
}
