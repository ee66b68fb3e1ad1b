namespace Web.Insights.Datasets.Csv;

/// <summary>What kind of thing a header names, by its words.</summary>
internal static class HeaderKinds
{
    extension(Header header)
    {
        /// <summary>Whether four digits under it are a year; a number of years is none.</summary>
        public bool IsYear =>
            header.Has("year", "fy", "yyyy", "yr", "founded", "established", "built", "released", "since", "vintage", "season", "inception", "born") || header.Ends("年", "年度", "西暦", "シーズン", "年産", "年次", "年式", "年版", "年分", "年製", "開催年", "会計年");

        /// <summary>The year and nothing else: not the year in which something was built.</summary>
        public bool IsYearItself => header.Words is ["year" or "fy" or "yr"] or ["fiscal" or "calendar" or "financial" or "survey" or "report" or "reporting" or "data" or "academic" or "school", "year"] || header.Base is "年" or "年度" or "会計年度" or "西暦" or "年次" or "調査年" or "調査年度";

        /// <summary>Something that happens once at a time, and no figure: start_from, first_lit, 竣工. Four digits under it may be a year.</summary>
        public bool IsOfTime => !KindWords.Amounts.IsIn(header) && !KindWords.Readings.IsIn(header) && !header.IsId
            && (header.Words is ["start" or "begin" or "since" or "from" or "opened" or "opening" or "creation" or "creating" or "debut" or "launch" or "launched" or "election" or "elected", ..]
                || header.Words is ["first" or "last" or "when", [_, _, _, .., 'e', 'd']]
                || header.Last("start", "began", "since", "from", "opened", "opening", "creation", "created", "debut", "lit", "launch", "launched", "constructed", "construction", "completed", "completion", "commissioned", "retired", "elected", "election", "discovered", "published", "premiered", "registered", "hired", "joined", "begun")
                || header.Ends("開業", "開設", "設立", "創業", "竣工", "建築", "発売", "初演", "初版", "就任", "開通", "開園", "開館", "開校"));

        /// <summary>The day on which the thing that a row is of came to be, which is not the time of the row: opened, founded, born, 設置.</summary>
        public bool IsOfThing => header.Has("opened", "opening", "founded", "established", "built", "constructed", "construction", "completed", "commissioned", "installed", "born", "birth", "birthday", "birthdate", "dob", "hired", "hire", "joined", "launched", "inception", "since")
            || header.Ends("開設日", "開業日", "設立日", "創業日", "竣工日", "完成日", "設置日", "開園日", "開校日", "開館日", "開通日", "生年月日", "誕生日", "入社日", "加入日");

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
        public bool IsClass => KindWords.Classes.IsIn(header) && !KindWords.Ratios.IsIn(header) && !header.IsCountWithin && !header.IsCount || (header.Words.Count > 0 && header.Words[^1].EndsWith("class", StringComparison.Ordinal));

        /// <summary>room_count, number_of_floors, 部屋数: how many of them, which sorts nothing.</summary>
        public bool IsCount => header.Words.Count > 1 && (header.Last("count", "counts", "cnt", "qty") || header.Words is ["num" or "number", "of", _, ..]) || header.Words.Count == 0 && header.Ends("数");

        /// <summary>visits_last_month, calls_per_week: how many in a step of time, which sorts nothing.</summary>
        public bool IsCountWithin =>
            header.Words.Count > 1 && header.Has("last", "this", "prev", "previous", "prior", "per", "in", "to", "until", "since", "past") && header.Last("month", "week", "day", "quarter", "year", "hour");

        public bool IsFlag =>
            header.Words is ["is" or "has" or "was" or "can" or "did", ..] || header.Has("flag", "flg", "bool", "boolean", "yn")
            || header.Last("active", "enabled", "disabled", "deleted", "verified", "survived", "paid", "valid", "approved", "churned", "done", "smoker")
            || (header.Words is [.., { Length: > 5 } last] && last.EndsWith("ed", StringComparison.Ordinal) && !KindWords.Amounts.IsIn(header))
            || header.Ends("フラグ", "有無", "可否", "済", "済み", "要否");

        /// <summary>What holds or does not hold of a row, where a file writes one and nought for it.</summary>
        /// <summary>活魚, 再来: what something is, and no number of anything.</summary>
        public bool SoundsLikeState =>
            header is { Unit: null, Currency: null, IsId: false, IsAmount: false, IsQuantity: false, IsCount: false, IsJapanese: true } && header.Base.Trim() is [.., var end] && !"数人件回個本枚台者名額量費点率日月年時分秒位順番歳才".Contains(end, StringComparison.Ordinal);

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
