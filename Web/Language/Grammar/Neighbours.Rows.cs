using Web.Semantics;

namespace Web.Language;

/// <content>Rows and whoever they are kept by: in what state, how many, what they did.</content>
internal sealed partial class Neighbours
{
    /// <summary>"by hotel", ホテルごとの in hotel_reservations: a row is a reservation, and no column has hotels.</summary>
    private bool IsSubjectDividedBy(int i) =>
        Places.Of(items, i) == Place.Grouped && items[i].Meanings.All(m => m is EntityMeaning { Quality: EntityForms.Subject or EntityForms.LikeSubject }) && lexicon is { IsPerRow: true, Identity: { } row }
        && !lexicon.StemsOf(row).Contains(Stem.Of(Written(items[i]))) && !(i + 1 < items.Count && Written(items[i + 1]) is "について");

    /// <summary>"the quantity of repairs", "the amount of performances": how many rows, where no column is called so.</summary>
    private bool IsAmountOfRows(int i) =>
        items[i].English && Written(items[i]) is "amount" or "quantity" or "theamount" or "thequantity" && !MayBe(i, m => m is FieldMeaning { Own: true }) && i + 2 < items.Count && Written(items[i + 1]) is "of" && Written(items[i + 2]) is [.., _, 's'] && items[i + 2].Meanings.Any(m => m is EntityMeaning { Quality: >= EntityForms.Fits })
        && !MayBe(i + 2, m => m is FieldMeaning { Column.Role: ColumnRole.Measure, Quality: >= 0.8 });

    /// <summary>"varies between branches": what it is compared across.</summary>
    private bool IsBetweenKinds(int i) =>
        items[i].English && Written(items[i]) is "between" or "betweenthe" && Has(i, WordKind.Between) && i + 1 < items.Count && Written(items[i + 1]) is [.., _, 's'] && MayBe(i + 1, m => m is FieldMeaning { Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text }, Quality: >= 0.8 }) && !Has(i + 2, WordKind.And);

    /// <summary>"sort by count", "order by the count": what is drawn, and no figure beside it.</summary>
    private bool IsSortedBy(int i)
    {
        if (!items[i].English || Written(items[i]) is not ("count" or "counts") || !Has(i, WordKind.Count)) return false;
        var before = i - 1;
        while (before > 0 && Written(items[before]) is "the" or "its" or "their") before--;
        return Has(before, WordKind.Sort) || Has(before, WordKind.By) && Has(before - 1, WordKind.Sort);
    }

    /// <summary>"the number and the average salary", "a bar chart of the number": how many rows there are, whatever column is a number of something.</summary>
    private bool IsNumberOfRows(int i)
    {
        if (!items[i].English || Written(items[i]) is not "number" || MayBe(i, m => m is FieldMeaning { Own: true })) return false;
        var next = i + 1;
        if (next < items.Count && Written(items[next]) is "and" or ",")
        {
            do next++; while (next < items.Count && Written(items[next]) is "the" or "their");
            return Has(next, WordKind.Aggregate) && !MayBe(next, m => m is FieldMeaning { Own: true });
        }
        return i > 0 && Written(items[i - 1]) is "the" or "ofthe" && (next == items.Count || sheet.Tokens[items[next].First].Script == Script.Mark);
    }

    /// <summary>貸出 of a rental_id, beside rental_days: the rows, unless it is told how long they are.</summary>
    private bool AreRowsThatLast(int i) =>
        !items[i].English && MayBe(i, m => m is EntityMeaning { Quality: >= 0.84, Title: null }) && MayBe(i, m => m is FieldMeaning { Own: false, Quality: < 0.9, Column.Role: ColumnRole.Measure } lasting && Units.IsDuration(lasting.Column))
        && !Enumerable.Range(i + 1, 3).Any(k => Has(k, WordKind.Adjective) || Has(k, WordKind.Superlative) || Has(k, WordKind.Aggregate) || Has(k, WordKind.Order) && k < i + 3 || k < items.Count && Written(items[k]) is "日数" or "時間") && !Has(i - 1, WordKind.Superlative) && !Has(i - 1, WordKind.Aggregate);

    /// <summary>"age distribution of our patients" beside a patient's sex: those whose age it is.</summary>
    private bool AreWhose(int i) =>
        i > 0 && items[i].English && items[i].End == items[i].First + 1 && Written(items[i - 1]) is "our" or "of" or "ofour" or "ofthe" or "ofall" or "all" or "my" && sheet.Tokens[items[i].First] is { Raw: [.., 's'] } noun && noun.Raw != noun.Text && PersonNouns.Are([noun])
        && MayBe(i, m => m is EntityMeaning) && items[i].Meanings.All(m => m is EntityMeaning || m is FieldMeaning { Own: false, Column.Role: ColumnRole.Dimension });

    /// <summary>貸出が長い店舗, 最も長い貸出: how long each was.</summary>
    private bool LastsLong(int i) =>
        !items[i].English && MayBe(i, m => m is EntityMeaning) && MayBe(i, m => m is FieldMeaning { Own: false, Weak: false, Quality: >= 0.8, Column.Role: ColumnRole.Measure } lasting && Units.IsDuration(lasting.Column))
        && (i + 2 < items.Count && Written(items[i + 1]) is "が" or "の" && (Has(i + 2, WordKind.Adjective) || Has(i + 2, WordKind.Order)) && Written(items[i + 2])[0] is '長' or '短' || Has(i - 1, WordKind.Superlative) && Written(items[i - 1]) is [.., '長' or '短', 'い'] && i + 1 >= items.Count);

    /// <summary>"institution types" beside columns Institution and Type: of what the kinds are.</summary>
    private bool IsOfKind(int i) =>
        i + 1 < items.Count && items[i].English && items[i].Meanings.Any(m => m is EntityMeaning { Quality: > EntityForms.Fits }) && KindNouns.Are(Written(items[i + 1])) && MayBe(i + 1, m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } }) && !Has(i - 1, WordKind.By);

    /// <summary>月別申込件数, 先月の申込は何件: what happened to every row on the day that the table is kept by, whatever has that for its state now.</summary>
    private bool IsEveryRow(int i) =>
        !items[i].English && items[i].Meanings.Any(m => m is ValueMeaning) && items[i].Meanings.Any(m => m is FieldMeaning { Column: { IsTemporal: true } dated } && dated.Name == lexicon.Contract.DefaultTime)
        && (Has(i + 1, WordKind.Count) || (Has(i + 2, WordKind.Count) && Written(items[i + 1]) is "は" or "の" or "が")) && items.Any(item => item.Meanings.Any(m => m is PeriodMeaning or WordMeaning { Word.Kind: WordKind.Grain }));

    /// <summary>"top 5 parks", "parks with an average rating above 4": in a table of parks by month the parks are ranked, not the rows.</summary>
    private bool AreRanked(int i) =>
        items[i].English && MayBe(i, m => m is EntityMeaning) && MayBe(i, m => m is FieldMeaning { Own: true, Column: { Role: ColumnRole.Dimension, Type: ColumnType.Text } })
        && (MayBe(i - 1, m => m is NumberMeaning) && (Has(i - 2, WordKind.Top) || Has(i - 2, WordKind.Which)) || MayBe(i - 2, m => m is NumberMeaning) && Has(i - 1, WordKind.Superlative) && Has(i - 3, WordKind.Top) || i + 1 < items.Count && Written(items[i + 1]) is "with" or "withan" or "withthe" or "witha" or "whose" or "where" or "wherethe" && (Has(i + 2, WordKind.Aggregate) || Has(i + 3, WordKind.Aggregate)));

    /// <summary>"lost quotes" of a quote_amount: things in a state are rows, not their money.</summary>
    private bool AreStated(int i) =>
        i > 0 && items[i] is { English: true } item && item.End == item.First + 1 && Written(item) is [_, _, _, .., not 's', 's'] && MayBe(i - 1, m => m is ValueMeaning value && (IsStatus(value.Column) || value.Column.Type == ColumnType.Boolean || item.Meanings.All(f => f is not FieldMeaning { Column: var counted } || ColumnForms.Counts(counted))) || m is FieldMeaning { Own: false, Column.Type: ColumnType.Boolean }) && !MayBe(i - 1, m => m is FieldMeaning { Own: true })
        && item.Meanings.Any(m => m is FieldMeaning) && item.Meanings.All(m => m is EntityMeaning || m is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure } figure && (figure.Quality < 0.7 && ColumnForms.Counts(figure.Column) || DefaultMeasure.IsMoney(figure.Column))) && !Nouns.AreFigures(Written(item));

    private static bool IsStatus(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.Any(t => t.Raw is "status" or "state" or "result" or "outcome" or "stage" or "decision" or "phase")) || (column.SourceName ?? column.Name) is var title && (title.Contains("結果", StringComparison.Ordinal) || title.Contains('状', StringComparison.Ordinal) || title.Contains("判定", StringComparison.Ordinal) || title.Contains("ステータス", StringComparison.Ordinal));

    /// <summary>実行した融資の平均期間 beside 融資額: rows of which a mean is asked, not their amount.</summary>
    private bool IsOwner(int i) =>
        !items[i].English && i + 2 < items.Count && Written(items[i + 1]) is "の" && Has(i + 2, WordKind.Aggregate) && MayBe(i, m => m is EntityMeaning { Quality: >= 0.9 }) && MayBe(i, m => m is FieldMeaning { Own: false, Column.Role: ColumnRole.Measure }) && MayBe(i + 3, m => m is FieldMeaning { Column.Role: ColumnRole.Measure });

    private static readonly HashSet<string> Somebody = new(StringComparer.Ordinal) { "社員", "従業員", "職員", "部員", "すたっふ" };
    private static readonly string[] Served = ["顧客", "会員", "患者", "利用者", "生徒", "学生", "選手", "客", "customer", "client", "patient", "student", "member", "player", "guest"];

    private static bool AreServed(Column people) => Array.Exists(Served, word => (people.SourceName ?? people.Name).Contains(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>宿泊費が多い社員, 一番使っている人は誰: the one column of people, where the rows are none.</summary>
    private bool AreSomebody(int i) =>
        !items[i].English && lexicon.PersonColumn is not null && items[i].Meanings.All(m => m is EntityMeaning { Quality: <= EntityForms.Fits } or WordMeaning { Word.Kind: WordKind.Rows })
        && (Somebody.Contains(Written(items[i])) && !AreServed(lexicon.PersonColumn) || Written(items[i]) is "人" or "方" && i + 2 < items.Count && Written(items[i + 1]) is "は" && Written(items[i + 2]) is "誰" or "だれ");

    /// <summary>"on which weekday do people order most": what they do is a row.</summary>
    private bool IsDone(int i) =>
        i > 1 && items[i].English && Written(items[i - 1]) is "people" or "customers" or "we" or "they" or "users" or "clients" or "members" && Written(items[i - 2]) is "do" or "did" && MayBe(i, m => m is EntityMeaning) && Has(i + 1, WordKind.Superlative);

    /// <summary>"average order value": nothing is put in order.</summary>
    private bool IsOrderOfMoney(int i) => items[i].English && Has(i, WordKind.Sort) && Written(items[i]) is "order" && Has(i + 1, WordKind.DefaultMeasure) && MayBe(i, m => m is EntityMeaning);

    /// <summary>注文が一番多い月: rows, by whatever number they go.</summary>
    private bool AreMany(int i) =>
        !items[i].English && i + 2 < items.Count && Written(items[i + 1]) is "が" or "の" && Has(i + 2, WordKind.Superlative) && Written(items[i + 2]) is [.., '多', 'い'] or [.., '多', 'か', 'っ', 'た'] && MayBe(i, m => m is EntityMeaning) && MayBe(i, m => m is FieldMeaning { Own: false } key && RowNames.IsNumber(key.Column));

    /// <summary>"snow days per month": in a table of days, those of a kind.</summary>
    private bool AreDaysOf(int i) =>
        i > 0 && items[i].English && Written(items[i]) is "days" && MayBe(i - 1, m => m is ValueMeaning) && MayBe(i, m => m is EntityMeaning) && Has(i + 1, WordKind.By);
}
