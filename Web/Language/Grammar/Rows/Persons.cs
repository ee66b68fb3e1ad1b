using Web.Semantics;

namespace Web.Language;

/// <summary>"who closed the most deals", 一番多く受注したのは誰: the people of a table whose rows are none.</summary>
internal static class Persons
{
    public static bool AreAskedFor(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i) is "who" or "誰" or "だれ");

    /// <summary>member, patient, customer.</summary>
    public static bool IsNoun(Token word) => Compared.Persons.Contains(word.Text) && word.Text is not ("guest" or "customer" or "adult" or "child" or "agent");

    /// <summary>The table itself is called after people.</summary>
    public static bool AreNamed(DatasetContract contract) => contract.Titles.Values.Prepend(contract.Key).Any(title => Tokens.OfName(title).Exists(t => Compared.Persons.Contains(t.Text)));

    private static readonly string[] JapaneseNouns = ["利用者", "契約者", "会員", "顧客", "患者", "社員", "従業員", "学生", "生徒", "加入者", "登録者", "購入者", "寄附者", "寄付者", "受講者", "参加者", "借受者", "乗客", "被保険者", "申込者", "申請者", "来館者", "来院者", "ユーザー", "ユーザ", "お客様", "得意先", "借り手", "借りた人"];

    /// <summary>A noun of people where the rows themselves are none: borrowers in a table of loans.</summary>
    public static bool AreNamed(Scene scene, int i)
    {
        if (i < 0 || i >= scene.Count || !(scene.IsUnknown(i) || scene[i] is EntityMeaning { Quality: < 0.8 })) return false;
        var noun = scene.IsJapanese(i) ? JapaneseNouns.Contains(scene.Raw(i)) : Compared.Persons.Contains(scene.LastToken(i).Text);
        return noun && !AreNamed(scene.Contract) && (scene.Lexicon.Identity is not { } identity || !(People.IsOfPeople(identity) || IsNumberOfPerson(identity)));
    }

    /// <summary>誰が承認した: of those who apply and those who approve it is not clear who is meant.</summary>
    private static bool SaysApproval(Scene scene) => Enumerable.Range(0, scene.Count).Any(i => scene.Raw(i) is var word && (word.StartsWith("承認", StringComparison.Ordinal) || word.StartsWith("決裁", StringComparison.Ordinal) || word.StartsWith("確認", StringComparison.Ordinal) || word.StartsWith("approv", StringComparison.Ordinal) || word.StartsWith("review", StringComparison.Ordinal) || word.StartsWith("check", StringComparison.Ordinal)));

    /// <summary>user_number, 契約者ID: the one number of a person that the rows carry.</summary>
    public static Column? NumberOf(Scene scene)
    {
        List<Column> numbers = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Role: ColumnRole.Dimension } && RowNames.IsNumber(c) && IsNumberOfPerson(c))];
        return numbers is [var only] ? only : null;
    }

    public static bool IsNumberOfPerson(Column column) =>
        column.Titles.Values.Append(column.SourceName ?? column.Name).Any(n => JapaneseNouns.Any(p => n.StartsWith(p, StringComparison.Ordinal))) || ColumnForms.NamesOf(column).Any(name => name.Count > 1 && name.Any(t => Compared.Persons.Contains(t.Text)));

    /// <summary>The one column of people; null where the rows are people themselves, or where it is not clear who is meant.</summary>
    public static Column? ColumnOf(Scene scene)
    {
        if (scene.Lexicon.Identity is { } identity && People.IsOfPeople(identity)) return null;
        return scene.Lexicon.PersonColumn is { } person && !(SaysApproval(scene) && scene.Contract.Columns.Any(c => c is { Hidden: false } && c != person && People.Approves(c))) ? person : null;
    }
}
