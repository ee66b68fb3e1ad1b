using Web.Semantics;

namespace Web.Language;

/// <summary>What the "no" of a yes-or-no column is called: failed where it says who passed, 有人 where it says 無人.</summary>
internal static class Opposites
{
    /// <summary>Each line is a yes and its no, parted by a bar.</summary>
    private const string Table = """
        pass, passed, passing, success, 合格, 合否, 及第 | fail, failed, failing, not passed, 不合格, 落第
        success, successful, succeeded, 成功 | failure, failed, unsuccessful, 失敗
        elected, winner, won, 当選 | defeated, lost, not elected, unelected, 落選
        manned, staffed, 有人 | unmanned, unstaffed, 無人, 無人駅
        member, 会員 | nonmember, non member, guest, 非会員, 一般
        paid, 支払済, 支払い済み, 有料 | unpaid, outstanding, 未払い, 未払, 未納, 無料
        free, 無料 | paid, charged, 有料
        active, 有効, 稼働 | inactive, 無効, 休止
        enabled, 有効 | disabled, 無効
        open, 営業中 | closed, 休業
        available, 在庫あり | unavailable, out of stock, sold out, 欠品, 品切れ
        resolved, solved, 解決, 解決済み | unresolved, unsolved, 未解決
        complete, completed, finished, 完了 | incomplete, unfinished, not completed, 未完了
        answered, 回答 | unanswered, 未回答
        attended, present, 出席 | absent, missed, 欠席
        first visit, new patient, 初診 | returning, return visit, follow up, revisit, 再診
        new, 新規 | existing, repeat, returning, 既存, リピーター
        married, 既婚 | unmarried, single, 未婚, 独身
        smoker, smoking, 喫煙, 喫煙者 | nonsmoker, non smoker, non smoking, 非喫煙, 非喫煙者, 禁煙
        domestic, 国内 | international, overseas, foreign, 海外, 国外
        fraud, fraudulent, 不正 | legitimate, genuine, not fraudulent, 正当, 正常
        defective, 不良 | good, non defective, 良品
        delayed, late, 遅延 | on time, punctual, 定刻
        cancelled, canceled, キャンセル, 欠航 | not cancelled, uncancelled, operated, 運航
        furnished, 家具付き | unfurnished, 家具なし
        irrigated, 灌漑 | rainfed, unirrigated, non irrigated
        organic, 有機, オーガニック | conventional, non organic, 非有機
        public, 公開, 公立 | private, 非公開, 私立
        insured, 加入 | uninsured, 未加入
        employed, 就業 | unemployed, jobless, 失業, 無職
        vaccinated, 接種済み | unvaccinated, 未接種
        survived, alive, 生存 | died, dead, deceased, 死亡
        approved, 承認 | rejected, unapproved, declined, 却下, 未承認
        verified, 認証済み | unverified, 未認証
        read, 既読 | unread, 未読
        win, won, 勝ち, 勝利 | loss, lost, 負け, 敗北
        inside, indoor, 屋内 | outside, outdoor, 屋外
        weekday, 平日 | weekend, 休日, 週末
        remote, リモート, 在宅 | onsite, on site, in office, office, 出社
        full time, 常勤 | part time, 非常勤
        defaulted, default, 債務不履行, 貸し倒れ | performing, repaid, not defaulted
        compliant, 適合 | noncompliant, non compliant, 不適合
        wheelchair accessible, accessible, バリアフリー | inaccessible
        taxable, 課税 | tax free, exempt, 非課税, 免税
        """;

    private static readonly string[] Prefixes = ["不", "非", "未", "無", "没"];
    private static readonly (IReadOnlyList<Token>[] Yes, IReadOnlyList<Token>[] No)[] Pairs = Read();

    /// <summary>The phrases for the yes and for the no of a yes-or-no column that is called by one of <paramref name="names"/>.</summary>
    public static IEnumerable<(IReadOnlyList<Token> Phrase, bool Yes)> Of(Column column, IReadOnlyList<IReadOnlyList<Token>> names)
    {
        if (column.Type != ColumnType.Boolean) yield break;
        foreach (var name in names)
        {
            if (name.Count == 0 || name.Count > 8) continue;
            if (name[0].IsJapanese)
            {
                foreach (var prefix in Prefixes) yield return ([.. Tokens.Of(prefix), .. name], false);
            }
            else if (name.Count == 1 && name[0].Raw.Length > 3)
            {
                foreach (var prefix in new[] { "un", "non", "in" }) yield return (Tokens.Of(prefix + name[0].Raw), false);
            }
            foreach (var (yes, no) in Pairs)
            {
                if (!yes.Any(y => Same(y, name)) && !no.Any(n => Same(n, name))) continue;
                var named = yes.Any(y => Same(y, name));
                foreach (var other in named ? no : yes) yield return (other, false);
                foreach (var alike in named ? yes : no) yield return (alike, true);
            }
        }
    }

    private static bool Same(IReadOnlyList<Token> one, IReadOnlyList<Token> other) => one.Count == other.Count && !one.Where((token, i) => token.Text != other[i].Text).Any();

    private static (IReadOnlyList<Token>[], IReadOnlyList<Token>[])[] Read() =>
        [.. Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Select(sides => (Forms(sides[0]), Forms(sides[1])))];

    private static IReadOnlyList<Token>[] Forms(string side) => [.. side.Split(',', StringSplitOptions.TrimEntries).Select(form => (IReadOnlyList<Token>)Tokens.Of(form))];
}
