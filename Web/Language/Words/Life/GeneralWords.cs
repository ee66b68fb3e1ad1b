namespace Web.Language;

/// <summary>Words that any table may have: measures, kinds, states, times.</summary>
internal static class GeneralWords
{
    public const string Names = """
        age, 年齢, 歳, 才, years old, year old
        height, 身長, 高さ
        weight, mass, 体重, 重さ, 重量
        length, 長さ
        width, 幅
        depth, 深さ
        size, サイズ, 大きさ
        area, 面積
        distance, 距離, 飛行距離, 走行距離
        duration, runtime, running time, length, 時間, 上映時間, 所要時間, 期間, 再生時間
        minute, 分
        speed, velocity, 速度, スピード
        type, kind, 種類, 種別, タイプ
        class, クラス, 等級, 階級
        level, レベル, 水準, 段階
        rank, ランク, 順位
        status, state, 状態, ステータス, 状況
        stage, phase, ステージ, 段階, フェーズ
        priority, 優先度, 優先順位
        reason, 理由, 原因
        hour, 時間
        rating, evaluation, 評価, 評点, 評価点, レーティング
        imdb rating, imdb score, 評価, imdb評価
        review, レビュー, 口コミ, レビュー数
        event, イベント
        date, day, 日付, 年月日
        time, 時刻, 時間, 日時
        year, 年
        month, 月
        week, 週
        weekday, day of week, 曜日
        quarter, 四半期
        fiscal year, 年度
        create, 作成, 登録
        update, 更新
        start, begin, 開始
        end, finish, 終了
        due, deadline, 期限, 締切, 期日
        close, 完了, クローズ, 成約
        complete, done, finish, 完了
        overdue, 期限切れ, 遅延, 期限超過
        average, mean, 平均
        maximum, max, 最大, 最高
        minimum, min, 最小, 最低
        count, number, 数, 件数
        rate, ratio, 率, 比率
        date from, from date, start date, starting date, 開始日
        date to, to date, end date, ending date, 終了日
        percentage, percent, 割合, パーセント
        growth, 成長
        target, goal, 目標
        forecast, 予測
        actual, 実績
        plan, 計画
        share, シェア
        frequency, 頻度
        weighted, 加重
        first, 最初
        last, 最後
        active, アクティブ, 有効
        new, 新規
        color, 色, カラー
        material, 素材, 材質
        shape, 形状, 形
        days, day count, 日数
        flag, フラグ
        growth rate, 成長率
        occupancy, occupancy rate, 稼働率
        sum, total, grand total, 合計, 総計
        difference, gap, 差, 差額, 差分
        change, 変化, 変動, 増減
        index, 指数, 指標
        amount per person, per capita, 一人当たり, 1人当たり
        error rate, エラー率, 誤り率
        success rate, 成功率
        completion rate, 完了率, 達成率
        usage, consumption, use, 使用量, 消費量, 利用量
        rank, ranking, place, standing, 順位, ランキング
        order, sequence, 順番, 順序
        color, colour, 色, 色彩
        size, サイズ, 大きさ, 寸法
        length of time, duration, 長さ, 期間
        waiting time, wait, wait time, 待ち時間, 待機時間, 待時間
        start date, begin date, 開始日
        end date, finish date, 終了日
        start time, 開始時刻, 開始時間
        end time, 終了時刻, 終了時間
        day, 日, 日にち
        time of day, 時間帯
        shift, シフト, 勤務帯, 直
        theme, topic, テーマ, 題材, 主題
        style, スタイル, 様式, 型
        purpose, objective, aim, 目的, 用途
        outcome, result, 成果
        method, way, 方法, 手段
        quality, 品質, 質
        cause, reason, factor, 原因, 要因
        comment, remark, note, memo, 備考, コメント, メモ
        description, explanation, 説明, 内容
        number of people, persons, headcount, 人数, 人数合計
        participant, attendee, 参加者, 出席者, 参加人数
        number of participant, number of attendee, 参加者数, 参加人数, 出席者数
        visitor, visitors, number of visitor, visitor count, 来館者, 来館者数, 来訪者, 来訪者数, 入館者, 入館者数, 来園者, 来園者数, 訪問者, 訪問者数
        foreign visitor, foreigner, international visitor, overseas visitor, 外国人, うち外国人, 外国人数, 海外客
        student visitor, student, 学生, うち学生, 学生数
        admission fee, admission income, ticket income, ticket revenue, 入館料, 入館料収入, 入場料, 入場料収入, 入園料
        open day, opening day, days open, business day, 開館日数, 営業日数, 開園日数
        usage time, use time, duration, 利用時間, 使用時間, 所要時間
        number of use, use, usage, 利用回数, 利用件数, 利用数, 使用回数
        fare, charge, fee, 料金, 運賃, 利用料, 利用料金
        audience, attendance, spectator, crowd, attendee, 観客, 観客数, 観衆, 入場者, 入場者数, 動員数, 来場者, 来場者数, 来場数
        capacity, seat, seating capacity, 定員, 収容人数, 収容数, 収容可能人数, 座席数, 容量, 席数
        registration, 登録, 登録数
        serial number, シリアル番号, 製造番号
        version, バージョン, 版
        group, グループ, 群, 組
        section, 区画, 部分, セクション
        item name, 項目, 項目名
        unit, 単位
        frequency, times, 頻度, 回数
        average score, mean score, 平均点, 平均スコア
        risk, リスク, 危険度
        severity, 重大度, 深刻度, 重症度
        importance, 重要度, 重要性
        urgency, 緊急度
        difficulty, 難易度, 難度
        progress, 進捗, 進捗率, 進行状況
        deviation, 偏差
        variance, 分散
        limit, 上限, 限度
        threshold, しきい値, 閾値
        reading, measurement, measured value, 測定値, 計測値
        flag, indicator, フラグ, 有無
        number of day, days, day count, 日数
        elapsed day, days elapsed, 経過日数
        year built, construction year, 建設年, 竣工年
        popularity, 人気, 人気度
        code, コード
        key, キー
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        record, entry, row, レコード, 記録, 行, データ, 日報
        measurement, reading, sample, observation, 測定, 計測, 観測, 測定値
        event, incident, イベント, 出来事, 事象
        case, 件, 案件, 事例
        job, 作業
        use, usage, 利用
        """;
}
