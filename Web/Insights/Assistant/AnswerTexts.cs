namespace Web.Insights.Assistant;

/// <summary>The words around an answer: its chips' forms, its rows, its history.</summary>
public sealed class AnswerTexts
{
    private AnswerTexts()
    {
    }
}
