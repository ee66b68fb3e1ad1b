namespace Web.Language;

/// <summary>Words for figures and sides that tables of any field have, beyond what the fields themselves say.</summary>
internal static class EverydayWords
{
    public const string Names = """
        visit, 訪問, 訪問回数, 来店回数, 来店数, 訪問数, 来院回数, 来場回数, ~利用回数
        population, people, inhabitant, resident, citizen, 人口, 住民, 住民数
        total population, population, people, 総人口, 人口
        male, men, man, boy, 男, 男性, 男子
        female, women, woman, girl, 女, 女性, 女子
        male population, male, men, 男性人口, 男, 男性
        female population, female, women, 女性人口, 女, 女性
        owner, sales rep, rep, salesperson, seller, account manager, assignee, handler, person in charge, 担当者, 担当, 営業担当, 営業担当者, 営業, 受け持ち
        vendor, supplier, provider, 仕入先, 業者, 仕入れ先, ベンダー, サプライヤー, 調達先
        buyer, purchaser, 購買担当, 購買担当者, 買い手, バイヤー, 発注者
        customer, client, account, buyer, 顧客, 取引先, 得意先, お客様, 客先, クライアント
        cost, expense, spend, spending, expenditure, 費用, コスト, 経費, 支出, 出費
        ad cost, ad spend, advertising cost, advertising, advertising spend, ad budget, marketing spend, 広告費, 広告費用, 広告宣伝費, 宣伝費, ~cost, ~spend, ~費用, ~コスト
        fee, charge, 料金
        membership fee, dues, subscription fee, 会費, 年会費, 月会費, ~fee, ~charge, ~料金
        usage fee, 利用料, 使用料, ~fee, ~charge, ~料金
        course fee, lesson fee, 受講料, ~fee, ~料金
        handling fee, service charge, commission, 手数料, ~fee, ~charge, ~料金
        tuition, tuition fee, school fee, 授業料, 学費, ~fee, ~料金
        department, 部門, 部署
        faculty, school, 学部, ~department
        academic department, department, 学科
        instructor, teacher, lecturer, professor, faculty member, 講師, 教員, 教師, 先生, 担当教員
        tonne, ton, tonnage, トン, トン数
        flag, 船籍, 旗国
        cargo, freight, 貨物, 積荷, 荷物
        cargo tonne, cargo tonnage, cargo volume, freight volume, 貨物量, 積載量, 取扱量, ~tonnage, ~トン数
        viewer, viewership, audience, 視聴者, 視聴者数, 視聴数, 視聴, ~watch, ~view
        view, watch, play, stream, 再生, 再生数, 再生回数, 視聴回数, 視聴数, 視聴, 閲覧数
        stream, streaming, play, ストリーミング, ストリーミング数, 再生, 再生数, 再生回数, ストリーム数
        rider, ridership, passenger, boarding, 乗客, 乗客数, 利用者数, 乗降客数, 乗車人員, 乗降客, 利用客数
        listener, listening, リスナー, リスナー数
        reader, readership, 読者, 読者数
        price, 価格, 値段, 単価, 代金, ~cost, ~rate
        average daily rate, daily rate, room rate, average rate, adr, 平均単価, 平均客室単価, 客室単価, ~単価, ~rate, ~price
        meal, meal plan, board, 食事, 食事プラン
        market segment, 市場区分, ~segment, ~sales channel, ~channel, ~セグメント, ~販売チャネル, ~チャネル
        sales channel, channel, 販売チャネル, チャネル, 販路
        home run, homer, 本塁打, ホームラン
        stolen base, steal, 盗塁
        batting average, 打率
        run batted in, rbi, 打点
        position, fielding position, 守備位置, ポジション
        team, club, 球団, チーム
        gross profit, 粗利, 粗利益, ~profit, ~利益
        order amount, booked amount, ~amount
        contract amount, contract value, ~amount
        waiting list, number waiting, waitlist, applicants waiting, 待機者, 待機者数, ~待機
        capacity, number of place, 定員, 定員数, 収容人数, 枠
        resident, current resident, occupant, 入居者, 入居者数, 現入居者数, 居住者
        operating body, operator type, management body, 運営主体, 運営者, 運営, ~operator, ~management
        service type, type of service, サービス種別, サービス区分
        annual cost, annual fee, annual charge, annual expense, annual spend, annual price, yearly cost, yearly fee, yearly charge, cost per year, 年額費用, 年額料金, 年額, 年額利用料, 年間費用, 年間料金, 年間コスト, ~cost, ~fee, ~費用, ~料金
        daily cost, daily fee, daily charge, cost per day, 日額費用, 日額料金, 日額, 1日料金, ~cost, ~fee, ~費用, ~料金
        monthly cost, monthly fee, monthly charge, monthly expense, 月額費用, 月額料金, 月額, 月額利用料, ~cost, ~fee, ~費用, ~料金
        night nursing, night care, overnight nursing, 夜間看護, 夜間看護体制
        exoplanet, planet, 系外惑星, 惑星
        planet radius, radius, 惑星半径, 半径
        planet mass, mass, 惑星質量, 質量
        gift, thank you gift, reward, return gift, 返礼品, 返礼品名, お礼の品
        gift category, reward category, 返礼品区分, 返礼品分類, 返礼品カテゴリ
        donation, contribution, 寄附, 寄付
        donation amount, contribution amount, 寄附金額, 寄付金額, 寄附額, 寄付額
        donor, contributor, 寄附者, 寄付者
        portal, portal site, website, 受付サイト, ポータルサイト, ポータル, サイト, ~site
        purpose, use of funds, intended use, 使途, 使途指定, 使い道
        municipality, local government, 自治体, 自治体名, 市町村, 市区町村, ~city, ~town
        application date, date of application, 申込日, 申請日
        discovery method, detection method, 発見方法, 検出方法, ~method, ~手法, ~方法
        orbital period, 軌道周期, 公転周期, ~period, ~周期
        radius, 半径
        mass, 質量
        spectral type, spectral class, スペクトル型
        equilibrium temperature, 平衡温度, ~temperature, ~温度
        effective temperature, stellar temperature, surface temperature, 有効温度, 表面温度, ~temperature, ~温度
        host star, host, parent star, star, 主星, 恒星, ホスト星
        host name, host star, 主星, 恒星, ~star
        facility, 施設
        observatory, 観測施設, 天文台, ~facility, ~施設
        """;
}
