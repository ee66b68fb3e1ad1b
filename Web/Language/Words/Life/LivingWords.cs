namespace Web.Language;

/// <summary>Food and drink, lodging and sightseeing, health and body, farming and making: what else tables of these are about.</summary>
internal static class LivingWords
{
    public const string Names = """
        winery, wine maker, producer, vineyard, estate, wine producer, ワイナリー, 醸造所, 生産者, ワイン生産者
        variety, grape, grape variety, varietal, grape type, 品種, ぶどう品種, ブドウ品種, 葡萄品種
        vintage, vintage year, harvest year, ヴィンテージ, ビンテージ, 収穫年, 生産年, 年代
        wine, wine name, ワイン, ワイン名, 銘柄
        points, score, rating, 点数, 得点, 評価点, 評点, スコア, ポイント, 評価, 点
        alcohol, abv, alcohol content, アルコール度数, アルコール, 度数
        organic, bio, 有機, オーガニック, ビオ
        color, wine color, colour, 色, カラー, 色調
        appellation, wine region, growing region, region, 産地, 生産地, 地域, 原産地
        origin, country of origin, place of origin, 原産国, 原産地, 生産国, 産地
        roast, roast level, roasting, 焙煎, 焙煎度
        ingredient, component, 原料, 原材料, 材料
        serving, serving size, portion, 一人前, 分量
        menu item, dish, menu, メニュー, 料理, 品目
        order count, number of order, orders, 注文数, 注文件数, オーダー数
        table number, seat number, 卓番, テーブル番号, 席番号
        party size, number of guest, guests, 人数, 来店人数, 客数
        reservation, booking, 予約, 予約数, 予約件数
        cancellation, cancelled, キャンセル, 取消, キャンセル数
        no show, no-show, 無断キャンセル, ノーショー
        accommodates, sleeps, capacity, guests allowed, max guests, maximum guests, 定員, 宿泊可能人数, 最大人数, 収容人数
        lead time, days in advance, days ahead, リードタイム, 予約日数, 事前日数
        night, nights stayed, length of stay, stay, 泊数, 宿泊数, 宿泊日数, 滞在日数
        adult, number of adult, adults, 大人, 大人数
        child, number of child, kids, children, 子供, 子ども, 子供数
        meal plan, board, 食事プラン, 食事
        room number, room, 部屋番号, 部屋
        average daily rate, adr, 平均客室単価, 客室単価
        occupancy, occupancy rate, 稼働率, 客室稼働率
        attraction, sight, sightseeing spot, 観光地, 観光スポット, 名所
        overnight guest, lodger, guest night, 宿泊者, 宿泊者数, 延べ宿泊者数
        foreign tourist, foreign visitor, inbound visitor, overseas visitor, 訪日客, 外国人観光客, 訪日外国人, 外国人宿泊者
        foreign visitor, foreign guest, foreigner, 外国人, うち外国人, 外国人来館者, 外国人利用者, 外国人入場者, 外国人客
        spending, consumption, amount spent, expenditure, 消費額, 消費, 支出額, 利用額
        step, number of step, steps, 歩数
        sleep hour, hours of sleep, sleep, 睡眠時間, 睡眠
        calorie, calories burned, calories, 消費カロリー, 摂取カロリー, カロリー
        body fat, body fat percentage, 体脂肪率, 体脂肪
        waist, waist size, 腹囲, 胴囲
        blood pressure, systolic, 血圧, 最高血圧, 収縮期血圧
        diastolic, 最低血圧, 拡張期血圧
        heart rate, pulse, resting heart rate, 心拍数, 脈拍
        medical department, clinic, department, 診療科, 科
        prescription, prescribed drug, 処方, 処方薬
        side effect, adverse event, 副作用, 有害事象
        ward, hospital ward, 病棟
        nurse, caregiver, carer, 看護師, 介護士
        care level, nursing level, 要介護度, 介護度
        vaccinated, vaccination, vaccine dose, 接種, 接種者, 接種回数
        smoker, smoking, smokes, 喫煙, 喫煙者, 喫煙習慣
        batch, lot, ロット, バッチ
        defect, defective item, faulty, flaw, 不良, 不良品, 不良数, 欠陥
        defect rate, reject rate, scrap rate, 不良率, 仕損率
        yield, yield rate, good rate, 歩留まり, 歩留, 良品率
        cycle time, takt, サイクルタイム, タクト
        work order, job order, production order, 作業指示, 製造指図, 製造オーダー
        process, step, operation, 工程, プロセス, 作業工程
        planned quantity, plan quantity, planned output, 計画数, 計画数量, 予定数量
        actual quantity, actual output, 実績数, 実績数量
        stop time, stoppage, idle time, 停止時間, 停止, チョコ停
        field name, plot name, 圃場名, 畑名
        harvest volume, crop output, harvested amount, 収穫量, 収穫高, 生産量
        shipping volume, shipment volume, shipped amount, 出荷量, 出荷数
        wholesale price, market price, 卸値, 卸売価格, 市場価格
        milk, milk output, 乳量, 牛乳
        egg, egg production, 卵, 産卵数
        feed, feed amount, 飼料, 給餌量, えさ
        catch, landing, fish catch, 漁獲量, 水揚げ, 水揚量, 水揚げ高
        apple, りんご, 林檎
        grape, ぶどう, 葡萄
        peach, もも, 桃
        mandarin, tangerine, orange, みかん, 蜜柑
        strawberry, いちご, 苺
        rice, 米, お米, コメ, こめ
        vegetable, 野菜, やさい
        fruit, 果物, くだもの, フルーツ
        meat, 肉, 食肉
        fish, seafood, 魚, 魚介, 水産物
        egg, たまご, 卵, 玉子
        coupon, voucher, coupon use, クーポン, クーポン利用, クーポン使用, 割引券
        membership, member, membership card, 会員, 会員登録, 会員区分, 会員種別
        loyalty, loyalty program, ポイント会員, ロイヤルティ
        gift, gift wrap, ギフト, 贈答
        pet, pets, pets allowed, pet friendly, with pets, ペット, ペット可, ペット同伴
        smoking allowed, 喫煙可
        parking, parking lot, car park, 駐車場, 駐車場あり
        furnished, 家具付き, 家具
        balcony, バルコニー, ベランダ
        pool, プール
        wifi, wi-fi, 無線lan, ワイファイ
        rent, monthly rent, 家賃, 賃料, 月額賃料
        deposit, security deposit, 敷金, 保証金
        key money, 礼金
        management fee, maintenance fee, common charge, 管理費, 共益費
        building age, age of building, years since built, 築年数
        built year, year built, construction year, built, 築年, 建築年, 竣工年, 建設年
        walk minute, walk to station, walking time, minutes' walk, walk, 徒歩分, 徒歩, 駅徒歩, 徒歩時間
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        wine, beer, bottle, label, ワイン, ビール, 銘柄, 酒
        reservation, booking, stay, 予約, 宿泊
        order, menu item, dish, 注文, 料理
        listing, property, apartment, house, place, place to stay, 物件, 住宅, 部屋
        batch, lot, work order, ロット, 作業
        purchase, sale, receipt, 購入, 会計, 買い物
        """;
}
