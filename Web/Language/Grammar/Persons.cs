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

    /// <summary>The one column of people; null where the rows are people themselves, or where it is not clear who is meant.</summary>
    public static Column? ColumnOf(Scene scene)
    {
        if (scene.Lexicon.Identity is { } identity && People.IsOfPeople(identity)) return null;
        List<Column> people = [.. scene.Contract.Columns.Where(c => c is { Hidden: false, Related: null, Type: ColumnType.Text, Role: ColumnRole.Dimension, Values.Count: > 1 } && People.IsOfPeople(c))];
        return people is [var only] ? only : null;
    }
}
