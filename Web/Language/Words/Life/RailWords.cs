namespace Web.Language;

/// <summary>Railways, buses and roads: lines, stations and those who ride.</summary>
internal static class RailWords
{
    public const string Names = """
        station, station name, stop, railway station, train station, 駅, 駅名, 停車場
        station code, station number, station id, 駅コード, 駅番号, 駅ナンバー
        line, route, railway line, train line, line name, 路線, 路線名, 沿線, 線
        operator, operating company, railway company, railway operator, company, train operator, rail company, 事業者, 事業者名, 運営会社, 運行会社, 鉄道会社, 運営事業者, 鉄道事業者
        rider, ridership, riders, daily rider, daily ridership, passenger, passengers, number of rider, number of passenger, daily passenger, users, boardings and alightings, 乗降客数, 乗降客, 乗降人員, 乗降者数, 乗降人数, 利用者数, 利用客数, 乗客数, 一日平均乗降客数
        boarding, boarding passenger, boardings, passengers boarding, 乗車人員, 乗車人数, 乗車数, 乗車客数
        alighting, alighting passenger, alightings, 降車人員, 降車人数, 降車数
        year over year, year on year, compared to last year, previous year ratio, 前年比, 対前年比, 前年同期比
        commuter ratio, commuter share, commuter pass ratio, commuter pass share, commuter rate, share of commuter, pass holder share, season ticket share, 定期客比率, 定期比率, 定期利用率, 定期券比率
        commuter pass, season ticket, 定期券, 定期
        platform, number of platform, platform count, platforms, track, ホーム, ホーム数, プラットホーム, プラットホーム数, 番線数
        unmanned station, unmanned, unstaffed station, unstaffed, without staff, 無人駅, 無人
        elevator, lift, elevators, with elevator, エレベーター, エレベータ, 昇降機
        escalator, エスカレーター
        barrier free, accessible, step free, wheelchair access, バリアフリー
        restroom, toilet, トイレ
        platform door, platform screen door, ホームドア, 可動式ホーム柵
        opening year, year opened, opened, year of opening, opening, open, 開業年, 開業, 開設年, 開通年, 開駅年, 開業日
        renovation, renewal, refurbishment, remodeling, 改修, 改装, 改築, リニューアル
        renovation date, renovation completed, renovation completion date, renovated on, renovated, date of renovation, completion of renovation, 改修完了日, 改修日, 改装日, リニューアル日
        completion date, completed on, completion, date completed, 完了日, 完成日, 竣工日, 終了日
        train type, service type, 列車種別, 種別
        car count, number of car, train length, 両数, 編成両数
        number of train, train frequency, trains per day, 運行本数, 列車本数
        delay minute, minutes late, delay, minutes of delay, 遅延分, 遅延時間, 遅れ, 遅延分数
        cancelled train, cancellation, 運休, 運休本数
        congestion, congestion rate, crowding, crowding rate, load, 混雑率, 混雑度, 乗車率
        fare revenue, fare income, passenger revenue, ticket revenue, 運賃収入, 旅客収入, 料金収入, 運輸収入
        fare, ticket price, fare revenue, fare income, 運賃, 乗車料金, 料金, 料金収入, 運賃収入
        base fare, initial fare, 初乗り運賃
        transfer, interchange, 乗換, 乗り換え, 乗換数
        transfer line, connecting line, 乗換路線, 接続路線
        section, segment, 区間
        first train, 始発
        last train, 終電
        bus stop, バス停, 停留所
        bus line, bus route, バス路線, 系統
        intersection, crossing, junction, 交差点
        road type, kind of road, 道路種別, 道路の種類
        speed limit, 制限速度
        vehicle type, kind of vehicle, vehicle class, 車種, 車両種別, 車両タイプ
        injured, injury, number of injured, injuries, 負傷者, 負傷者数, けが人, 怪我人
        fatality, killed, number of death, fatalities, 死者, 死者数, 死亡者数
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        station, stop, 駅, 停留所
        train, bus, line, 列車, 路線, 電車
        accident, crash, collision, 事故
        """;
}
