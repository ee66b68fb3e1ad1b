namespace Web.Language;

/// <summary>Regions, towns, houses and land.</summary>
internal static class PlacesWords
{
    public const string Names = """
        region, area, territory, 地域, エリア, 地方, 地区
        country, nation, 国, 国名
        nationality, 国籍, 出身国
        state, 州
        prefecture, 都道府県, 県
        province, 省
        city, town, 都市, 市, 市区町村, 街, 町
        county, 郡
        district, 地区, 区
        address, 住所
        city, town, municipality, 所在地, 市区町村, 都市
        nearest station, station, closest station, 最寄駅, 最寄り駅, 駅, もよりえき
        walk minute, walking minute, minute on foot, minute to station, walk, 徒歩, 徒歩分, 徒歩分数, 駅徒歩, 駅からの徒歩分
        pet, pet friendly, pets allowed, ペット, ペット可, ペット相談
        listing, listed, 掲載, 掲載物件
        start station, departure station, from station, 出発駅, 出発ステーション, 乗車駅
        end station, arrival station, to station, 到着駅, 到着ステーション, 降車駅
        north america, na, 北米
        europe, eu, 欧州, ヨーロッパ
        japan, jp, 日本, 国内
        location, place, site, 場所, 所在地, 拠点, 勤務地
        continent, 大陸
        house, home, property, 住宅, 家, 物件
        rent, 家賃, 賃料
        bedroom, 寝室, 寝室数
        floor, 階, 階数
        year build, construction year, 築年, 建築年
        island, 島
        ocean, sea, 海
        river, 川
        mountain, 山
        density, 密度
        altitude, elevation, 標高, 高度
        latitude, 緯度
        longitude, 経度
        depth, 深さ, 深度
        region, area, district, 地方, 地域, 地区, エリア, ブロック, 圏
        prefecture, 都道府県, 県, 府県, 都道府県名
        state, province, 州
        city, town, municipality, 都市, 市, 市区町村, 市町村, 街, 町, 都市名
        ward, borough, 区
        county, shire, 郡, 州, 県, カウンティ
        village, 村
        neighborhood, neighbourhood, district, area, locality, part of town, part of the town, part of the city, 近隣, 町内, 地区, エリア
        street, road, 通り, 道路
        zip code, postal code, zip, 郵便番号
        location, place, site, venue, 場所, 所在地, 位置, 開催地, 立地
        area, land area, surface, surface area, 面積, 広さ, 土地面積
        floor area, floor space, living area, 床面積, 専有面積, 延床面積
        land price, 地価
        house price, home price, sale price, 住宅価格, 物件価格, 売買価格
        building age, age of building, 築年数
        station distance, walking minute, walk to station, 駅徒歩, 徒歩分数, 駅からの距離
        layout, floor plan, 間取り
        number of room, rooms, room count, 部屋数, 室数
        bathroom, 浴室, バスルーム
        garage, ガレージ, 車庫
        tenant, renter, 入居者, 借主, テナント
        landlord, 大家, 貸主
        real estate, property, 不動産, 物件
        property type, kind of property, 物件種別, 物件種類
        home ownership, ownership, 持ち家, 住居形態, 住宅所有, 持家
        garden, 庭
        park, 公園
        bridge, 橋
        lake, 湖
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        house, home, apartment, property, flat, listing, 家, 住宅, 物件, 部屋, マンション
        city, town, country, prefecture, region, 都市, 市, 町, 国, 県, 都道府県, 地域
        building, 建物, ビル
        park, 公園
        """;
}
