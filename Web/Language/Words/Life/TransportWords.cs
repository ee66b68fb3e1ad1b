namespace Web.Language;

/// <summary>Flights, trains, roads, vehicles.</summary>
internal static class TransportWords
{
    public const string Names = """
        flight, フライト, 便, 航空便
        airline, carrier, 航空会社, キャリア
        airport, 空港
        origin, departure airport, 出発地, 出発空港, 発地, 出発
        destination, arrival airport, 到着地, 到着空港, 目的地, 行き先
        departure delay, 出発遅延, 出発の遅れ, 出発遅れ
        arrival delay, 到着遅延, 到着の遅れ, 到着遅れ
        departure, 出発
        arrival, 到着
        delay, 遅延, 遅れ, 遅延時間
        cancel, cancellation, 欠航, キャンセル, 中止
        passenger, 乗客, 旅客, 乗客数
        route, 路線, ルート
        vehicle, car, automobile, 車, 車両, 自動車
        cylinder, 気筒, 気筒数, シリンダー
        horsepower, 馬力
        mpg, miles per gallon, fuel economy, fuel efficiency, gas mileage, mileage, 燃費
        fuel, 燃料
        engine, エンジン
        mileage, 走行距離
        trip, ride, 乗車, 旅行, 移動
        fare, 運賃
        tip, チップ
        acceleration, 加速, 加速度
        displacement, 排気量
        departure delay, delay at departure, delay on departure, delayed departure, 出発遅延, 出発の遅れ, 出発遅れ, 出発遅延時間
        arrival delay, delay at arrival, delay on arrival, delayed arrival, 到着遅延, 到着の遅れ, 到着遅れ, 到着遅延時間
        delay, lateness, 遅延, 遅れ, 遅延時間
        delay cause, cause of delay, reason for delay, delay reason, 遅延理由, 遅延原因, 遅れの原因, 遅延の原因, 遅れの理由
        delayed, late, 遅延あり, 遅れあり
        on time, punctual, 定刻, 定時
        air time, flight time, flying time, time in the air, 飛行時間, 滞空時間, フライト時間
        taxi out, taxi out time, taxi time, タキシング時間, 地上走行時間, 離陸前走行
        flight number, flight no, 便名, 便番号, フライト番号
        tail number, plane, aircraft, airplane, registration, 機体, 機体番号, 航空機, 飛行機, 機材
        origin, departure airport, from airport, origin airport, departing airport, 出発空港, 出発地, 発地, 発空港
        destination, dest, arrival airport, destination airport, to airport, 到着空港, 目的地, 到着地, 行き先, 着空港
        departure hour, hour of departure, departure time, 出発時間, 出発時刻, 出発時間帯
        arrival hour, arrival time, 到着時間, 到着時刻
        flight date, date of flight, フライト日, 運航日, 搭乗日
        carrier, airline, operating carrier, operator, 航空会社, エアライン, キャリア, 運航会社
        cancelled, cancellation, cancelled flight, 欠航, キャンセル, 運休
        diverted, 迂回, 目的地変更
        distance, flight distance, mileage, 距離, 飛行距離, 走行距離, 移動距離
        passenger, rider, traveler, 乗客, 旅客, 利用客, 乗車人員, 乗車人数
        number of passenger, passenger count, ridership, 乗客数, 利用者数, 乗車人数, 旅客数
        seat, 座席
        cabin, class, 客室クラス
        train, 列車, 電車
        station, stop, 駅, 停留所
        railway, 鉄道
        bus, バス
        taxi, cab, タクシー
        driver, 運転手, ドライバー, 運転者
        pickup, 乗車
        dropoff, drop off, 降車
        pickup location, 乗車地
        dropoff location, 降車地
        ship, vessel, boat, 船, 船舶
        port, harbor, 港
        truck, lorry, トラック
        bicycle, bike, 自転車
        motorcycle, バイク, オートバイ
        make, maker, manufacturer, brand, メーカー, ブランド, 製造会社, 車メーカー
        model year, year of model, 年式, モデル年, モデルイヤー
        body style, body type, ボディタイプ, ボディ形状, 車体, 車体形状, ボディスタイル, ボディ
        fuel type, fuel kind, fuel, 燃料, 燃料種別, 燃料タイプ, 燃料の種類
        transmission, gearbox, 変速機, トランスミッション, ミッション
        engine displacement, engine size, engine cc, displacement, 排気量, エンジン排気量
        curb weight, vehicle weight, 車両重量, 車重, 重量
        city mpg, mpg, fuel economy, city fuel economy, fuel efficiency, 燃費, 市街地燃費
        acceleration, accel, 加速, 加速時間, 加速性能
        top speed, maximum speed, 最高速度, 最高速
        horsepower, hp, engine power, 馬力, 最高出力
        cylinder, number of cylinder, 気筒数, シリンダー数, 気筒
        gear, ギア
        door, number of door, ドア数
        seat count, number of seat, seats, 座席数, 乗車定員
        odometer, mileage, 走行距離
        accident, crash, collision, 事故, 衝突
        traffic, traffic volume, 交通量
        parking, 駐車場
        toll, 通行料
        charging, charge, 充電
        electric vehicle, ev, 電気自動車
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        flight, フライト, 便, 航空便
        airport, 空港
        car, vehicle, automobile, model, 車, 自動車, 車種, 車両, クルマ, 台
        trip, ride, journey, 乗車, 移動, 旅, 走行
        passenger, rider, 乗客, 旅客
        train, bus, 列車, 電車, バス
        accident, crash, 事故
        plane, aircraft, 飛行機, 航空機, 機体
        driver, 運転手, ドライバー
        """;
}
