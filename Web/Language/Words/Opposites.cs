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
        delayed, late, 遅延, 延着, 遅着, 遅れた, 遅れ | on time, punctual, 定刻
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
        defaulted, default, 債務不履行, 貸し倒れ | performing, repaid, paid, paid off, fully paid, not defaulted, 完済, 正常
        compliant, 適合 | noncompliant, non compliant, 不適合
        wheelchair accessible, accessible, バリアフリー | inaccessible
        taxable, 課税 | tax free, exempt, 非課税, 免税
        churn, churned, churner, attrition, left, 解約, 解約者, 離脱, 離反, 退会, 離職, 退職, 退職者, 退社 | stayed, stay, stayer, retained, remained, remaining, loyal, 継続, 継続者, 継続中, 在籍, 在籍者, 在籍中, 在職, 在職中, 在職者, 残留
        overdue, late, 延滞, 延滞中, 期限切れ, 滞納 | on time, within term, 期限内
        returned, return, 返品, 返品あり | kept, not returned, 返品なし
        reserved, booked, reservation, booking, 予約, 予約あり | walk in, walk ins, without reservation, unreserved, 予約なし, 飛び込み
        sponsored, promoted, advertised, 広告, 広告配信 | organic, unsponsored, unpaid, オーガニック, 自然
        urgent, emergency, 緊急, 救急 | routine, non urgent, 非緊急
        holiday, 祝日, 休日 | working day, workday, business day, 営業日, 平日
        repeat, returning, repeater, リピート, リピーター, 再購入 | first time, first timer, one time, 初回
        discounted, on sale, sale, セール, 割引 | full price, regular price, 定価, 通常価格
        imported, 輸入 | domestic, homegrown, 国産
        occupied, in use, 入居中, 使用中 | vacant, unoccupied, 空室, 空き
        automatic, automated, 自動 | manual, 手動
        online, オンライン | offline, in person, in store, 店頭, 対面, オフライン
        home, ホーム | away, road, アウェイ, アウェー, ビジター
        graduated, 卒業 | dropped out, dropout, 中退
        renewed, renewal, 更新, 契約更新 | lapsed, expired, not renewed, 失効, 未更新
        converted, conversion, 成約, 購入 | unconverted, not converted, 未成約, 未購入
        qualified, eligible, 適格, 対象 | disqualified, unqualified, ineligible, 不適格, 対象外
        safe, 安全 | unsafe, dangerous, hazardous, 危険
        normal, 正常 | abnormal, anomalous, faulty, 異常
        positive, 陽性 | negative, 陰性
        inpatient, admitted, 入院 | outpatient, ambulatory, 外来, 通院
        breached, breach, sla breach, violated, 超過 | met, within sla, 達成, 遵守
        heated, 暖房あり | unheated, 暖房なし
        sunny, 晴れ, 晴 | rainy, 雨
        male, man, men, 男性, 男 | female, woman, women, 女性, 女
        permanent, regular, 正規, 正社員 | temporary, contract, casual, non regular, 非正規
        short, shorts, short form, ショート | long, long form, longform, ロング
        near, nearby, 近い | far, remote, 遠い
        day, daytime, 日勤, 昼 | night, nighttime, overnight, 夜勤, 夜
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

    /// <summary>The other words for either of the only two values that a column has: "rejected" where it says Approved and Declined.</summary>
    public static IEnumerable<(IReadOnlyList<Token> Phrase, string Value)> OfValues(Column column)
    {
        if (column is not { Type: ColumnType.Text, Values: [var first, var second] }) yield break;
        foreach (var (value, other) in new[] { (first, second), (second, first) })
        {
            var said = Tokens.Of(value, 8);
            foreach (var (yes, no) in Pairs)
            {
                var isYes = yes.Any(y => Same(y, said));
                if (!isYes && !no.Any(n => Same(n, said))) continue;
                foreach (var alike in isYes ? yes : no) yield return (alike, value);
                foreach (var opposite in isYes ? no : yes) yield return (opposite, other);
            }
        }
    }

    private static bool Same(IReadOnlyList<Token> one, IReadOnlyList<Token> other) => one.Count == other.Count && !one.Where((token, i) => token.Text != other[i].Text).Any();

    private static (IReadOnlyList<Token>[], IReadOnlyList<Token>[])[] Read() =>
        [.. Table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|')).Select(sides => (Forms(sides[0]), Forms(sides[1])))];

    private static IReadOnlyList<Token>[] Forms(string side) => [.. side.Split(',', StringSplitOptions.TrimEntries).Select(form => (IReadOnlyList<Token>)Tokens.Of(form))];
}
