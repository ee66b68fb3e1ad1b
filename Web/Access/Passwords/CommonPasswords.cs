using System.Collections.Frozen;
using System.Text;

namespace Web.Access.Passwords;

/// <summary>
/// Tells passwords that are tried first: common words in any spelling and order with figures around them, keys in a row,
/// runs, and repetitions. The words are our own list of what such lists hold most; with ten characters at least, nearly
/// everything else on them is made of these.
/// </summary>
internal static class CommonPasswords
{
    private const int ShortestRest = 4, ManyLetters = 20;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop", "azertyuiop", "1234567890", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "zaqxswcdevfrbgtnhymjukilop", "aiueokakikukekosashisuseso", "poiuytrewq", "lkjhgfdsa", "mnbvcxz",
    ];

    private static readonly FrozenSet<string> Words = """
        password passwort passwd passcode passphrase pass pw motdepasse contrasena senha pasuwado pasuwaado welcome letmein changeme change me please open sesame opensesame
        admin administrator root user guest login signin logon system sysadmin support service server default temp temporary test testing tester demo sample example trial
        secret private secure security access master manager owner office company business team work job home house family
        hello hi goodbye love iloveyou ilove you lovely lover baby babygirl angel princess prince queen king kitty hellokitty sweet sweety honey sugar cookie chocolate candy
        sunshine sunny summer winter spring autumn fall january february march april may june july august september october november december
        monday tuesday wednesday thursday friday saturday sunday today tomorrow forever always never
        monkey dragon tiger lion eagle falcon panda bear wolf dog doggy puppy cat kitten horse dolphin shark snake phoenix butterfly unicorn chicken turtle rabbit mouse
        football soccer baseball basketball hockey tennis golf rugby sumo judo karate player champion winner lucky number one
        superman batman spiderman ironman wonderwoman pokemon pikachu doraemon naruto sasuke goku luffy onepiece totoro gundam mario luigi zelda sonic minecraft fortnite starwars jedi yoda vader matrix neo avengers hacker ninja samurai shogun
        michael jordan michelle jessica jennifer ashley daniel thomas robert charlie george harry william james david andrew anthony joshua matthew nicole amanda hannah maria anna alex max
        tanaka suzuki sato satou takahashi watanabe ito yamamoto nakamura kobayashi kato yoshida yamada sasaki hanako taro tarou ichiro jiro sakura haruka misaki yuki hiroshi takashi kenji
        japan nippon nihon tokyo osaka kyoto nagoya sapporo fukuoka yokohama kobe sendai fuji fujisan england london paris berlin america newyork california texas canada china beijing korea seoul
        arigato arigatou konnichiwa ohayou sayonara kawaii daisuki aishiteru yoroshiku onegai ganbare ganbaru banzai sushi ramen sake
        google apple microsoft windows linux android iphone samsung sony nintendo playstation xbox facebook instagram twitter youtube amazon netflix internet computer laptop network database oracle cisco
        money dollar bitcoin crypto bank account credit salary bonus rich freedom liberty peace power energy magic mystery shadow ghost devil demon god jesus christ heaven angelica
        blue red green yellow black white pink purple orange silver gold golden diamond ruby crystal rainbow star stars moon sun sky ocean river mountain flower rose lily cherry banana pepper ginger
        whatever nothing something anything everything trustno trust no fuckyou fuck you asshole bitch shit sexy hot cool super mega ultra best good great awesome amazing beautiful
        hunter ranger killer shooter soldier sniper warrior knight wizard pirate captain mustang ferrari porsche corvette harley yamaha honda toyota mercedes bmw audi
        さくら ぱすわーど パスワード こんにちは ありがとう あいしてる だいすき
        abc abcd abcde qwe qwer qwert qwerty asdf asdfgh zxc zxcv zxcvbn qaz wsx edc xyz aaa abcabc my the our is it in a i new
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly int Longest = Words.Max(word => word.Length);

    public static bool Contain(string password)
    {
        var plain = password.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        return IsRepeated(plain) || IsRun(plain) || IsCommon(plain) || IsCommon(Spelled(plain));
    }

    /// <summary>What remains when common words and everything that is no letter are taken away is short. Many words in a row are another matter.</summary>
    private static bool IsCommon(string plain)
    {
        var letters = string.Concat(plain.Where(letter => char.IsLetter(letter) || letter > 127));
        return letters.Length < ManyLetters && Rest(letters) < ShortestRest;
    }

    /// <summary>How many letters no row of common words covers, at best.</summary>
    private static int Rest(string letters)
    {
        var least = new int[letters.Length + 1];
        for (var end = 1; end <= letters.Length; end++)
        {
            least[end] = least[end - 1] + 1;
            for (var length = 1; length <= Math.Min(Longest, end); length++)
                if (Words.Contains(letters[(end - length)..end])) least[end] = Math.Min(least[end], least[end - length]);
        }
        return least[^1];
    }

    /// <summary>One short thing over and over: <c>aaaaaaaaaa</c>, <c>abcabcabcabc</c>.</summary>
    private static bool IsRepeated(string plain) =>
        Enumerable.Range(1, Math.Max(1, plain.Length / 2)).Any(length => length <= 5 && Enumerable.Range(length, plain.Length - length).All(at => plain[at] == plain[at - length]));

    /// <summary>Keys or letters in a row, one row after another, forwards or backwards.</summary>
    private static bool IsRun(string plain)
    {
        var (covered, at) = (0, 0);
        while (at < plain.Length)
        {
            var run = Rows.Max(row => Math.Max(Along(row, plain, at), Along(string.Concat(row.Reverse()), plain, at)));
            if (run >= 3) covered += run;
            at += Math.Max(1, run);
        }
        return plain.Length - covered <= 2;
    }

    private static int Along(string row, string plain, int at)
    {
        var start = row.IndexOf(plain[at], StringComparison.Ordinal);
        var length = 0;
        while (start >= 0 && at + length < plain.Length && start + length < row.Length && row[start + length] == plain[at + length]) length++;
        return length;
    }

    /// <summary>Figures and signs that stand for letters, read as those.</summary>
    private static string Spelled(string plain) => string.Concat(plain.Select(letter => letter switch
    {
        '0' => 'o',
        '1' or '!' or '|' => 'i',
        '3' => 'e',
        '4' or '@' => 'a',
        '5' or '$' => 's',
        '7' or '+' => 't',
        '8' => 'b',
        '9' => 'g',
        _ => letter,
    }));
}
