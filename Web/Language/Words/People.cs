using Web.Semantics;

namespace Web.Language;

/// <summary>Family and given names that belong to one person of a column: 高梨さん, "Ortiz's". A name that several share is left to be asked.</summary>
internal sealed class People
{
    private static readonly HashSet<string> Roles = new(
        Tokens.Of("owner rep salesperson seller assignee agent manager doctor physician nurse participant attendee director teacher instructor employee staff person player author coach driver member leader athlete artist singer actor actress captain pilot winner champion candidate senator representative runner swimmer skier rider jockey trainer wrestler boxer golfer pitcher batter passenger patient student lawyer judge chef nominee").Select(t => t.Text), StringComparer.Ordinal);
    private static readonly string[] JapaneseRoles = ["担当", "申請者", "氏名", "社員", "医師", "医者", "監督", "選手", "著者", "講師", "教師", "責任者", "者名", "名前", "従業員", "部員", "職員名", "スタッフ名", "会員名", "顧客名", "利用者名", "患者名", "生徒名", "学生名", "選手名", "作業者", "検査員", "運転手", "ドライバー", "乗務員", "オペレーター", "スタイリスト"];
    private static readonly List<Token>[] Honorifics = [.. new[] { "さん", "さま", "様", "氏", "くん", "先生", "部長", "課長", "社長", "主任" }.Select(t => Tokens.Of(t))];
    private const double MostAre = 0.9, SomeAre = 0.3;
    private readonly PhraseTrie<ValueMeaning> names = new();

    public void Add(Column column)
    {
        if (column.Values is not { } values) return;
        var owners = new Dictionary<string, List<(string Value, List<Token> Name)>>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            var parts = value.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length is < 2 or > 4) continue;
            foreach (var part in parts)
            {
                var name = Tokens.Of(part, 8);
                var key = string.Concat(name.Select(t => t.Raw));
                if (key.Length < 2) continue;
                if (!owners.TryGetValue(key, out var same)) owners[key] = same = [];
                if (!same.Exists(s => s.Value == value)) same.Add((value, name));
            }
        }
        foreach (var (key, same) in owners)
        {
            if (same.Count == 1) names.Add(same[0].Name, new ValueMeaning(column, same[0].Value, 0.96, key, Partial: true));
        }
    }

    /// <summary>The people named from <paramref name="from"/> on, where what follows tells that a person is meant.</summary>
    public IEnumerable<(int End, List<ValueMeaning> Meanings)> At(string utterance, IReadOnlyList<Token> tokens, int from)
    {
        foreach (var (end, meanings) in names.At(tokens, from))
        {
            var honorific = Honorifics.FirstOrDefault(h => end + h.Count <= tokens.Count && tokens[end].Glued && h.Select(t => t.Raw).SequenceEqual(tokens.Skip(end).Take(h.Count).Select(t => t.Raw), StringComparer.Ordinal));
            var said = meanings.Where(m => m.Written == string.Concat(tokens.Skip(from).Take(end - from).Select(t => t.Raw))).ToList();
            if (said.Count > 0 && (honorific is not null || IsPossessive(utterance, tokens[end - 1]))) yield return (end + (honorific?.Count ?? 0), said);
        }
    }

    public static string WithoutHonorific(string name)
    {
        var honorific = Honorifics.Select(h => string.Concat(h.Select(t => t.Raw))).FirstOrDefault(h => name.Length > h.Length + 1 && name.EndsWith(h, StringComparison.Ordinal));
        return honorific is null ? name : name[..^honorific.Length];
    }

    private static bool IsPossessive(string utterance, Token name) =>
        name.Script == Script.Word && name.End + 1 < utterance.Length && utterance[name.End] is '\'' or '’' or '＇' && utterance[name.End + 1] is 's' or 'S';

    /// <summary>The one column of people: by what it is called, and, where that leaves several or none, by names of people in it.</summary>
    public static Column? ColumnOf(IEnumerable<Column> visible)
    {
        List<Column> texts = [.. visible.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: > 1 })];
        List<Column> called = [.. texts.Where(IsOfPeople)];
        // 職員番号 and 職員名 are one person.
        if (called.Count > 1) called.RemoveAll(RowNames.IsNumber);
        // Whoever applied is meant before whoever approved.
        if (called.Count > 1 && called.FindAll(c => !Approves(c)) is { Count: > 0 } doers) called = doers;
        if (called is [var only]) return only;
        if ((called.Count == 0 ? texts : called).Where(HasNames).ToList() is [var named]) return named;
        return called.Count == 0 && texts.Where(IsOfSomebody).ToList() is [var doer] ? doer : null;
    }

    public static bool Approves(Column column) =>
        (column.SourceName ?? column.Name) is var name && (Array.Exists(Approvers, word => name.Contains(word, StringComparison.OrdinalIgnoreCase)));

    private static readonly string[] Approvers = ["承認者", "確認者", "検印", "上長", "決裁者", "approver", "approved by", "approved_by", "reviewer", "checker"];

    /// <summary>Roaster, Officer ID: by the general dictionary its last word is a noun for a person.</summary>
    public static bool IsOfSomebody(Column column) =>
        ColumnForms.NamesOf(column).Any(name => name.LastOrDefault(t => t.Raw is not ("id" or "no" or "number" or "code" or "name")) is { Script: Script.Word } last && PersonNouns.Are([last]));

    /// <summary>平井 美和, Rob Attwell: a given and a family name, of which some are no words of the language. Names of things are made of such words.</summary>
    public static bool HasNames(Column column)
    {
        if (column.Values is not { Count: > 2 } values) return false;
        List<string[]> names = [.. values.Select(value => value.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries)).Where(IsName)];
        return names.Count >= values.Count * MostAre && names.Count(name => name[^1][0] > 0x2E7F || !WordSpace.Has(name[^1].ToLowerInvariant())) >= names.Count * SomeAre;
    }

    private static bool IsName(string[] parts) => parts.Length is 2 or 3
        && (parts.Length == 2 && parts.All(part => part.Length <= 4 && part.All(c => c is >= '\u3040' and <= '\u9fff')) || (parts.All(part => char.IsUpper(part[0]) && part[0] < 0x250 && part.All(c => char.IsLetter(c) || c is '.' or '\'' or '-')) && parts[^1].Length > 2));

    public static bool IsOfPeople(Column column)
    {
        string[] called = [column.Name, column.SourceName ?? column.Name, .. column.Titles.Values, .. column.Synonyms];
        return called.Any(c => JapaneseRoles.Any(r => c.Contains(r, StringComparison.Ordinal)) || Tokens.OfName(c).Any(t => Roles.Contains(t.Text)));
    }
}
