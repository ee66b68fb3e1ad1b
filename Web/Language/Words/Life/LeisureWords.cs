namespace Web.Language;

/// <summary>Hotels, travel, food and drink.</summary>
internal static class LeisureWords
{
    public const string Names = """
        hotel, ホテル
        room, 部屋, 客室
        guest, 宿泊者, 宿泊客
        booking, reservation, 予約, 予約数
        restaurant, レストラン, 飲食店
        food, 食品, 食べ物
        calorie, カロリー
        fat, 脂質, 脂肪
        protein, たんぱく質, タンパク質
        sugar, 糖質, 砂糖
        guest, visitor, lodger, 宿泊者, 宿泊客, 客, ゲスト
        number of guest, guest count, 宿泊者数, 宿泊人数, 利用人数
        room, bedroom, 部屋, 客室
        room type, kind of room, 部屋タイプ, 客室タイプ, ルームタイプ
        room rate, nightly rate, price per night, 宿泊料金, 室料, 一泊料金, 宿泊単価
        night, number of night, nights, 泊数, 宿泊数, 泊
        check in, checkin, arrival date, チェックイン, チェックイン日
        check out, checkout, departure date, チェックアウト, チェックアウト日
        cancel, cancellation, キャンセル, 取消
        occupancy rate, occupancy, 稼働率, 客室稼働率
        tour, excursion, ツアー, 旅行
        destination, 目的地, 旅行先, 行き先
        menu, dish, meal, メニュー, 料理, 食事
        ingredient, 食材, 材料
        cuisine, kind of food, 料理, 料理ジャンル, 料理の種類
        table, テーブル, 卓
        waiter, server, 給仕, ホール担当
        breakfast, 朝食
        lunch, 昼食, ランチ
        dinner, 夕食, ディナー
        drink, beverage, 飲み物, 飲料, ドリンク
        calorie, energy, カロリー, 熱量
        carbohydrate, carb, 炭水化物
        sodium, salt, 塩分, ナトリウム
        fiber, 食物繊維
        vitamin, ビタミン
        recipe, レシピ
        cooking time, 調理時間
        rating, star, stars, 評価, 星, つ星
        bill, check, total bill, 会計, 勘定, 支払額
        tip, gratuity, チップ
        smoker, smoking, 喫煙, 喫煙者
        party size, group size, 人数
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        guest, visitor, 宿泊者, 宿泊客, 客, ゲスト
        booking, reservation, stay, 予約, 宿泊, 滞在
        restaurant, cafe, レストラン, 飲食店, 店
        hotel, ホテル, 宿, 旅館
        dish, meal, recipe, 料理, レシピ, メニュー
        tour, trip, ツアー, 旅行
        """;
}
