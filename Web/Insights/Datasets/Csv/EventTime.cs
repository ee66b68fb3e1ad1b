using System.Collections.Frozen;

namespace Web.Insights.Datasets.Csv;

/// <summary>How near a date is to what a row is about: when it happened before when somebody wrote it down, planned it or was born.</summary>
internal static class EventTime
{
    private const int Unknown = 2;

    private static readonly (int Distance, FrozenSet<string> Words, string[] Ends)[] Kinds =
    [
        Kind(5, "birth birthday dob born birthdate", "生年月日 誕生日"),
        Kind(4, "updated update modified changed edited deleted archived expiry expires expiration expire renewal warranty last login", "更新日 更新日時 変更日 削除日 期限 有効期限 満了日 最終ログイン 最終更新日"),
        Kind(3, "due deadline end ended finish finished delivery delivered ship shipped shipping arrival arrived return returned paid payment settled closing expected planned plan target scheduled estimated resolved completed completion discharge discharged termination leave left quit resignation checkout cancelled canceled",
            "期日 納期 納品日 出荷日 発送日 到着日 返却日 支払日 入金日 終了日 完了日 予定日 締切日 締切 退職日 退社日 退院日 解約日 チェックアウト 到着日時 終了日時 完了日時"),
        Kind(2, "created create registration registered entered entry imported inserted recorded logged submitted hire hired join joined", "作成日 作成日時 登録日 登録日時 起票日 入力日 取込日 入社日"),
        Kind(1, "booking booked start started begin began from opened opening admission admitted departure", "受付日 受付日時 申込日 申込日時 予約日 予約日時 開始日 開始日時 出発日 入院日"),
        Kind(0, "checkin order ordered sale sold transaction purchase purchased event occurred happened incident visit visited observation observed measured invoice posted published sent call session date day timestamp datetime trade reported",
            "チェックイン チェックイン日 宿泊日 日付 年月日 日時 受注日 注文日 売上日 販売日 購入日 取引日 発生日 発生日時 計測日 計測日時 測定日 観測日 訪問日 来店日 利用日 利用日時 来場日 請求日 計上日 実施日 実施日時 開催日 開催日時"),
    ];

    public static int Distance(Header header)
    {
        foreach (var (distance, words, ends) in Kinds)
        {
            if (header.Ends(ends)) return distance;
            foreach (var word in header.Words)
                if (words.Contains(word)) return distance;
        }
        return Unknown;
    }

    private static (int, FrozenSet<string>, string[]) Kind(int distance, string words, string ends) => (distance, words.Split(' ').ToFrozenSet(StringComparer.Ordinal), ends.Split(' '));
}
