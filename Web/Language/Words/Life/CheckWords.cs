namespace Web.Language;

/// <summary>Inspections, audits, surveys, complaints and claims.</summary>
internal static class CheckWords
{
    public const string Names = """
        inspector, examiner, auditor, investigator, surveyor, assessor, 検査員, 検査官, 検査者, 調査員, 調査官, 監査員, 審査員, 鑑定士, 点検者, 検査担当者
        inspection, check, audit, examination, 検査, 点検, 監査, 査察, 立入検査, 調査
        inspection date, inspected at, inspected on, date of inspection, inspected, 検査日, 点検日, 検査日時, 実施日, 調査日
        inspection type, kind of inspection, type of inspection, 検査種別, 検査の種類, 検査区分, 点検種別
        inspection result, result, outcome, verdict, 検査結果, 判定, 結果, 合否
        violation, infraction, breach, offence, offense, 違反, 違反件数, 違反数, 違反項目
        critical violation, serious violation, major violation, severe violation, 重大な違反, 重大違反, 重大違反数, 深刻な違反
        total violation, all violation, number of violation, violation count, 違反総数, 違反件数, 違反数, 総違反数, 違反合計
        fine, penalty, fine amount, penalty amount, sanction, 罰金, 罰金額, 反則金, 制裁金, 過料
        grade, rating, mark, 等級, 評価, グレード, ランク
        score, mark, points, point, rating, 点数, 得点, スコア, 評点, 評価点, 評価
        restaurant, restaurant name, eatery, diner, 飲食店, 店, 店名, レストラン, レストラン名, 店舗
        cuisine, cuisine type, type of cuisine, food type, kind of food, food, 料理, 料理の種類, 料理ジャンル, 料理種別, 業態
        borough, ward, district, 区, 行政区, 地区
        reviewer, taster, critic, rater, judge, 評価者, テイスター, レビュアー, 批評家, 審査員, 評論家
        review date, reviewed on, review day, reviewed at, date of review, reviewed, 評価日, レビュー日, 審査日
        respondent, survey respondent, participant, 回答者
        response date, answered at, submitted at, 回答日, 回答日時, 提出日
        question, item, 質問, 設問
        answer, response, reply, 回答, 答え, 返答
        satisfaction, satisfaction level, contentment, happiness, 満足度, 満足
        recommendation, likelihood to recommend, would recommend, recommend, 推奨度, おすすめ度, 推奨, 紹介意向
        ease of use, usability, 使いやすさ
        importance, 重要度
        free comment, comment, opinion, feedback, 自由記述, 感想, 意見, フィードバック
        complaint, grievance, 苦情, クレーム, 申し立て
        claim, insurance claim, 請求, 保険金請求, 事故, 保険請求
        claim number, claim id, 請求番号, 事故番号
        claim amount, claimed amount, loss amount, damage amount, 請求額, 請求金額, 損害額, 事故金額
        payout, paid amount, amount paid, settlement, claim payment, 支払額, 支払保険金, 保険金, 支払金額, 支払い額
        premium, insurance premium, 保険料
        insured, insurance, with insurance, has insurance, covered, 保険, 保険加入
        policy, policy number, 証券, 証券番号, 保険証券, 契約番号
        policyholder, insured, policy holder, 契約者, 被保険者, 加入者
        coverage, cover, benefit, 補償, 補償額, 保障
        deductible, excess, 免責額, 免責金額, 自己負担額
        accident date, date of loss, incident date, loss date, 事故日, 発生日, 事故発生日
        accident type, cause of loss, loss type, incident type, 事故種別, 事故の種類, 事故原因
        adjuster, claims adjuster, handler, claim handler, 査定担当, 査定者, 損害調査員
        fraud, fraudulent, fraud flag, suspected fraud, suspicious, scam, 不正, 不正請求, 不正フラグ, 不正疑い
        settled, settlement date, paid on, date settled, 支払日, 解決日, 決済日, 示談日
        insurance type, policy type, line of business, product line, 保険種類, 保険種別, 種目
        risk, risk score, risk level, リスク, リスクスコア, 危険度
        test result, finding, 検査値, 所見
        sample, specimen, 検体, サンプル, 試料
        deviation, nonconformity, 逸脱, 不適合
        corrective action, remedy, 是正, 是正処置
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        inspection, audit, check, visit, 検査, 点検, 監査, 調査
        violation, finding, 違反, 指摘
        restaurant, eatery, 飲食店, レストラン, 店
        claim, accident, policy, 請求, 事故, 保険契約, 案件
        response, answer, respondent, survey, 回答, 回答者, アンケート
        review, rating, tasting, レビュー, 評価
        wine, bottle, ワイン, 銘柄
        complaint, 苦情, クレーム
        """;
}
