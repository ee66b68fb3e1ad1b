using Web.Crm.Contacts;

namespace Web.Demo.Words;

/// <summary>The people at the customers.</summary>
internal static class PeopleNames
{
    private static readonly (string Name, string Kana, string Latin)[] Families =
    [
        ("矢島", "ヤジマ", "yajima"), ("武藤", "ムトウ", "muto"), ("真壁", "マカベ", "makabe"), ("榎本", "エノモト", "enomoto"), ("柏木", "カシワギ", "kashiwagi"), ("水野", "ミズノ", "mizuno"),
        ("長谷川", "ハセガワ", "hasegawa"), ("三浦", "ミウラ", "miura"), ("大塚", "オオツカ", "otsuka"), ("今井", "イマイ", "imai"), ("河合", "カワイ", "kawai"), ("増田", "マスダ", "masuda"),
        ("杉山", "スギヤマ", "sugiyama"), ("平野", "ヒラノ", "hirano"), ("久保田", "クボタ", "kubota"), ("野口", "ノグチ", "noguchi"), ("松井", "マツイ", "matsui"), ("菊地", "キクチ", "kikuchi"),
        ("古川", "フルカワ", "furukawa"), ("島田", "シマダ", "shimada"), ("桜井", "サクライ", "sakurai"), ("丸山", "マルヤマ", "maruyama"), ("新井", "アライ", "arai"), ("渡部", "ワタナベ", "watanabe"),
    ];

    private static readonly (string Name, string Kana)[] Givens =
    [
        ("薫", "カオル"), ("誠司", "セイジ"), ("陽子", "ヨウコ"), ("拓也", "タクヤ"), ("麻衣", "マイ"), ("健一", "ケンイチ"), ("千尋", "チヒロ"), ("悠斗", "ユウト"), ("由美", "ユミ"), ("浩", "ヒロシ"),
        ("彩香", "アヤカ"), ("俊介", "シュンスケ"), ("恵", "メグミ"), ("大輔", "ダイスケ"), ("奈緒", "ナオ"), ("隆", "タカシ"), ("沙織", "サオリ"), ("亮太", "リョウタ"), ("美穂", "ミホ"), ("徹", "トオル"),
    ];

    private static readonly string[] EnglishFamilies =
    [
        "Brandt", "Okafor", "Hughes", "Larsen", "Moretti", "Novak", "Patel", "Quinn", "Reyes", "Sato", "Thompson", "Ueland", "Varga", "Walsh", "Young", "Zhang", "Adler", "Bishop", "Castillo", "Donovan", "Ellis", "Foster",
    ];

    private static readonly string[] EnglishGivens =
    [
        "Lena", "Samuel", "Ingrid", "Peter", "Amara", "Julian", "Sofia", "Henrik", "Claire", "Mateo", "Nora", "Isaac", "Maya", "Felix", "Eleanor", "Victor", "June", "Theo", "Alice", "Ravi",
    ];

    private static readonly string[] Titles = ["購買課長", "購買担当", "品質保証部長", "工場長", "生産技術課長", "検査課 主任", "研究員", "設備担当", "取締役", "経理課長"];
    private static readonly string[] EnglishTitles = ["Purchasing manager", "Buyer", "Quality lead", "Plant manager", "Head of operations", "General manager", "Lab manager", "Finance director", "Owner"];

    public static ContactDetails At(DemoCustomer customer, Guid account, Guid? owner, int number, Dice dice)
    {
        var phone = FormattableString.Invariant($"{(customer.English ? "+1 555" : "03-5550")}-{dice.Between(1000, 9999)}");
        if (customer.English)
        {
            var (given, family) = (dice.Pick(EnglishGivens), dice.Pick(EnglishFamilies));
            return new ContactDetails
            {
                FamilyName = family,
                GivenName = given,
                AccountId = account,
                OwnerId = owner,
                JobTitle = dice.Pick(EnglishTitles),
                Phones = [phone],
                Emails = [$"{given.ToLowerInvariant()}.{family.ToLowerInvariant()}{number}@{customer.Domain}"],
            };
        }
        var (name, first) = (dice.Pick(Families), dice.Pick(Givens));
        return new ContactDetails
        {
            FamilyName = name.Name,
            GivenName = first.Name,
            FamilyNameKana = name.Kana,
            GivenNameKana = first.Kana,
            AccountId = account,
            OwnerId = owner,
            JobTitle = dice.Pick(Titles),
            Phones = [phone],
            Emails = [$"{name.Latin}{number}@{customer.Domain}"],
        };
    }
}
