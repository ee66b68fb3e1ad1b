namespace Web.Language;

/// <summary>Companies as employers: people at work, pay, hiring, projects.</summary>
internal static class WorkWords
{
    public const string Names = """
        income, 収入, 所得, 年収
        salary, wage, pay, earn, compensation, payroll, 給与, 給料, 月給, 賃金, 年収, 報酬, 年俸
        bonus, 賞与, ボーナス
        job title, job, position, occupation, role, 役職, 職種, 職業, 職位, 肩書き
        position, ポジション, 守備位置
        department, division, 部署, 部門, 部
        manager, 管理職, マネージャー, 上司
        employee, staff, worker, personnel, person, headcount, 従業員, 社員, スタッフ, 職員, 人員, 人, 社員数
        overtime, 残業, 残業時間, 時間外
        hire, join, 入社, 採用
        hire date, join date, 入社日, 採用日
        years of service, tenure, 勤続年数, 勤続
        performance rating, performance, 評価, 人事評価, 業績評価
        project, プロジェクト, 案件
        task, タスク, 作業
        activity, action, 活動, アクション
        activity, task, 作業内容, 業務内容, 活動内容
        practice area, area of practice, field of work, 業務分野, 専門分野, 取扱分野, 分野
        crew, work crew, gang, 班, 作業班, 施工班, 工事班, クルー
        deal, opportunity, 案件, 商談
        contract, 契約
        subscription, サブスクリプション, 契約
        plan, プラン
        churn, 解約, 離脱
        lead, リード, 見込み客
        contact, 連絡先
        employee count, number of employee, 従業員数, 社員数
        base salary, basic salary, base pay, salary, pay, wage, 基本給, 給与, 給料, 月給, 本給, サラリー, 賃金
        annual salary, annual income, yearly salary, annual pay, yearly income, 年収, 年間給与, 年俸
        hourly wage, hourly pay, hourly rate, 時給
        daily wage, 日給
        minimum wage, 最低賃金
        average annual income, mean annual income, 平均年収
        allowance, 手当
        overtime hour, overtime work, overtime, extra hour, 残業, 残業時間, 時間外労働, 超過勤務, 時間外, 残業時間数
        working hour, hours worked, work hour, labor hour, 労働時間, 勤務時間, 稼働時間, 作業時間, 工数, 作業工数, man hour, person hour, effort
        work location, workplace, office, work site, office location, 勤務地, 勤務先, 職場, 事業所, 営業所, オフィス, 拠点
        employment type, employment form, employment status, contract type, kind of employment, 雇用形態, 雇用区分, 雇用, 契約形態
        full time, permanent, regular, 正社員, フルタイム, 常勤
        part time, part timer, パート, アルバイト, 非常勤
        remote work, remote working, telework, work from home, working from home, remote, リモート勤務, リモートワーク, リモート, テレワーク, 在宅勤務, 在宅
        employee number, employee id, staff number, staff id, 社員番号, 従業員番号, 職員番号, 社員id
        employee name, staff name, 社員名, 従業員名, 氏名
        job, job type, occupation, profession, 職種, 職業, 職務, 仕事
        job grade, grade, rank, 等級, 職級, グレード, 職位
        position, job title, post, role, 役職, 職位, 肩書, 肩書き, ポスト
        manager, supervisor, boss, 上司, 管理者, マネージャー, 責任者
        department, division, section, unit, 部署, 部門, 部, 課, 所属, 所属部署, 部課
        evaluation, appraisal, performance, performance rating, review score, 評価, 人事評価, 考課, 査定
        skill, ability, スキル, 技能, 能力
        certification, qualification, license, 資格, 免許
        training, training course, 研修, 訓練, トレーニング
        training hour, 研修時間
        paid leave, vacation, holiday, days off, leave, 有給, 有休, 休暇, 有給休暇
        paid leave taken, 有給取得日数, 有休取得日数
        turnover, attrition, resignation, 離職, 退職, 離職率
        retirement, leaving date, termination date, resignation date, 退職日, 離職日
        hire year, year hired, 入社年, 入社年度, 採用年
        experience, years of experience, work experience, 経験, 経験年数, 職歴
        applicant, candidate, 応募者, 志願者, 候補者
        application, 応募, 申込, 申請
        interview, 面接, 面談
        vacancy, opening, job opening, 求人, 求人数, 募集
        mentor, メンター
        shift, work shift, シフト, 勤務シフト
        headcount, number of employee, staff count, 人員数, 従業員数, 社員数, 要員数
        estimated hour, planned hour, 見積時間, 予定時間, 予定工数
        actual hour, 実績時間, 実績工数
        effort, man hour, man day, 工数, 人日, 人月
        milestone, マイルストーン
        assignee, person in charge, responsible, 担当者, 担当, 責任者
        meeting, conference, 会議, 打ち合わせ, ミーティング
        travel expense, travel cost, 出張費, 交通費, 旅費
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        employee, staff, worker, person, people, colleague, team member, headcount, 社員, 従業員, 職員, スタッフ, 人, メンバー, 働く人
        applicant, candidate, 応募者, 候補者, 志願者
        job, vacancy, position, 求人, 仕事
        project, task, プロジェクト, タスク, 案件, 作業
        deal, opportunity, 商談, 案件
        meeting, 会議, 打ち合わせ
        """;
}
