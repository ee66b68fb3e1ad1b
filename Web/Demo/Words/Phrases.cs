namespace Web.Demo.Words;

/// <summary>What sales people write, in both languages at the same places.</summary>
internal sealed record Phrases(
    IReadOnlyList<string> DealShapes, IReadOnlyList<string> NextSteps, IReadOnlyList<string> Tasks, IReadOnlyList<string> Notes,
    IReadOnlyList<string> Calls, IReadOnlyList<string> Mails, IReadOnlyList<string> Meetings, IReadOnlyList<string> Roles, IReadOnlyList<string> Tags)
{
    public static Phrases Of(bool english) => english ? English : Japanese;

    private static readonly Phrases Japanese = new(
        ["{0}の更新", "{0} 増設", "{0} 導入", "第二工場 {0}", "{0} 一括更新", "検査室 {0}", "{0} 下取り更新", "{0} 移設", "新ライン {0}", "{0} 試験導入"],
        ["見積書（第3版）を送る", "デモ機の貸出日を決める", "工場見学の日程", "相見積の確認", "契約書の押印待ち", "提案書 初版", "用途の聞き取り", "サンプルを受け取る", "費用対効果の試算", "現場で実演", "設置場所の採寸", "発注書の受領", "仕様の最終確認", "稟議の状況を聞く"],
        ["見積書を送る", "折り返し電話", "与信の結果を経理に確認", "受注報告を書く", "工場見学の日程を三つ送る", "デモ機の返却を確認", "納期を工場に確認", "契約書を法務に回す", "校正証明書を送る", "議事録を共有", "競合の価格を調べる", "お礼のメールを送る"],
        ["工場長は精度より段取り時間を重く見ている。比較表は「1ロットあたりの測定時間」を先頭に。", "搬入口は幅 2.4m。分解搬入になる。", "予算は上期に確保済み。稟議は部長決裁まで。", "競合は一社。価格は向こうが一割ほど安いが、納期で不利。", "保守は3年で提示してほしいとのこと。", "来期の増設を検討中。春にもう一度話す。", "検査員が二人辞めて、自動化を急いでいる。", "電源容量が足りない。工事の見積も必要。"],
        ["納期の相談", "仕様の質問に回答", "稟議の進み具合を確認", "価格の相談", "日程の調整", "故障の一次対応"],
        ["見積書 第2版", "打ち合わせのお礼", "カタログの送付", "納期回答", "デモのご案内", "ご契約手続きについて"],
        ["現地調査", "デモ", "仕様の打ち合わせ", "契約条件の打ち合わせ", "定例会", "工場見学"],
        ["決裁", "推進", "利用者", "購買窓口"],
        ["大口", "更新需要", "補助金", "紹介", "展示会"]);

    private static readonly Phrases English = new(
        ["{0}", "{0} renewal", "{0}, phase 2", "{0} for the new site", "{0} trial", "{0} refresh", "{0}, annual contract", "{0} expansion"],
        ["Send the revised quote", "Arrange a demo date", "Site survey", "PO expected", "Legal review", "Intro call", "Send samples", "Confirm delivery dates", "Agree on volumes", "Ask about the budget", "Send spec sheet"],
        ["Send the quote", "Call back", "Check credit terms with finance", "Write up the visit", "Propose three dates", "Confirm the shipment", "Ask legal about renewal terms", "Share the minutes", "Send a thank-you note", "Look up competitor prices"],
        ["They care about lead time more than price. Put delivery first in the comparison.", "Budget is approved for this half. The director signs.", "One competitor, about ten percent cheaper, but slower.", "Want a three-year term and quarterly invoicing.", "Opening a second location in spring; talk again then.", "The buyer is new. Introduce the whole range once more.", "Had a quality issue with the last supplier, so samples matter."],
        ["Delivery dates", "Answered technical questions", "Pricing", "Scheduling", "Renewal terms", "Complaint about a late shipment"],
        ["Quote, version 2", "Thank you for your time", "Catalogue", "Delivery confirmation", "Invitation", "Contract papers"],
        ["Site visit", "Demo", "Requirements", "Contract terms", "Quarterly review", "Tasting"],
        ["Decides", "Champion", "User", "Purchasing"],
        ["key account", "renewal", "referral", "trade fair"]);
}
