namespace Web.Language;

/// <summary>Buying and selling, stores, customers, deliveries and the help after them.</summary>
internal static class TradeWords
{
    public const string Names = """
        sales, revenue, turnover, sales amount, 売上, 売上高, 売上金額, 売上額, 売り上げ, 販売額, 販売金額
        amount, 金額, 額
        total, 合計, 総額
        profit, earnings, 利益, 収益, 儲け, 利益額
        margin, profit margin, 利益率, マージン, 粗利率
        gross profit, 粗利, 粗利益, 売上総利益
        cost, expense, spend, expenditure, 費用, コスト, 経費, 原価, 支出
        price, unit price, 価格, 単価, 値段, 料金
        discount, 割引, 値引き, 割引率, 値引
        quantity, units, units sell, volume, 数量, 個数, 販売数, 販売数量, 注文数量
        tax, 税, 税金, 税額, 消費税
        budget, 予算, 製作費, 制作費
        balance, 残高
        customer, client, buyer, shopper, 顧客, 客, お客様, 得意先, 取引先, 購入者
        number of customer, customer count, visitor, 客数, 来客数, 来店客数, 来店者数
        owner, sales rep, salesperson, representative, assignee, 担当者, 担当, 営業担当, 営業
        supplier, vendor, 仕入先, 供給元, ベンダー, サプライヤー
        industry, sector, 業種, 業界, 産業
        product, goods, merchandise, 商品, 製品, 品目
        product name, item name, 商品名, 製品名, 品名
        item, アイテム, 品目, 商品
        category, 商品カテゴリー, カテゴリ, カテゴリー, 分類, 区分, ジャンル
        subcategory, sub category, サブカテゴリ, サブカテゴリー, 小分類, 中分類
        segment, セグメント, 顧客区分
        brand, maker, manufacturer, make, ブランド, メーカー, 銘柄
        model, モデル, 機種, 型番, 型式, 車種
        order, purchase, 注文, 受注, 発注
        order id, order number, 注文番号
        order date, 注文日, 受注日
        rental, hire, 貸出, 貸し出し, レンタル
        rental day, rental duration, 貸出日数, レンタル日数, 利用日数
        invoiced, invoice date, billed, billing date, 請求日
        lead source, referral source, booking source, booking channel, acquisition channel, how they heard, きっかけ, 申込経路, 申込み経路, 申し込み経路, 流入経路, 集客経路, 獲得経路, 来店動機
        ship, shipping, shipment, delivery, 配送, 発送, 出荷
        ship mode, shipping mode, shipping method, delivery method, 配送モード, 配送方法, 出荷モード, 発送方法
        ship date, shipping date, 出荷日, 発送日, 配送日
        payment, 支払い, 支払, 決済, 入金
        payment method, 支払い方法, 支払方法, 決済方法, 決済手段
        store, shop, branch, outlet, 店舗, 店, 店舗名, 支店, ショップ
        warehouse, 倉庫
        inventory, stock, 在庫, 在庫数
        ticket, issue, case, inquiry, 問い合わせ, チケット, 問合せ
        agent, オペレーター, 担当者
        response time, 応答時間, 対応時間, レスポンス時間
        resolution time, 解決時間
        satisfaction, 満足度, 顧客満足度
        carrier, courier, shipping company, delivery company, 配送業者, 運送会社, 運送業者
        freight, shipping cost, shipping fee, 運賃, 送料, 配送料
        ship, shipment, 出荷
        slip number, tracking number, 伝票番号
        delivery date, arrival date, 納品日, 納期, 到着日
        customer unit price, average spend, spend per customer, average order value, basket size, 客単価, 顧客単価, 平均購入額, 平均客単価
        net sales, 純売上, 純売上高
        gross sales, 総売上, 総売上高
        gross margin, gross margin rate, 粗利率, 粗利益率, 売上総利益率
        operating profit, operating income, 営業利益
        ordinary profit, 経常利益
        net profit, net income, 純利益, 当期純利益
        cost of sales, cost of goods sold, cogs, 売上原価, 仕入原価
        purchase price, buying price, 仕入価格, 仕入値, 購入価格, 買値
        selling price, sales price, sale price, retail price, 販売価格, 売価, 販売単価, 定価, 小売価格
        list price, 定価, 希望小売価格
        discount rate, 割引率, 値引率
        discount amount, 割引額, 値引額
        sale, bargain, promotion, セール, 特売, 販促, プロモーション, 安売り
        coupon, voucher, クーポン
        point, loyalty point, ポイント, 付与ポイント
        customer name, 顧客名, お客様名, 得意先名, 取引先名
        customer type, customer kind, customer segment, 顧客区分, 顧客種別, 顧客タイプ, 客層
        new customer, 新規顧客, 新規客
        repeat customer, returning customer, リピーター, 常連
        ticket, admission ticket, チケット, 切符, 入場券
        ticket price, admission fee, entrance fee, チケット代, チケット価格, チケット料金, 入場料, 入場料金, 観覧料
        delivery day, delivery time, lead time, days to deliver, shipping time, transit day, 配達日数, 配送日数, 納期日数, リードタイム, 輸送日数, 配達期間
        delivery, 配達, 配送, お届け
        delivery status, 配送状況, 配達状況
        destination, ship to, delivery destination, 届け先, 配送先, 送り先, 仕向地, お届け先, 納品先, 宛先
        destination country, 配送先国, 仕向国, 仕向け国, 届け先国, 相手国, ~国, ~country
        parcel, package, packet, 小包, 荷物, 包み, 個口
        package, packaging, container, 容器, 包装, 梱包, パッケージ, 荷姿
        bottle, ボトル, 瓶
        can, 缶
        shipment quantity, shipped quantity, units, 出荷数, 出荷数量, 出荷個数, 出荷量
        order quantity, 注文数, 発注数, 受注数
        order amount, order value, 注文金額, 受注金額, 受注額, 発注金額, 契約金額
        stock quantity, quantity in stock, on hand, 在庫数, 在庫数量, 手持在庫
        stock value, inventory value, 在庫金額, 在庫額
        out of stock, stockout, 欠品, 品切れ
        reorder point, 発注点
        safety stock, 安全在庫
        returns, returned item, 返品, 返品数
        return rate, 返品率
        complaint, claim, クレーム, 苦情
        resolution time, time to resolve, resolution hour, resolve time, handling time, 解決時間, 対応時間, 処理時間, 解決までの時間, 解決にかかった時間
        first response time, first reply, first response, first reply time, reply time, 初回応答時間, 初回返信, 初回返信時間, 初動時間, 返信時間, 最初の返信
        satisfaction score, customer satisfaction, satisfaction, csat score, 満足度, 顧客満足度, 満足度スコア
        reopen, 再オープン, 再対応, 再開
        issue type, inquiry type, ticket type, category, 問い合わせ種別, 問い合わせ内容, 課題の種類, 種別
        agent, operator, representative, support staff, オペレーター, 担当者, 担当, 対応者, エージェント
        cashier, clerk, レジ担当, 店員
        register, till, checkout, レジ
        receipt, slip, レシート, 伝票, 領収書
        slip number, receipt number, voucher number, 伝票番号, 伝票no, レシート番号
        product code, sku, item code, item number, 商品コード, 品番, 商品番号, 製品コード
        product group, product line, product family, 商品群, 製品群, 製品ライン
        product category, product type, item category, 商品分類, 商品カテゴリ, 商品カテゴリー, 商品区分, 品目分類, 製品分類, 製品カテゴリ
        flavor, taste, フレーバー, 味
        expiry date, expiration date, best before, 賞味期限, 消費期限, 有効期限
        purchase date, date of purchase, 購入日, 仕入日
        sales date, date of sale, 販売日, 売上日, 計上日
        sales person, seller, salesman, sales staff, 販売員, 営業マン, 営業担当者, 営業員
        sales channel, 販売経路, 販路, 販売チャネル
        store type, store format, 店舗形態, 業態
        opening hour, 営業時間
        visitor, visitors, customers, footfall, foot traffic, 来客, 来客数, 来店者, 来店客, 来店数, 客数, 来店者数
        purchase count, number of purchase, 購入回数, 購入数
        wholesale, 卸売, 卸
        warehouse, depot, distribution center, 倉庫, 物流センター, 配送センター
        pallet, パレット
        freight cost, shipping cost, transport cost, delivery cost, freight charge, 運賃, 輸送費, 配送費, 送料, 運送費, 物流費, 輸送コスト
        carrier, haulier, logistics company, shipping company, 運送業者, 運送会社, 配送業者, 配送会社, 輸送業者
        priority, express, 優先度, 優先順位, 緊急度
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        sale, sales, transaction, 売上, 取引, 会計
        order, purchase, 注文, 受注, 発注, オーダー, 購入
        shipment, consignment, delivery, dispatch, 出荷, 配送, 発送, 荷物, 輸送
        parcel, package, 荷物, 小包
        product, item, goods, article, 商品, 製品, 品目, アイテム
        customer, client, buyer, shopper, 顧客, 客, お客様, 取引先, 得意先
        slip, receipt, invoice, bill, 伝票, レシート, 請求書, 領収書
        return, 返品
        ticket, inquiry, issue, request, case, チケット, 問い合わせ, 問合せ, お問い合わせ, 依頼, 課題
        supplier, vendor, 仕入先, 業者
        store, shop, 店舗, 店
        contract, subscription, 契約, 定期購読
        review, レビュー, 口コミ
        """;
}
