using System.Text.RegularExpressions;

namespace Web.Language;

/// <summary>"who is going to win", 誰が優勝しそう: nobody knows, and no count of rows answers it.</summary>
internal static partial class Predictions
{
    public static bool AreAskedFor(string utterance) => English().IsMatch(utterance) || Japanese().IsMatch(utterance);

    [GeneratedRegex(@"^\W*(who\b('?s| is| are| will be)?|(which|what) \w+( \w+)?) ?('?ll|will|is|are|'?s)? ?(going to|gonna|likely to|will|bound to|set to|about to)? ?\b(?<=(going to|gonna|likely to|will|bound to|set to|about to|'ll) )(win|lose|beat|be (the )?(champion|best|first|next|top|winner)|become|finish|end up|come (out|first|last)|lead|top|retire|get (promoted|fired|relegated|elected)|make it|score the|quit|leave|succeed|fail|take the)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex English();

    [GeneratedRegex("^(来年|来季|今年|今季|次|来シーズン|次回)?(は|の|に)?(優勝は|優勝するのは|勝つのは|受賞するのは)?(誰|だれ|どのチーム|どの選手|どこ|どの\\w{1,6})(が|に|は).{0,12}(優勝する|優勝でき|勝つ|勝ちそう|勝てそう|勝てる|優勝しそう|なりそう|受賞しそう|受賞する|だと思|と思う|と思い|勝利する|当選する|当選しそう)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Japanese();
}
