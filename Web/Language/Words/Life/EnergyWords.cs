namespace Web.Language;

/// <summary>Power, gas and water, the buildings that use them, and the air around.</summary>
internal static class EnergyWords
{
    public const string Names = """
        kwh, k wh, electricity used, energy used, energy consumption, electricity consumption, power consumption, 電力使用量, 電力消費量, 電力量, 消費電力量, ~consumption, ~usage, ~energy, ~electricity, ~使用量, ~消費量, ~電力
        electricity, electric power, power, 電気, 電力
        usage, use, consumption, amount used, 使用量, 消費量, 利用量, 使用, 消費
        electricity usage, electricity use, electricity consumption, power usage, power consumption, energy use, energy usage, energy consumption, 電気使用量, 電力使用量, 電力量, 使用電力量, 消費電力量, 使用量
        bill, charge, fee, cost, 料金, 請求額, 代金, 費用
        electricity bill, electric bill, power bill, energy bill, electricity cost, electricity charge, energy cost, utility bill, 電気料金, 電気代, 電力料金, 光熱費, 料金
        gas bill, gas charge, gas cost, ガス料金, ガス代
        water bill, water charge, water cost, 水道料金, 水道代
        gas usage, gas consumption, ガス使用量
        water usage, water consumption, water use, 水道使用量, 使用水量
        contract power, contracted power, contract demand, contracted capacity, 契約電力, 契約容量
        maximum demand, peak demand, demand, peak load, peak power, max demand, 最大需要電力, 最大需要, ピーク需要, デマンド
        load factor, 負荷率
        renewable contract, renewable, renewable energy, green energy, green contract, renewables, renewable energy contract, clean energy, 再エネ契約, 再エネ, 再生可能エネルギー
        solar, solar power, solar panel, photovoltaic, 太陽光, 太陽光発電, ソーラー
        wind power, 風力, 風力発電
        hydro, hydropower, 水力, 水力発電
        nuclear, nuclear power, 原子力, 原発
        thermal power, 火力, 火力発電
        coal, 石炭
        oil, crude oil, petroleum, 石油, 原油
        natural gas, lng, 天然ガス
        power plant, power station, 発電所
        generation, output, power generation, generated power, 発電量, 発電電力量, 発電
        capacity, installed capacity, 設備容量, 発電容量, 出力
        building, building name, facility, property, premises, 建物, 建物名, ビル, 施設, 施設名, 棟
        facility, facility name, site, 施設, 施設名, 拠点, 設備
        facility type, building type, building use, purpose, kind of building, 用途, 建物用途, 施設種別, 施設区分
        total floor area, floor area, floor space, gross floor area, 延床面積, 延べ床面積, 床面積
        inspection cost, inspection fee, maintenance cost, maintenance fee, upkeep, 点検費, 点検料, 保守費, 維持費, 修繕費, メンテナンス費
        meter, メーター, 計器, 検針
        meter reading, 検針値, 指示値
        outage, blackout, power cut, power failure, 停電
        household, customer, consumer, 需要家, 契約者
        charging station, charger, ev charger, 充電器, 充電スタンド, 充電ステーション
        emission, co2 emission, carbon footprint, greenhouse gas, 排出量, co2排出量, 温室効果ガス
        pm2.5, fine dust, fine particle, 微小粒子状物質
        pm10, coarse dust, 浮遊粒子状物質, spm
        nitrogen dioxide, no2, 二酸化窒素
        sulfur dioxide, so2, 二酸化硫黄
        carbon monoxide, co, 一酸化炭素
        ozone, o3, オゾン, 光化学オキシダント
        air quality index, aqi, air quality, 大気質指数, 空気質
        pollutant, pollution, 汚染物質, 汚染, 大気汚染
        monitoring station, monitor, measuring station, 測定局, 観測局, モニタリング地点, 測定地点
        noise level, noise, decibel, 騒音, 騒音レベル
        temperature, outdoor temperature, outside temperature, 気温, 外気温
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        building, facility, site, 建物, 施設, ビル
        bill, meter reading, 請求, 検針
        household, consumer, 需要家, 世帯
        outage, blackout, 停電
        power plant, station, 発電所
        """;
}
