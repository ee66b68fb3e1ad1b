namespace Web.Language;

/// <summary>Population, elections, the state and the law.</summary>
internal static class SocietyWords
{
    public const string Names = """
        population, 人口
        gdp, gross domestic product, 国内総生産
        life expectancy, 平均寿命, 寿命
        vote, 投票, 得票, 投票数, 得票数, 票
        party, 政党, 党
        candidate, 候補者, 候補
        election, 選挙
        turnout, voter turnout, voting rate, 投票率
        votes, vote count, 得票数, 票数
        district, constituency, electoral district, 選挙区
        unemployment rate, 失業率
        inflation, inflation rate, インフレ率, 物価上昇率
        membership, 会員種別
        household, 世帯
        household size, size of household, household people, number of household members, people in household, 世帯人数, 世帯人員, 世帯員数, 家族人数
        reign, 治世
        century, 世紀
        crime, 犯罪
        population, inhabitant, resident, number of inhabitant, people, 人口, 住民数, 居住者数, 人口数
        household, number of household, 世帯, 世帯数
        birth, number of birth, births, babies born, 出生, 出生数, 出生者数, 生まれた数
        death, number of death, deaths, 死亡, 死亡数, 死者数
        marriage, wedding, 婚姻, 結婚, 婚姻数
        divorce, 離婚, 離婚数
        aging rate, share of elderly, elderly share, ageing rate, aging ratio, elderly ratio, 高齢化率, 高齢者割合, 老年人口割合
        elderly, senior, old people, 高齢者, 老人
        working age, 生産年齢
        migrant, migration, immigration, 移住, 移民, 転入
        tourist, visitor, sightseer, 観光客, 旅行者, 来訪者
        number of tourist, tourist count, tourist arrival, tourists, visitors, 観光客数, 旅行者数, 来訪者数
        income, annual income, 所得, 年収
        minimum wage, lowest wage, 最低賃金
        election, vote, 選挙, 投票
        election year, year of election, 選挙年
        vote, votes, vote count, number of vote, ballot, 得票, 得票数, 票数, 票, 投票数
        vote share, share of vote, vote percentage, vote percent, percentage of vote, 得票率
        turnout, voter turnout, 投票率
        voter, elector, 有権者, 有権者数
        party, political party, affiliation, 政党, 党, 所属政党, 党派
        candidate, contender, nominee, runner, 候補者, 候補, 立候補者, 出馬者
        candidate name, 候補者名
        incumbent, sitting, 現職, 現職者
        elected, winner, won, 当選, 当選者, 当選した
        challenger, 新人
        campaign spending, campaign spend, campaign expenditure, campaign cost, spending, 選挙費用, 選挙資金, 選挙運動費, 支出
        constituency, district, electoral district, 選挙区, 区
        seat, 議席, 議席数
        parliament, congress, 議会, 国会
        senator, representative, 議員
        poll, survey, 世論調査, 調査
        approval, approval rating, 支持率, 支持
        law, bill, 法律, 法案
        tax, 税, 税金
        subsidy, grant, 補助金, 助成金
        budget, 予算
        crime, offense, 犯罪, 犯罪件数
        arrest, 逮捕, 検挙
        victim, 被害者
        fire, 火災, 火事
        fine, penalty, 罰金, 反則金
        war, conflict, 戦争, 紛争
        language, 言語, 言葉
        religion, 宗教
        question, 質問, 設問
        answer, response, 回答, 答え
        literacy, literacy rate, 識字率
        poverty, poverty rate, 貧困率
        unemployment, jobless, 失業, 失業者
        employment rate, 就業率, 雇用率
        donation, contribution, 寄付, 寄付金, 献金
        volunteer, ボランティア
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        candidate, contender, politician, 候補者, 候補, 立候補者
        election, vote, race, 選挙
        voter, 有権者
        prefecture, country, city, state, 都道府県, 県, 国, 市
        household, family, 世帯, 家族
        crime, incident, arrest, 犯罪, 事件
        respondent, answer, response, 回答者, 回答
        law, bill, 法案, 法律
        tourist, visitor, 観光客, 旅行者
        donation, 寄付
        """;
}
