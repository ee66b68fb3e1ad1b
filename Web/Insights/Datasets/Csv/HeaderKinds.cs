namespace Web.Insights.Datasets.Csv;

/// <summary>What kind of thing a header names, by its words.</summary>
internal static class HeaderKinds
{
    extension(Header header)
    {
        public bool IsYear => header.Last("year", "fy", "yyyy", "yr") || header.Ends("年", "年度");

        public bool IsMonth => header.Has("month", "ym", "yyyymm", "period") || header.Ends("年月", "月");

        public bool IsDate => header.Has("date", "datetime", "dt", "ymd", "yyyymmdd", "timestamp", "birthday", "day") || header.Ends("日", "日付", "日時");

        /// <summary>A number that names: it is never added up.</summary>
        public bool IsId =>
            header.Last("id", "ids", "code", "codes", "no", "number", "num", "key", "uuid", "guid", "sku", "isbn", "jan", "ean", "ssn", "serial", "index", "iata", "fips")
            || header.Has("zip", "zipcode", "postal", "postcode", "phone", "tel", "fax", "code", "uuid", "id")
            || header.Base.Trim() is "#" or "№" || header.Ends("番号", "コード", "ID", "№", "電話", "FAX");

        /// <summary>A number that sorts into few kinds.</summary>
        public bool IsClass =>
            header.Has("class", "grade", "rank", "tier", "category", "type", "segment", "group", "cluster", "month", "weekday", "hour", "quarter", "week", "dow",
                "status", "stage", "ward", "district", "floor", "cohort", "day")
            || (header.Words.Count > 0 && header.Words[^1].EndsWith("class", StringComparison.Ordinal))
            || header.Ends("区分", "クラス", "級", "種別", "分類", "組", "月", "曜日", "学年", "等級", "ランク");

        public bool IsFlag =>
            header.Words is ["is" or "has" or "was" or "can" or "did", ..] || header.Has("flag", "flg", "bool", "boolean")
            || header.Last("active", "enabled", "disabled", "deleted", "verified", "survived", "paid", "valid", "approved", "churned", "done")
            || header.Ends("フラグ", "有無", "可否", "済", "済み", "要否");

        public bool IsPlace => header.Has("latitude", "lat", "longitude", "lon", "lng");

        public bool IsAmount =>
            header.Has("sales", "amount", "revenue", "total", "subtotal", "profit", "cost", "gross", "turnover", "expense", "expenses", "spend", "income", "budget",
                "payment", "fee", "billing", "earnings", "balance", "value", "expenditure", "actual", "target", "tax")
            || header.Ends("額", "金額", "高", "費", "代金");

        public bool IsQuantity =>
            header.Has("quantity", "qty", "count", "counts", "units", "volume", "visitors", "people", "population", "number", "orders", "clicks", "impressions", "visits")
            || header.Ends("数", "量");

        /// <summary>A ratio, a rate, a price of one, a reading of an instrument: the sum of them means nothing.</summary>
        public bool IsMean =>
            header.Has("rate", "ratio", "percent", "percentage", "pct", "share", "age", "temperature", "temp", "score", "rating", "height", "width", "length", "depth",
                "weight", "speed", "velocity", "humidity", "pressure", "average", "avg", "mean", "median", "max", "min", "maximum", "minimum", "index", "density",
                "mpg", "bmi", "probability", "satisfaction", "level", "rank", "altitude", "elevation", "open", "high", "low", "close", "margin", "horsepower",
                "acceleration", "displacement", "magnitude", "stars", "wind", "grade", "gpa", "yield", "per", "growth", "interest")
            || (header.Has("price", "unit") && !header.Has("total", "sum", "amount") && !header.Last("units"))
            || header.IsPlace
            || header.Ends("率", "比", "平均", "指数", "単価", "価格", "年齢", "点", "点数", "スコア", "気温", "温度", "湿度", "気圧", "風速", "偏差値", "割合", "レート", "血圧", "心拍数", "年数", "満足度");
    }
}
