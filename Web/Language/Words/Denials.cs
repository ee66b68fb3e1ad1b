namespace Web.Language;

/// <summary>Words that leave out, and words for what is not filled in.</summary>
internal static class Denials
{
    public const string Words = """
        Not not: arent, isnt, wasnt, werent, doesnt, dont, didnt, hasnt, havent, hadnt, aint, never, hadn't, had not, has not, have not, has never, have never, was never, were never, neither, apart from the, except the, other than the, besides the, barring the, not as, wasn't, that arent, that isnt, that werent, that wasnt, that aren't, that isn't, that weren't, that wasn't, who arent, who aren't, who isnt, who isn't, which aren't, which isn't, which arent, which isnt, weren't, doesn't, don't, didn't, hasn't, haven't, was not, were not, does not, do not, did not, not including, not counting, leaving aside, ignoring, omit, omitting, skipping, minus the, sans, that are not, which are not, who are not, that is not, not from, not in the, everything except, everyone except, everything but, anything that isn't, anything that is not, anything that isnt, anything which is not, anything other than, anyone who isn't, everything that isn't, everything that is not, all that are not, those that are not, all except, all but, anything but, with the exception of, exclusive of, !barring
        NotAfter not: でもない, でもなく, でもないもの, になっていない, になってない, となっていない, となってない, にはなっていない, になっていなかった, でなかった, ではなかった, じゃなかった, じゃないもの, ではない方, でない方, でない人, ではない人, じゃない人, ではないの, でないの, を除いたもの, を除外して, 以外のもの, 以外のすべて, 以外の全部, 以外全て, 以外すべての, は抜いて, は抜きで, を抜いて, は入れないで, を入れないで, は含めないで, を含めないで, は要らない, はいらない, はなしで, は無しで, を外すと, を抜くと, を除けば, を除くと, を除外した, 除外した, を除くと, 除きで, を除き, 除き, を抜かして, 抜きで, 抜きの, を含めない, 含めず, は含めず, を含めず, 以外で, 以外は, ではなく, ではないもの, でないもの, じゃない方, は除く, は除いて, は除外, を外した, を省いて, を省いた, 省いて, 以外すべて, 以外全部
        Null null: do not have any, does not have any, did not have any, don't receive any, do not receive any, does not receive any, did not receive any, didn't receive any, received no, receive no, receives no, do not get any, lacking a, lacking an, lacking any, not filled, not filled in, unfilled, not set, unset, not recorded, unrecorded, not entered, unspecified, not specified, unassigned, not assigned, no value, no recorded, without any, have no, has no, had no, with no, don't have, doesn't have, do not have, does not have, don't have any, doesn't have any, don't get any, doesn't get any, don't get, doesn't get, do not get, don't receive, doesn't receive, lack, lacks, lacking, is missing, are missing, are null, is blank, are blank, is empty, are empty, left blank, left empty, n/a, ブランク, 空白, 無記入, 未記入, 欠測, 記載なし, 記録なし, 入力なし, データなし, 値なし, 未定, もらっていない, もらってない, を受け取っていない, 受け取っていない, 支給されていない, 設定されていない, 入力されていない, 記入されていない, 登録されていない, 記録されていない, 持っていない, 入っていない, 付いていない, ついていない, 割り当てられていない, 終わっていない, 完了していない
        NotNull not_null: is not null, are not null, isn't null, aren't null, non null, nonnull, not missing, not unknown, nullではない, nullでない, null以外, 空ではない, 空白でない, 空白ではない, 空欄でない, 空欄ではない, 未入力でない, もらっている, 受け取っている, 支給されている, 設定されている, 入力されている, 記入されている, 登録されている, 記録されている, 記入済み, 記録あり, 入力あり, 値あり
        Between between: in the range from, within the range, within the range of, in a range of, falls between, anywhere between, anywhere from
        Compare >=: not below, not under, not less than, a minimum of, starting at, upward of
        Compare <=: not above, a maximum of, no higher than, no larger than, no longer than, not longer than, at the most
        Compare >: in excess, surpassing, surpass, surpasses, beyond
        Compare <: short of, lesser than, inferior to
        CompareAfter >=: or higher than, and higher, and more, or up, and older, or greater than, 以上ある, 以上かかった, を下らない, より下でない
        CompareAfter <=: or fewer, and less, or cheaper, 以下しか, を超えない, 以内の, 以下である
        CompareAfter >: を超過, を越える, を越えた, を越えて, より上の, より大きな, より高額, より広い, より遠い, より濃い, より強い, オーバー, を超えて, を超す, を超した
        CompareAfter <: に届かない, を割る, を割った, を割り込む, より狭い, より近い, より薄い, より弱い, に達しない, 足らず, より下の
        """;
}
