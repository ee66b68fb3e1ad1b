namespace Web.Language;

/// <summary>Weather, plants and animals, the earth.</summary>
internal static class NatureWords
{
    public const string Names = """
        temperature, 気温, 温度, 室温
        maximum temperature, high temperature, highest temperature, 最高気温, 最高温度
        minimum temperature, low temperature, lowest temperature, 最低気温, 最低温度
        humidity, 湿度
        precipitation, rain, rainfall, 降水量, 雨量, 降雨量
        snow, snowfall, 降雪量, 積雪
        wind, wind speed, 風速, 風
        pressure, 気圧, 圧力
        weather, 天気, 天候, 気象
        species, 種, 種類
        animal, 動物
        flower, 花
        petal, 花弁, 花びら
        sepal, がく, 萼
        bill, beak, くちばし
        flipper, wing, ひれ, 翼
        body mass, body weight, 体重
        magnitude, マグニチュード
        earthquake, 地震
        accident, 事故
        emission, 排出量, 排出
        co2, carbon dioxide, co2 emission, carbon emission, 二酸化炭素, CO2排出量
        crop, 作物
        yield, 収穫量, 収量, 歩留まり
        average temperature, mean temperature, 平均気温, 平均温度
        temperature, temp, heat, 気温, 温度
        daily maximum, maximum temperature, high, high temperature, highest temperature, top temperature, 最高気温, 最高温度
        daily minimum, minimum temperature, low, low temperature, lowest temperature, 最低気温, 最低温度
        precipitation, rain, rainfall, amount of rain, 降水量, 雨量, 降雨量, 雨, 降水
        sunshine, sunshine hour, sunshine duration, hours of sun, sunlight, 日照時間, 日照
        humidity, relative humidity, 湿度
        wind speed, wind, 風速, 風, 風の強さ
        wind direction, 風向, 風向き
        snow depth, snow, 積雪, 積雪深, 積雪量
        snowfall, 降雪量, 降雪
        cloud cover, cloudiness, 雲量
        visibility, 視程
        dew point, 露点
        uv index, 紫外線, uv指数
        air pressure, atmospheric pressure, barometric pressure, 気圧
        weather, weather condition, sky, 天気, 天候, 気象, 空模様
        observation date, date observed, observed on, measurement date, 観測日, 測定日, 計測日, 記録日
        station, weather station, 観測所, 測定局, 観測点
        storm, typhoon, hurricane, 台風, 嵐, ハリケーン
        flood, 洪水
        drought, 干ばつ
        disaster, 災害
        air quality, aqi, 大気質
        pm2.5, particulate matter, 微小粒子
        ozone, オゾン
        water level, 水位
        water temperature, sea temperature, 水温, 海水温
        soil ph, ph, acidity, 土壌ph, ph値, 酸性度
        soil, 土壌, 土
        soil moisture, 土壌水分
        farm, ranch, 農場, 農園, 牧場
        field, plot, 畑, 圃場, 田畑, 農地, ほ場
        farmer, grower, 農家, 生産者
        crop, crop type, plant, 作物, 作物名, 農作物, 作物種類
        variety, cultivar, 品種
        planting date, sowing date, planted, sowing, 植え付け日, 播種日, 作付日, 作付け日, 植付日, 定植日
        planted, plant, sown, sow, 植えた, 植えられた, 作付け, 播種, 植え付け
        harvest date, picking date, 収穫日, 刈り取り日
        harvest, harvested, 収穫, 刈り取り
        harvest amount, harvest tonnage, amount harvested, harvest, harvest tonne, 収穫量, 収穫高, 総収穫量, 収穫トン数
        yield, yield per hectare, crop yield, 収量, 単収, 反収
        area, acreage, planted area, hectare, land area, 面積, 作付面積, 栽培面積, 耕地面積
        fertilizer, fertiliser, 肥料, 施肥, 施肥量, 肥料量
        pesticide, 農薬
        irrigation, irrigated, irrigate, 灌漑, かんがい, 潅水
        price per tonne, price per ton, トン当たり価格, トン単価, 1トン当たりの価格
        livestock, cattle, 家畜
        cow, 牛
        pig, 豚
        milk yield, milk production, 乳量, 搾乳量
        fish, catch, 魚, 漁獲, 漁獲量
        tree, 木, 樹木
        forest, 森林
        species, kind, 種, 種類, 生物種
        habitat, 生息地
        sex, 性別, 雌雄
        endangered, 絶滅危惧
        planet, 惑星
        star, 恒星, 星
        orbit, 軌道
        earthquake, quake, 地震
        depth, 深さ, 震源の深さ
        volcano, 火山
        carbon emission, co2 emission, 二酸化炭素排出量, 排出量, co2排出量
        waste, garbage, ごみ, 廃棄物, ごみ量
        recycling, リサイクル, 再生利用
        water consumption, water use, 水使用量, 使用水量
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        field, plot, harvest, 畑, 圃場, 農地, 区画
        crop, plant, 作物, 植物
        animal, bird, fish, species, 動物, 鳥, 魚, 種
        tree, 木
        earthquake, quake, 地震
        day, 日
        storm, typhoon, 台風
        """;
}
