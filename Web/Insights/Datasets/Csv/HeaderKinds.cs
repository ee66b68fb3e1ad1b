namespace Web.Insights.Datasets.Csv;

/// <summary>What kind of thing a header names, by its words.</summary>
internal static class HeaderKinds
{
    extension(Header header)
    {
        /// <summary>Whether four digits under it are a year; a number of years is none.</summary>
        public bool IsYear =>
            header.Has("year", "fy", "yyyy", "yr", "founded", "established", "built", "released", "since", "vintage", "season", "inception", "born") || header.Ends("年", "年度", "西暦", "シーズン", "年産", "年次", "年式", "年版", "年分", "年製", "開催年", "会計年");

        public bool IsMonth => header.Has("month", "ym", "yyyymm", "period") || header.Ends("年月", "月");

        public bool IsDate => header.Has("date", "datetime", "dt", "ymd", "yyyymmdd", "timestamp", "birthday", "day") || header.Ends("日", "日付", "日時");

        /// <summary>A number that names: it is never added up.</summary>
        public bool IsId =>
            header.Last("id", "ids", "code", "codes", "no", "number", "num", "key", "uuid", "guid", "sku", "isbn", "jan", "ean", "upc", "asin", "imei", "vin", "ssn", "serial", "seq", "sequence", "iata", "icao", "fips")
            || header.Words is ["index"] or ["row", ..] or ["record"] or ["unnamed", ..]
            || header.Has("zip", "zipcode", "postal", "postcode", "phone", "tel", "fax", "code", "uuid", "id")
            || header.Base.TrimEnd() is [.., '#' or '№'] || header.Ends("番号", "コード", "ID", "№", "電話", "FAX", "連番", "通番", "ナンバー");

        /// <summary>A number that many rows share although it looks like a name of its own: where something is, how to reach it.</summary>
        public bool IsPlaceCode => header.Has("zip", "zipcode", "postal", "postcode", "area", "fips") || header.Ends("郵便番号", "市外局番");

        /// <summary>What a thing is called by people.</summary>
        public bool IsName => header.Last("name", "title") || header.Ends("名", "名称", "氏名", "名前", "タイトル", "題名");

        /// <summary>A number that sorts into few kinds.</summary>
        public bool IsClass => KindWords.Classes.IsIn(header) && !header.IsCountWithin || (header.Words.Count > 0 && header.Words[^1].EndsWith("class", StringComparison.Ordinal));

        /// <summary>visits_last_month, calls_per_week: how many in a step of time, which sorts nothing.</summary>
        public bool IsCountWithin =>
            header.Words.Count > 1 && header.Has("last", "this", "prev", "previous", "prior", "per", "in", "to", "until", "since", "past") && header.Last("month", "week", "day", "quarter", "year", "hour");

        public bool IsFlag =>
            header.Words is ["is" or "has" or "was" or "can" or "did", ..] || header.Has("flag", "flg", "bool", "boolean")
            || header.Last("active", "enabled", "disabled", "deleted", "verified", "survived", "paid", "valid", "approved", "churned", "done", "smoker")
            || (header.Words is [.., { Length: > 5 } last] && last.EndsWith("ed", StringComparison.Ordinal) && !KindWords.Amounts.IsIn(header))
            || header.Ends("フラグ", "有無", "可否", "済", "済み", "要否");

        /// <summary>What holds or does not hold of a row, where a file writes one and nought for it.</summary>
        public bool IsOutcome =>
            header.Last("citizen", "senior", "outcome", "fraud", "spam", "holiday", "weekend", "workingday", "diabetes", "hypertension", "stroke", "anaemia", "anemia", "smoking", "married", "employed", "subscribed",
                "purchased", "exited", "churn", "attrition", "default", "alive", "dead", "died", "death", "event", "returned", "cancelled", "canceled", "clicked", "converted", "conversion", "won", "member", "remote", "male", "female", "parking", "balcony", "elevator", "basement", "airconditioning", "guestroom", "mainroad", "waterfront");

        public bool IsPlace => header.Has("latitude", "lat", "longitude", "lon", "lng");

        /// <summary>An amount of money or of work, which is what a table is about more often than a count.</summary>
        public bool IsAmount =>
            header.Has("sales", "amount", "revenue", "total", "subtotal", "profit", "cost", "gross", "turnover", "expense", "expenses", "spend", "income", "budget",
                "payment", "fee", "billing", "earnings", "balance", "value", "expenditure", "actual", "target", "tax")
            || header.Ends("額", "金額", "高", "費", "代金");

        public bool IsQuantity =>
            header.Has("quantity", "qty", "count", "counts", "units", "volume", "visitors", "people", "population", "number", "orders", "clicks", "impressions", "visits", "yield", "harvest", "catch", "production")
            || header.Ends("数", "量");
    }
}
