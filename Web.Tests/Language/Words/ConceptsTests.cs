using Web.Language;
using Web.Semantics;

namespace Web.Tests.Language.Words;

/// <summary>A narrow name may be said by a wider word; a wide one is never said by a narrow word.</summary>
public sealed class ConceptsTests
{
    [Theory]
    [InlineData("広告費", "cost by branch", true)]
    [InlineData("Freight Cost", "広告費をbranch別に", false)]
    [InlineData("cost", "広告費をbranch別に", false)]
    [InlineData("会費", "fee by branch", true)]
    [InlineData("会費", "授業料をbranch別に", false)]
    [InlineData("interest rate", "average price by branch", false)]
    public void A_word_is_heard_one_way(string header, string words, bool understood)
    {
        var contract = new DatasetContract
        {
            Key = "export_81",
            Columns = [new() { Name = "branch", Type = ColumnType.Text, Role = ColumnRole.Dimension, Values = ["Ely", "Ripon"] }, new() { Name = header, Type = ColumnType.Number, Role = ColumnRole.Measure, DefaultAggregate = "sum" }],
        };
        var answer = InterpreterTests.Ask(words, [contract]);
        Assert.Equal(understood, answer is Understood { Readings: [{ Query.Measures: [{ Field: { } field }] }, ..] } && field == header);
    }
}
