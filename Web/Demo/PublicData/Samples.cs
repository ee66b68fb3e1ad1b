using Web.Semantics;

namespace Web.Demo.PublicData;

/// <summary>The public datasets of a demo company.</summary>
internal static class Samples
{
    public static IReadOnlyList<Sample> All { get; } =
    [
        new("stocks", "stocks.csv", "Stock prices", "株価", "Monthly closing prices of five technology companies, 2000 to 2010.", "2000 年から 2010 年までの IT 企業 5 社の月次株価。", "prices", "株価")
        {
            Synonyms = ["stock", "shares", "share prices", "stock market", "株", "株式", "株価推移"],
            Columns =
            [
                new("symbol", "Company", "銘柄", "ticker", "stock", "symbol", "会社", "企業", "銘柄コード")
                {
                    Values = Also(("MSFT", ["Microsoft", "マイクロソフト"]), ("AMZN", ["Amazon", "アマゾン"]), ("IBM", ["アイビーエム"]), ("GOOG", ["Google", "グーグル"]), ("AAPL", ["Apple", "アップル"])),
                },
                new("date", "Month", "年月", "date", "日付", "月"),
                new("price", "Price", "株価", "closing price", "value", "stock price", "終値", "価格") { Unit = "USD", Aggregate = Aggregates.Mean },
            ],
        },
        new("gapminder", "gapminder.json", "Life in the world's countries", "世界の国々の暮らし", "Population, life expectancy and births for each country, every five years from 1955 to 2005 (Gapminder).", "1955 年から 2005 年まで 5 年ごとの国別の人口・平均寿命・出生率(Gapminder)。", "country records", "国別の記録")
        {
            Synonyms = ["world", "countries", "development", "nations", "世界", "国別", "各国"],
            DefaultMeasure = "pop",
            Columns =
            [
                new("year", "Year", "年", "年度", "years") { Role = ColumnRole.Time },
                new("country", "Country", "国", "nation", "国名"),
                new("cluster", "Region number", "地域番号", "cluster", "group", "地域") { Role = ColumnRole.Dimension },
                new("pop", "Population", "人口", "people", "inhabitants", "人数"),
                new("life_expect", "Life expectancy", "平均寿命", "lifespan", "life span", "寿命") { Unit = "years", Aggregate = Aggregates.Mean },
                new("fertility", "Children per woman", "合計特殊出生率", "fertility", "fertility rate", "birth rate", "出生率") { Aggregate = Aggregates.Mean },
            ],
        },
        new("seattle_weather", "seattle-weather.csv", "Seattle weather", "シアトルの天気", "Daily weather in Seattle from 2012 to 2015.", "2012 年から 2015 年までのシアトルの毎日の天気。", "days", "日数")
        {
            Synonyms = ["weather", "climate", "Seattle", "天気", "気象", "天候", "シアトル"],
            DefaultMeasure = "precipitation",
            Columns =
            [
                new("date", "Day", "日付", "date", "日"),
                new("precipitation", "Precipitation", "降水量", "rain", "rainfall", "雨量", "雨") { Unit = "mm", Aggregate = Aggregates.Sum },
                new("temp_max", "Highest temperature", "最高気温", "max temperature", "maximum temperature", "temperature", "high", "気温") { Unit = "°C", Aggregate = Aggregates.Mean },
                new("temp_min", "Lowest temperature", "最低気温", "min temperature", "minimum temperature", "low") { Unit = "°C", Aggregate = Aggregates.Mean },
                new("wind", "Wind speed", "風速", "wind", "風") { Unit = "m/s", Aggregate = Aggregates.Mean },
                new("weather", "Weather", "天気", "conditions", "kind of weather", "天候")
                {
                    Values = Also(("rain", ["rainy", "雨"]), ("sun", ["sunny", "晴れ", "晴"]), ("snow", ["snowy", "雪"]), ("fog", ["foggy", "霧"]), ("drizzle", ["霧雨"])),
                },
            ],
        },
        new("unemployment", "unemployment-across-industries.json", "US unemployment by industry", "米国の産業別失業者", "Unemployed people in the United States by industry and month, 2000 to 2010.", "2000 年から 2010 年までの米国の産業別・月別の失業者数と失業率。", "monthly figures", "月次の記録")
        {
            Synonyms = ["jobless", "unemployed", "labour market", "失業", "失業者", "雇用"],
            DefaultMeasure = "count",
            DefaultTime = "date",
            DefaultGrain = Grain.Month,
            Columns =
            [
                new("series", "Industry", "産業", "sector", "業種"),
                new("year", "Year", "年") { Hidden = true },
                new("month", "Month number", "月") { Hidden = true },
                new("count", "Unemployed", "失業者数", "unemployed people", "jobless", "number of unemployed", "unemployment", "失業者", "人数") { Unit = "thousand" },
                new("rate", "Unemployment rate", "失業率", "rate") { Unit = "%", Aggregate = Aggregates.Mean },
                new("date", "Month", "年月", "date", "日付") { Role = ColumnRole.Time },
            ],
        },
        new("airports", "airports.csv", "US airports", "米国の空港", "Airports of the United States with their places.", "米国の空港とその所在地。", "airports", "空港")
        {
            Synonyms = ["airport", "airfields", "空港一覧"],
            Columns =
            [
                new("iata", "Code", "コード", "iata", "airport code", "空港コード") { Role = ColumnRole.Identity },
                new("name", "Airport", "空港", "airport name", "空港名"),
                new("city", "City", "都市", "town", "市"),
                new("state", "State", "州", "states"),
                new("country", "Country", "国"),
                new("latitude", "Latitude", "緯度") { Aggregate = Aggregates.Mean },
                new("longitude", "Longitude", "経度") { Aggregate = Aggregates.Mean },
            ],
        },
        new("cars", "cars.json", "Cars of the seventies", "1970 年代の乗用車", "Fuel economy, power and weight of 406 cars, model years 1970 to 1982.", "1970 年から 1982 年までの乗用車 406 車種の燃費・馬力・重量。", "cars", "車種")
        {
            Synonyms = ["car", "vehicles", "automobiles", "車", "自動車", "乗用車"],
            DefaultMeasure = "horsepower",
            Columns =
            [
                new("Name", "Car", "車名", "model", "name", "車種名"),
                new("Miles_per_Gallon", "Fuel economy", "燃費", "mpg", "miles per gallon", "mileage") { Unit = "mpg", Aggregate = Aggregates.Mean },
                new("Cylinders", "Cylinders", "気筒数", "cylinder", "気筒") { Role = ColumnRole.Dimension },
                new("Displacement", "Displacement", "排気量", "engine size") { Unit = "cu in", Aggregate = Aggregates.Mean },
                new("Horsepower", "Horsepower", "馬力", "power", "hp", "出力") { Aggregate = Aggregates.Mean },
                new("Weight_in_lbs", "Weight", "重量", "heavy", "重さ") { Unit = "lb", Aggregate = Aggregates.Mean },
                new("Acceleration", "Acceleration", "加速", "0 to 60", "加速時間") { Unit = "s", Aggregate = Aggregates.Mean },
                new("Year", "Model year", "年式", "year", "年"),
                new("Origin", "Origin", "生産国", "country", "made in", "原産国", "国") { Values = Also(("USA", ["American", "アメリカ", "米国"]), ("Japan", ["Japanese", "日本"]), ("Europe", ["European", "欧州", "ヨーロッパ"])) },
            ],
        },
        new("movies", "movies.json", "Movies", "映画", "3 201 films with what they cost and took, and how they were rated.", "映画 3,201 本の製作費・興行収入・評価。", "movies", "本数")
        {
            Synonyms = ["movie", "films", "film", "cinema", "box office", "シネマ", "興行"],
            DefaultMeasure = "worldwide_gross",
            Columns =
            [
                new("Title", "Title", "題名", "film", "movie", "name", "作品", "タイトル"),
                new("US Gross", "US gross", "米国興行収入", "domestic gross", "US box office", "米国の興収") { Unit = "USD" },
                new("Worldwide Gross", "Worldwide gross", "世界興行収入", "gross", "box office", "revenue", "takings", "興行収入", "興収", "収入") { Unit = "USD" },
                new("US DVD Sales", "US DVD sales", "米国 DVD 売上", "DVD sales", "DVD") { Unit = "USD" },
                new("Production Budget", "Budget", "製作費", "production budget", "cost", "予算", "制作費") { Unit = "USD" },
                new("Release Date", "Released", "公開日", "release date", "year", "released", "公開", "公開年"),
                new("MPAA Rating", "Rating", "レーティング", "mpaa", "age rating", "年齢制限"),
                new("Running Time min", "Running time", "上映時間", "length", "duration", "minutes", "長さ") { Unit = "min", Aggregate = Aggregates.Mean },
                new("Distributor", "Distributor", "配給会社", "studio", "company", "配給"),
                new("Source", "Source", "原作", "based on"),
                new("Major Genre", "Genre", "ジャンル", "genre", "kind", "分野"),
                new("Creative Type", "Creative type", "作品の種類", "type"),
                new("Director", "Director", "監督", "directed by", "映画監督"),
                new("Rotten Tomatoes Rating", "Rotten Tomatoes", "Rotten Tomatoes の評価", "critics", "tomatometer", "批評家の評価") { Unit = "%", Aggregate = Aggregates.Mean },
                new("IMDB Rating", "IMDb rating", "IMDb の評価", "imdb", "score", "rating", "評価", "評点", "点数") { Aggregate = Aggregates.Mean },
                new("IMDB Votes", "IMDb votes", "IMDb の投票数", "votes", "投票数"),
            ],
        },
        new("disasters", "disasters.csv", "Deaths by natural disasters", "自然災害による死者", "Deaths by natural disasters in the world since 1900, by kind of disaster.", "1900 年以降の世界の自然災害による死者数(災害の種類別)。", "records", "記録")
        {
            Synonyms = ["disaster", "natural disasters", "catastrophes", "災害", "自然災害"],
            Columns =
            [
                new("Entity", "Disaster", "災害の種類", "kind of disaster", "type", "災害")
                {
                    Values = Also(("Earthquake", ["earthquakes", "地震"]), ("Flood", ["floods", "洪水"]), ("Drought", ["droughts", "干ばつ"]), ("Volcanic activity", ["volcanoes", "volcano", "火山"]), ("Epidemic", ["epidemics", "疫病"])),
                },
                new("Year", "Year", "年") { Role = ColumnRole.Time },
                new("Deaths", "Deaths", "死者数", "dead", "killed", "people who died", "死者", "死亡者"),
            ],
        },
    ];

    private static Dictionary<string, IReadOnlyList<string>> Also(params (string Value, string[] Words)[] values) =>
        values.ToDictionary(one => one.Value, one => (IReadOnlyList<string>)one.Words);
}
