using System.Text.RegularExpressions;

namespace Web.Language;

/// <summary>Who asks and what for: 看護師です。 or 会議で使うので、 before a request, "I'm writing an article about it" behind it. It says nothing of the data.</summary>
internal static class Preludes
{
    private const int LeastLeft = 4, MostRead = 500;
    private const RegexOptions Plain = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture;
    private static readonly TimeSpan Ever = TimeSpan.FromMinutes(1); // linear in what is read: no time is ever run out of

    /// <summary>The part of the utterance that asks.</summary>
    public static (int From, int To) Of(string utterance)
    {
        if (utterance.Length > MostRead) return (0, utterance.Length);
        var from = Before.Match(utterance) is { Success: true, Length: > 0 } before && utterance.Length - before.Length >= LeastLeft ? before.Length : 0;
        var to = Behind.Match(utterance, from) is { Success: true } behind && behind.Index - from >= LeastLeft ? behind.Index : utterance.Length;
        return (from, to);
    }

    private static readonly Regex Before = new("""
        ^\s*(?:
          (?:すみません|すいません|恐れ入りますが|お疲れ様です|お疲れさまです|お世話になっております|お世話になります|こんにちは|おはようございます)[、。,!！\s]*
        | [^、。,0-9０-９別毎ごと]{1,10}(?:です|と申します|の者です|をしています)。\s*
        | [^、。,別毎]{0,14}?(?:見せ|使い|使う|出す|書く|書いて|提出|報告|説明|発表|貼り|貼る|載せ|配る|配布|共有|参考|資料|会議|論文|記事|レポート|プレゼン)[^、。,別毎]{0,10}?(?:ので|ため|ために|用に|だから|んで|から)[、,]\s*
        | (?:hi|hello|hey|dear|good\s(?:morning|afternoon))(?:\s(?:there|all|team|everyone))?[,.!:]\s*
        | (?:i'?\s?a?m|we'?\s?a?re)\s(?:an?|the)\s[a-z][a-z -]{1,40}[,.;:]\s+
        | as\san?\s[a-z][a-z -]{1,24},\s+
        | for\s(?:my|our|the|an?|tomorrow'?s|next\sweek'?s)\s(?:[a-z-]+\s)?(?:report|presentation|deck|slides?|thesis|meeting|board(?:\smeeting)?|paper|article|talk|review|newsletter|class|homework)[a-z ]{0,20}[,:]\s*
        )+
        """, Plain, Ever);

    private static readonly Regex Behind = new("""
        (?:[,.;!?]?\s(?:thx|thanks|thank\syou|ty|cheers)(?:\s(?:a\slot|so\smuch|in\sadvance|very\smuch))?[.!]*$)
        | (?:[,.;-]\s*(?:i|we)(?:'m|\sam|'re|\sare|\sneed|\sam\sgoing|\swant|\shave)\s[^,.?!]*(?:for|writing|preparing|working|making|doing|presenting)\b[^,.?!]*[.!]*$)
        | (?:[,.;]?\sfor\s(?:my|our|the|an?)\s(?:report|presentation|deck|slides?|thesis|meeting|board\smeeting|paper|article|newsletter|homework)[.!]*$)
        """, Plain, Ever);
}
