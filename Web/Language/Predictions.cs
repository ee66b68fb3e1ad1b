using System.Text.RegularExpressions;

namespace Web.Language;

/// <summary>"who is going to win", 誰が優勝しそう, "what is the weather tomorrow": nobody knows, and no count of rows answers it.</summary>
internal static partial class Predictions
{
    public static bool AreAskedFor(string utterance) => English().IsMatch(utterance) || Japanese().IsMatch(utterance) || Weather().IsMatch(utterance);

    [GeneratedRegex(@"^\W*(who\b('?s| is| are| will be)?|(which|what) \w+( \w+)?) ?('?ll|will|is|are|'?s)? ?(going to|gonna|likely to|will|bound to|set to|about to)? ?\b(?<=(going to|gonna|likely to|will|bound to|set to|about to|'ll) )(win|lose|beat|be (the )?(champion|best|first|next|top|winner)|become|finish|end up|come (out|first|last)|lead|top|retire|get (promoted|fired|relegated|elected)|make it|score the|quit|leave|succeed|fail|take the)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex English();

    [GeneratedRegex("^(来年|来季|今年|今季|次|来シーズン|次回)?(は|の|に)?(優勝は|優勝するのは|勝つのは|受賞するのは)?(誰|だれ|どのチーム|どの選手|どこ|どの\\w{1,6})(が|に|は).{0,12}(優勝する|優勝でき|勝つ|勝ちそう|勝てそう|勝てる|優勝しそう|なりそう|受賞しそう|受賞する|だと思|と思う|と思い|勝利する|当選する|当選しそう)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Japanese();

    [GeneratedRegex(@"^\W*((what|how)('?s| is| will)? the weather( be| going to be)?( like)?( (today|tomorrow|tonight|now|outside|this week|next week|this weekend|on \w+|in \w+))*|will it (rain|snow|be (sunny|cloudy|warm|cold|hot))( (today|tomorrow|tonight|this week|next week|this weekend|on \w+))*|(今日|明日|明後日|今夜|週末|今週末|来週)の(天気|天候)(は|って|を|が)?(どう|教えて|何|知りたい)?(ですか|なの|なる|なりますか|です)?)\W*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Weather();
}
