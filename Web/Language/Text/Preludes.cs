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
        var from = 0;
        foreach (var lead in new[] { Before, Told, Occasion, Asker, Before })
        {
            if (lead.Match(utterance, from, utterance.Length - from) is { Success: true, Length: > 0 } said && utterance.Length - from - said.Length >= LeastLeft) from += said.Length;
        }
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

    /// <summary>What it is for, who asked for it, and what is said while one thinks.</summary>
    private static readonly Regex Told = new("""
        ^\s*(?:
          (?:(?:来週|今週|明日|あした|今日|本日|明後日|次|次回|今度|来月|午後|午前)の)?(?:(?:営業|経営|役員|取締役|部|課|全体|定例|社内)?(?:会議|役員会|取締役会|報告会|説明会|勉強会|定例会|朝会|プレゼン|ミーティング|打ち合わせ|打合せ|資料|報告書|レポート))(?:(?:で|に)(?:使う|見せる|報告する|説明する|発表する)ので|向けに|のために|用に)[、,]?
        | (?:季節性|傾向|様子|全体像|全体感)(?:を|が)(?:見たい|知りたい|つかみたい)ので[、,]?
        | (?:社長|専務|常務|本部長|部長|課長|係長|店長|上司|役員|経営陣|同僚|先輩|監査役?)(?:に|から)(?:聞かれ|頼まれ|言われ|依頼され|指示され)(?:ました|た|ています|たので|まして|て)[。、,]\s*
        | (?:えーっと|えっと|ええと|えーと|あのー?|うーん|そういえば|ちなみに)[、,。\s]+
        | (?:i'?\s?a?m|we'?\s?a?re)\s(?:preparing|working\son|writing|putting\stogether|building|making|getting\sready\sfor)\s(?:an?|the|my|our|this|tomorrow'?s)?\s?(?:[a-z-]+\s)?(?:report|deck|presentation|slides?|meeting|review|memo|talk|paper|article|newsletter|dashboard|summary)\sand\s(?:i\s|we\s)?(?:need|want|would\slike)\s
        | (?:i|we)(?:'ve|\shave)\sbeen\slooking\sat\s(?:this|these|it|our\s(?:figures|numbers|data)|the\s(?:figures|numbers|data))[^.?!0-9]{0,40}[.!]\s+
        | sorry\s(?:to|for|about)\s(?:bother|the|disturb|ask|keep)[^,.?!0-9]{0,30}[,.]\s*(?:but\s)?
        | (?:(?:so|ok|okay|well|right|um|hmm|alright|now)[,.]\s+)?(?:just\s)?out\sof\scuriosity[,:]\s*
        )+
        """, Plain, Ever);

    /// <summary>Which paper it is for, which superior or customer asked for it, and to whom one speaks.</summary>
    private static readonly Regex Occasion = new("""
        ^\s*(?:
          (?:(?:経営|営業|役員|取締役|社内|社外|月次|週次|年次|定例|報告|説明|発表|企画|打ち合わせ|プレゼン)?(?:会|会議)?(?:用)?の?(?:資料|報告書|レポート|企画書|議事録|スライド)を(?:作って|作成して|準備して|まとめて|書いて)(?:います|いて|いるの(?:です|だ)が|いるところ(?:です|で)))[。、,]\s*
        | (?:社長|専務|常務|本部長|部長|課長|係長|店長|上司|役員|経営陣|同僚|先輩|お客様|取引先)(?:に|から)(?:聞かれ|頼まれ|言われ|依頼され|指示され|質問され)て(?:いる|る)(?:の|ん)(?:です|だ)(?:が|けど|けれど)[、,]?\s*
        | (?:ちょっと|少し|すこし)?(?:気になった|気になっている|気になる|聞きたい|確認したい|知りたい)(?:の|ん|こと)(?:です|だ)(?:が|けど|けれど)[、,]?\s*
        | my\s(?:boss|manager|team|director|client|ceo|cfo|colleague)s?\s(?:is|are)\s(?:asking|wondering)\s(?:about|for)\s
        | my\s(?:boss|manager|team|director|client|ceo|cfo|colleague)s?\s(?:wants|asked|needs|would\slike)\s(?:to\s(?:know|see)|me\sfor|for)\s
        | (?:so\s)?(?:we|i)(?:'re|'m|\sare|\sam)\s(?:talking|speaking|meeting|presenting|reporting)\s(?:to|with)\s(?:the\s|our\s|my\s)?(?:suppliers|board|team|management|investors|partners|customers|clients|bank|auditors|boss|director|ceo)(?:\s(?:tomorrow|today|later|soon|this\s(?:morning|afternoon)|on\s[a-z]+day|next\sweek))?,\s+(?:(?:so\s)?what\s(?:i|we)(?:'d|\swould)?\sneed\sis\s)?
        )+
        """, Plain, Ever);

    /// <summary>Who would like to know, and a label before the request.</summary>
    private static readonly Regex Asker = new("""
        ^\s*(?:
          (?:our|the|my)\s(?:[a-z-]+\s){0,3}(?:team|department|board|management|managers|boss|director|committee|staff|ceo|cfo)\s(?:would\slike|wants|want|needs|need|asked|asks|is\strying|are\strying)\s(?:me\s|us\s)?to\s(?:know|see|understand|find\sout|get)\s
          | (?:i'?\s?a?m|we'?\s?a?re)\s(?:preparing|writing|building|making|planning)\s[^,.;:?!]{1,40}\sand\s(?:i\s|we\s)?(?:would\slike|'d\slike|want|need)\sto\s(?:know|see|understand|show|have)\s
          | i\s(?:wonder|was\swondering)\s(?:whether|if)\syou\s(?:could|can|might)\s
          | (?:note|notes|memo|reminder|to\sdo|todo)(?:\sfor\s[^:,.0-9]{1,24})?:\s+
          | (?:メモ|覚え書き|備忘|依頼|お願い|質問)[:：]\s*
        )
        """, Plain, Ever);

    private static readonly Regex Behind = new("""
        (?:(?:て)?(?:もらえ|いただけ|頂け|くれ)(?:る|ます|たら|ると|れば)と?(?:助か|嬉し|うれし|ありがた|有り難|幸い)[^、。0-9０-９]{0,6}[。.]?\s*(?:よろしく[^、。0-9０-９]{0,10}[。.]?)?\s*$) |
        (?:[,.;!?]?\s(?:thx|thanks|thank\syou|ty|cheers)(?:\s(?:a\slot|so\smuch|in\sadvance|very\smuch))?[.!]*$)
        | (?:[,.;-]\s*(?:i|we)(?:'m|\sam|'re|\sare|\sneed|\sam\sgoing|\swant|\shave)\s[^,.?!]*(?:for|writing|preparing|working|making|doing|presenting)\b[^,.?!]*[.!]*$)
        | (?:[,.;]?\sfor\s(?:my|our|the|an?)\s(?:report|presentation|deck|slides?|thesis|meeting|board\smeeting|paper|article|newsletter|homework)[.!]*$)
        """, Plain, Ever);
}
