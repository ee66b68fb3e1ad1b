namespace Web.Language;

/// <summary>What is known of a person.</summary>
internal static class PeopleWords
{
    public const string Names = """
        gender, sex, 性別, 男女, 雌雄, オスメス, オス・メス, 雄雌
        name, 名前, 名称, 氏名
        title, タイトル, 題名, 作品, 作品名, 題
        person, 人, 者
        birth, 誕生, 出生, 生年
        birthday, date of birth, birth date, 生年月日, 誕生日
        marital status, 婚姻状況, 婚姻
        education, 学歴, 教育
        language, 言語
        birth rate, 出生率
        death rate, mortality, 死亡率
        first name, given name, 名, 下の名前
        last name, family name, surname, 姓, 苗字, 名字
        full name, name, 氏名, 名前, 姓名, フルネーム
        gender, sex, 性別, 男女, 雌雄, オスメス, オス・メス, 雄雌
        age, years of age, 年齢, 歳, 才, 年令, 齢
        age group, age band, age bracket, age range, generation, 年代, 年齢層, 年齢階層, 世代, 年齢区分
        date of birth, birth date, birthday, birthdate, born, 生年月日, 誕生日
        birth year, year of birth, 生年, 誕生年, 生まれ年, 出生年
        birthplace, place of birth, home town, hometown, 出身地, 出生地, 出身
        nationality, citizenship, country of origin, 国籍, 出身国
        marital status, married, 婚姻状況, 既婚, 配偶者
        child, number of child, children, kids, 子供, 子ども, 子供の数, 子供数
        blood type, 血液型
        phone, phone number, telephone, 電話, 電話番号
        email, mail, email address, mail address, メール, メールアドレス, eメール
        height, body height, 身長, 背
        weight, body weight, 体重
        hobby, interest, 趣味
        residence, home address, residential area, area of residence, 居住地, 住まい, 居住区, 居住地域, 住所
        race, ethnicity, ethnic group, 人種, 民族
        religion, 宗教
        eye color, 目の色
        hair color, 髪の色
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        person, people, man, woman, individual, resident, 人, 人々, 方, 個人, 住民
        member, user, subscriber, 会員, メンバー, 利用者
        respondent, participant, attendee, guest, 回答者, 参加者, 出席者, ゲスト
        child, kid, 子供, 子ども
        """;
}
