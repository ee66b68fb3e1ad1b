namespace Web.Language;

/// <summary>Factories, machines, energy, building.</summary>
internal static class IndustryWords
{
    public const string Names = """
        vibration, 振動
        voltage, 電圧
        current, 電流
        power, 電力, 出力
        energy, エネルギー, 消費電力
        factory, plant, 工場
        line, production line, ライン, 生産ライン
        machine, equipment, device, 機械, 設備, 装置, マシン, 機器
        sensor, センサー
        output, production, 生産, 生産数, 生産量, 出力, 生産高
        output count, production count, 生産数, 生産個数
        defect, 不良, 不良数, 欠陥, 不具合
        error, エラー
        alarm, アラーム
        downtime, 停止時間, ダウンタイム
        defect rate, 不良率
        yield rate, 歩留まり率
        machine, equipment, unit, device, press, robot, 機械, 設備, 装置, マシン, 機器, 号機
        machine name, machine id, equipment id, 機械名, 設備名, 機械番号, 設備番号, 号機
        production line, line, assembly line, 生産ライン, ライン, 組立ライン, 製造ライン
        part made, parts made, produced, part produced, output, units produced, production, parts count, 生産数, 生産量, 生産個数, 製造数, 生産実績, 部品数, 加工数
        error, fault, failure, エラー, 異常, 故障, 不具合, 障害
        error count, number of error, fault count, failure count, errors, エラー件数, エラー数, 異常件数, 故障件数, 不具合件数, エラー回数
        status code, error code, ステータスコード, エラーコード, 状態コード
        maintenance, servicing, メンテナンス, 保守, 整備, 保全, メンテ
        repair, 修理, 修繕, 補修
        maintenance flag, maintenance, メンテフラグ, 保守フラグ, メンテナンスフラグ
        power consumption, energy consumption, electricity consumption, power use, power usage, power, electricity, 消費電力, 電力, 電力消費, 消費電力量, 使用電力, 電力使用量
        vibration, shake, 振動, 振動値, 揺れ
        rotation speed, rpm, revolution, rotational speed, spindle speed, 回転数, 回転速度
        temperature, temp, 温度, 機械温度
        pressure, 圧力
        torque, トルク
        flow rate, flow, 流量
        noise, noise level, sound level, 騒音, 騒音レベル
        cycle time, takt time, サイクルタイム, タクトタイム
        operating hour, run time, uptime, operating time, 稼働時間, 運転時間
        utilization, operating rate, utilization rate, 稼働率, 操業度
        availability, 可用性, 可動率
        oee, overall equipment effectiveness, 設備総合効率
        scrap, waste, reject, スクラップ, 廃棄, 仕損
        defective, defect count, number of defect, reject count, 不良品, 不良数, 不良個数
        inspection, check, 検査, 点検
        lot, batch, ロット, バッチ
        lot number, batch number, ロット番号, バッチ番号
        operator, machinist, 作業者, オペレーター, 操作者
        component, part, 部品, パーツ
        raw material, material, 原材料, 材料, 素材
        mold, die, 金型
        battery, battery level, バッテリー, 電池
        signal, 信号
        fuel consumption, 燃料消費量
        electricity price, 電気料金, 電気代
        generation, power generation, 発電, 発電量
        solar, 太陽光
        construction, building work, 工事, 建設
        contractor, 施工業者, 請負業者
        timestamp, time, recorded at, measured at, 日時, タイムスタンプ, 記録日時, 計測時刻, 時刻
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        machine, unit, device, sensor, 機械, 設備, 装置, センサー, 号機
        reading, measurement, log, record, 測定, 計測, ログ, 記録
        batch, lot, ロット, バッチ
        part, component, 部品, パーツ
        inspection, defect, 検査, 不良, 点検
        fault, failure, error, alarm, 故障, エラー, 異常, 障害
        """;
}
