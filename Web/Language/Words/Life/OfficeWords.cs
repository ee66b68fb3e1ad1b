namespace Web.Language;

/// <summary>Staff and pay, computers and their troubles, and what public offices count.</summary>
internal static class OfficeWords
{
    public const string Names = """
        commission, commission rate, commission percent, commission percentage, sales commission, 歩合, 歩合率, 歩合給, コミッション, コミッション率, 手数料率
        manager, manager id, boss, supervisor, line manager, reporting manager, 上司, 上長, 管理者, マネージャー, 上司id
        subordinate, direct report, report, team member, 部下
        job, job id, job title, job code, job name, position, occupation, role, 職種, 職種id, 職務, 仕事, ジョブ
        department, department id, division, dept, section, 部門, 部署, 部, 課, 部門id, 部署id
        salary, pay, wage, labor cost, labour cost, personnel cost, payroll, payroll cost, remuneration, 給与, 給料, 人件費, 賃金, 給与額, 報酬
        hire date, hired on, date hired, start date, joining date, date of joining, hired, joined, 入社日, 入社年月日, 採用日, 雇用日, 入社
        hire year, year hired, joining year, 入社年, 採用年
        last working day, leaving date, exit date, termination date, left on, 退職日, 退社日, 離職日
        reason for leaving, exit reason, leaving reason, 退職理由, 離職理由
        attrition, left, leaver, quit, resigned, turned over, 離職, 退職, 退職者, 離職者
        tenure, length of service, years at company, seniority, 勤続年数, 在籍年数, 勤続期間
        business travel, travel frequency, 出張, 出張頻度
        distance from home, commute distance, commuting distance, 通勤距離
        commute, commuting time, commute time, 通勤時間
        job satisfaction, employee satisfaction, 仕事満足度, 従業員満足度
        work life balance, ワークライフバランス
        engagement, エンゲージメント
        appraisal, performance review, performance score, 人事評価, 考課, 査定, 評価点
        email, e-mail address, mail address, email address, メール, メールアドレス
        phone number, phone, telephone number, 電話番号, 電話
        first name, given name, forename, 名, 名前, ファーストネーム
        last name, family name, surname, 姓, 名字, 苗字, ラストネーム
        absence, sick leave, sick day, days absent, absenteeism, 欠勤, 欠勤日数, 病欠, 休業日数
        leave, days off, annual leave, paid leave, 休暇, 有給休暇, 有休, 休暇日数
        server, host, node, machine, hostname, host name, サーバー, サーバ, ホスト, ホスト名, ノード
        incident, outage, trouble, 障害, インシデント, トラブル
        severity, sev, impact, 重大度, 深刻度, 影響度
        time to resolve, resolution time, mttr, recovery time, time to recover, repair time, 復旧時間, 解決時間, 平均復旧時間
        time to acknowledge, mtta, response time, first response, 応答時間, 初動時間, 初回応答時間
        root cause, cause, 根本原因, 原因
        downtime, time down, unavailable time, ダウンタイム, 停止時間
        uptime, availability, 稼働率, 可用性, 稼働時間
        cpu, cpu usage, cpu load, cpu utilization, processor load, cpu使用率, cpu負荷
        memory, memory usage, ram, ram usage, メモリ, メモリ使用率, メモリ使用量
        disk, disk usage, storage used, ディスク, ディスク使用率, ディスク使用量
        latency, response time, delay, レイテンシ, 応答時間, 遅延
        request, request count, hits, requests, リクエスト数, リクエスト, アクセス数
        error rate, failure rate, エラー率, 失敗率
        status code, http status, response code, ステータスコード, httpステータス, 応答コード
        endpoint, path, url, エンドポイント, パス
        environment, env, 環境
        release, deployment, deploy, リリース, デプロイ
        version, バージョン, 版
        alert, alarm, notification, アラート, 警報, 通知
        on call, oncall engineer, 当番, 当直
        assignee, assigned to, agent
        assignee, owner, assigned to, handler, 担当者, 担当, 対応者
        reporter, reported by, requester, 報告者, 起票者, 依頼者, 申請者
        story point, points, estimate, ストーリーポイント, 見積
        sprint, スプリント
        applicant, 申請者, 申込者, 応募者
        application date, applied on, date of application, 申請日, 申込日, 応募日
        approval, approved, authorization, 承認, 許可, 認可
        approval date, approved on, 承認日, 許可日
        permit, licence, license, 許可, 免許, 許認可
        municipality, city, local government, 自治体, 市区町村, 市町村
        resident, inhabitant, citizen, 住民, 市民, 住民数
        population density, people per square kilometer, density, 人口密度
        foreign resident, foreign national, foreigner, 外国人, 外国人住民, 在留外国人
        move in, in migration, moving in, 転入, 転入者数, 転入数
        move out, out migration, moving out, 転出, 転出者数, 転出数
        natural increase, 自然増減, 自然増
        tax revenue, tax income, 税収, 税収入
        expenditure, spending, outlay, 歳出, 支出, 支出額
        revenue, income, receipts, 歳入, 収入, 収入額
        subsidy, grant, aid, 補助金, 助成金, 交付金
        project cost, budget amount, 事業費, 予算額
        execution rate, budget execution, 執行率
        bid, tender, bidding, 入札
        contract amount, contract value, contract price, 契約金額, 契約額, 落札額
        vacant house, empty house, vacancy, 空き家, 空家
        waste, garbage, trash, refuse, ごみ, ごみ量, 廃棄物, ゴミ
        recycling rate, リサイクル率, 資源化率
        school, school name, 学校, 学校名
        child, children, number of child, 児童, 児童数, 子ども
        waiting child, child on waiting list, 待機児童, 待機児童数
        shelter, evacuation site, 避難所, 避難場所
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        employee, staff member, worker, subordinate, 従業員, 社員, 職員, 部下, 人員
        incident, outage, alert, ticket, インシデント, 障害, 問い合わせ
        server, host, サーバー, サーバ
        application, request, permit, 申請, 申込, 届出
        municipality, city, ward, 自治体, 市区町村, 市町村
        contract, project, 契約, 事業
        """;
}
