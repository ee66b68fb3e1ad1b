namespace Web.Language;

/// <summary>What values are called in both languages: sexes, yes and no, states, days, places, kinds of goods.</summary>
internal static class ValueWords
{
    public const string Table = """
        female, f, woman, girl, 女性, 女, 女子
        male, m, man, boy, 男性, 男, 男子
        yes, true, はい, 有
        no, false, いいえ, 無
        open, 未対応, 進行中, オープン
        closed, close, クローズ, 完了
        won, win, closed won, 受注, 成約
        lost, lose, closed lost, 失注
        active, 有効, アクティブ
        inactive, 無効, 休眠
        completed, complete, done, 完了, 完了済み
        cancelled, canceled, cancellation, cancelation, キャンセル, 中止
        pending, 保留, 保留中, 待ち
        shipped, 出荷済み, 発送済み
        delivered, 配達済み, 配送済み
        returned, 返品
        high, 高
        medium, 中
        low, 低
        large, 大
        small, 小
        running, 稼働, 稼働中, 運転中
        stopped, stop, 停止, 停止中
        error, エラー, 異常
        normal, 正常
        sun, sunny, 晴れ, 晴, 快晴
        rain, rainy, 雨, 雨天
        snow, snowy, 雪
        cloud, cloudy, clouds, 曇り, くもり, 曇
        fog, foggy, 霧
        ice, icy, frost, frosty, 凍結, 路面凍結, 氷
        fatal, 死亡, 死亡事故
        serious, severe, 重傷, 重症, 重大
        slight, minor, 軽傷, 軽症, 軽微
        inbound, incoming, goods in, goods receipt, 入庫, 入荷, 受入
        outbound, outgoing, goods out, goods issue, 出庫, 出荷, 払出
        undergraduate, undergrad, 学部生
        graduate, postgraduate, 大学院, 大学院生, 院生
        movie, film, 映画
        tv show, tv series, series, テレビ番組, 番組, テレビドラマ
        drizzle, 霧雨
        furniture, 家具
        technology, テクノロジー, 技術
        office supplies, 事務用品, オフィス用品
        electronics, 電子機器, 家電, 電化製品
        clothing, clothes, apparel, 衣料品, 衣類, 洋服
        food, 食品, 食料品
        beverage, drink, drinks, beverages, 飲料, 飲み物
        toys, toy, おもちゃ, 玩具
        books, book, 本, 書籍
        sales, 営業, 営業部
        marketing, マーケティング
        engineering, 開発, エンジニアリング
        finance, 財務, 経理
        hr, human resources, 人事, 人事部
        support, サポート
        consumer, 消費者, 個人
        corporate, 法人, 企業
        action, アクション
        comedy, コメディ, コメディー
        drama, ドラマ
        horror, ホラー
        romance, 恋愛, ロマンス
        goalkeeper, gk, ゴールキーパー, キーパー
        defender, df, ディフェンダー
        midfielder, mf, ミッドフィールダー
        forward, fw, フォワード
        north, 北, 北部
        south, 南, 南部
        east, 東, 東部
        west, 西, 西部
        central, 中央, 中部
        first class, ファーストクラス
        second class, セカンドクラス
        economy, エコノミー
        business, ビジネス
        manufacturing, 製造業, 製造
        retail, 小売, 小売業
        monday, 月曜, 月曜日
        tuesday, 火曜, 火曜日
        wednesday, 水曜, 水曜日
        thursday, 木曜, 木曜日
        friday, 金曜, 金曜日
        saturday, 土曜, 土曜日
        sunday, 日曜, 日曜日
        japan, japanese, jp, 日本
        usa, us, united states, united states of america, america, american, アメリカ, 米国, アメリカ合衆国
        uk, united kingdom, britain, british, great britain, gb, イギリス, 英国
        france, french, フランス
        germany, german, ドイツ
        italy, italian, イタリア
        spain, spanish, スペイン
        china, chinese, 中国
        south korea, korea, korean, 韓国
        india, indian, インド
        brazil, brazilian, ブラジル
        canada, canadian, カナダ
        australia, australian, オーストラリア
        russia, russian, ロシア
        mexico, mexican, メキシコ
        argentina, アルゼンチン
        netherlands, dutch, オランダ
        sweden, swedish, スウェーデン
        switzerland, swiss, スイス
        singapore, シンガポール
        thailand, thai, タイ
        vietnam, vietnamese, ベトナム
        indonesia, インドネシア
        asia, asian, アジア
        europe, european, ヨーロッパ, 欧州
        africa, african, アフリカ
        north america, 北米
        south america, 南米
        oceania, オセアニア
        tokyo, 東京, 東京都
        osaka, 大阪, 大阪府
        kyoto, 京都, 京都府
        nagoya, 名古屋
        yokohama, 横浜
        sapporo, 札幌
        fukuoka, 福岡
        kobe, 神戸
        sendai, 仙台
        hiroshima, 広島
        hokkaido, 北海道
        new york, new york city, nyc, ニューヨーク
        los angeles, ロサンゼルス
        san francisco, サンフランシスコ
        seattle, シアトル
        chicago, シカゴ
        boston, ボストン
        texas, テキサス, テキサス州
        california, カリフォルニア, カリフォルニア州
        washington, ワシントン
        london, ロンドン
        paris, パリ
        berlin, ベルリン
        beijing, 北京
        shanghai, 上海
        seoul, ソウル
        red, 赤
        blue, 青
        green, 緑
        white, 白
        black, 黒
        yellow, 黄色
        female, f, woman, women, girl, girls, lady, ladies, 女性, 女, 女子, 女の子, 女性の, 女生徒, 女性患者
        male, m, man, men, boy, boys, gentleman, gentlemen, 男性, 男, 男子, 男の子, 男性の, 男子生徒
        other, others, その他
        unknown, n/a, 不明
        passed, pass, 合格
        failed, fail, 不合格
        approved, accepted, approval, acceptance, 承認, 承認済み, 採択
        rejected, declined, denied, rejection, denial, 却下, 否認, 不採択
        on hold, hold, paused, 保留, 保留中
        in progress, ongoing, in process, 進行中, 対応中, 処理中
        in transit, on the way, under way, 輸送中, 配送中
        delayed, late, 遅延, 遅れ, 遅延中
        new, 新規, 新
        old, 旧
        urgent, 緊急, 至急
        critical, 重大, 致命的
        normal, standard, regular, 通常, 標準, 普通
        express, 速達, 急行, エクスプレス, 特急
        overnight, 翌日配達, 翌日便
        free, 無料, フリー
        pro, プロ
        premium, プレミアム
        basic, ベーシック
        enterprise, エンタープライズ
        email, e-mail, mail, メール, eメール
        phone, telephone, call, 電話
        chat, チャット
        web form, web, form, ウェブフォーム, フォーム
        store, in store, 店頭, 店舗
        online, web, internet, オンライン, ネット, ウェブ
        billing, 請求, 課金
        login, sign in, ログイン
        performance, パフォーマンス, 性能
        bug, バグ, 不具合
        feature request, 機能要望, 要望
        integration, 連携
        security, セキュリティ, 保安
        credit card, クレジットカード, クレカ, カード
        cash, 現金
        bank transfer, 銀行振込, 振込
        morning, am, 朝, 午前
        afternoon, pm, 午後, 昼
        evening, 夕方
        night, 夜, 夜間, 夜勤
        day, 日勤, 昼間, 日中
        january, jan, 1月
        february, feb, 2月
        march, mar, 3月
        april, apr, 4月
        june, jun, 6月
        july, jul, 7月
        august, aug, 8月
        september, sep, sept, 9月
        october, oct, 10月
        november, nov, 11月
        december, dec, 12月
        spring, 春
        summer, 夏
        autumn, fall, 秋
        winter, 冬
        gasoline, petrol, gas, ガソリン, ガソリン車
        diesel, ディーゼル, 軽油, ディーゼル車
        electric, ev, 電気, 電気自動車
        electricity, power, 電力, 電気
        water, 水道, 水
        gas, natural gas, city gas, ガス, 都市ガス
        solar, solar power, 太陽光, 太陽光発電
        steam, 蒸気
        hybrid, ハイブリッド, ハイブリッド車
        automatic, at, オートマ, オートマチック, 自動
        manual, mt, マニュアル, 手動
        sedan, セダン
        hatchback, ハッチバック
        wagon, ワゴン, ステーションワゴン
        convertible, cabriolet, オープンカー, コンバーチブル
        coupe, クーペ
        truck, トラック
        bottle, bottled, bottles, 瓶, ボトル, 瓶入り, びん, ビン
        can, canned, cans, 缶, 缶入り, 缶ビール
        draft, draught, on tap, 生, 樽, ドラフト, 樽生
        internal medicine, 内科
        surgery, 外科
        pediatrics, paediatrics, 小児科
        orthopedics, orthopaedics, 整形外科, 整形
        dermatology, 皮膚科
        ophthalmology, 眼科
        ent, otolaryngology, 耳鼻科, 耳鼻咽喉科
        psychiatry, 精神科
        cardiology, 循環器科, 循環器内科
        gynecology, obstetrics, 産婦人科, 婦人科
        dentistry, dental, 歯科
        emergency, 救急, 救急科
        math, maths, mathematics, 数学, 算数
        physics, 物理
        chemistry, 化学
        biology, 生物
        science, 理科, 科学
        english, 英語
        history, 歴史
        geography, 地理
        art, arts, 美術, 芸術
        music, 音楽
        democratic, democrat, democrats, dem, 民主党
        republican, republicans, rep, gop, 共和党
        independent, independents, 無所属
        green, greens, green party, 緑の党
        libertarian, libertarians, リバタリアン, リバタリアン党
        labour, labor, 労働党
        conservative, conservatives, 保守党
        liberal, liberals, 自由党
        wheat, 小麦
        barley, 大麦
        oats, oat, オーツ麦, 燕麦
        rice, 米, 稲
        corn, maize, トウモロコシ, とうもろこし
        potatoes, potato, ジャガイモ, じゃがいも, 馬鈴薯
        soybean, soybeans, soy, 大豆
        peas, pea, エンドウ, えんどう豆, エンドウ豆
        sugar beet, 甜菜, テンサイ
        oilseed rape, rapeseed, canola, 菜種, ナタネ
        tomato, tomatoes, トマト
        onion, onions, 玉ねぎ, タマネギ
        carrot, carrots, 人参, ニンジン
        apple, apples, りんご, リンゴ
        thriller, スリラー
        animation, animated, anime, アニメ, アニメーション
        documentary, ドキュメンタリー
        sci-fi, science fiction, scifi, sf
        fantasy, ファンタジー
        mystery, ミステリー
        musical, ミュージカル
        cup, カップ戦, カップ
        league, リーグ, リーグ戦
        friendly, 親善試合
        groceries, grocery, 食料品, 食品
        cosmetics, beauty, makeup, 化粧品, コスメ
        stationery, 文房具
        sports, sporting goods, スポーツ用品
        home appliances, appliances, 家電
        daily necessities, household goods, 日用品
        security deposit, 保証金
        mortgage, 住宅ローン
        own, owned, owner, 持ち家
        rent, rented, renter, 賃貸, 借家
        debt consolidation, 債務整理, 借り換え, おまとめ
        car, auto, automobile, 車, 自動車
        home improvement, リフォーム, 住宅改修
        small business, 事業, 中小企業
        medical, 医療
        vacation, travel, holiday, 旅行, 休暇
        wedding, 結婚式, 結婚
        education, 教育
        fully paid, paid off, paid in full, 完済, 返済済み
        charged off, written off, 償却, 貸倒
        current, 返済中, 正常返済
        late, overdue, delinquent, 延滞, 遅延
        permanent, full time, full-time, fulltime, regular employee, regular employees, 正社員, 常勤
        part time, part-time, part timer, part timers, パート, アルバイト
        contract, contractor, contract employee, contract employees, 契約社員, 契約
        temporary, temp, dispatched, 派遣社員, 派遣
        general affairs, 総務部, 総務
        human resources, hr, personnel, hr department, 人事部, 人事
        accounting, finance, accounts, accounting department, finance department, 経理部, 経理, 財務部
        sales department, sales, sales team, 営業部, 営業
        development, engineering, r&d, 開発部, 開発, 研究開発部
        manufacturing, production, manufacturing department, production department, 製造部, 製造, 生産部
        public relations, pr, 広報部, 広報
        planning, 企画部, 企画
        information systems, it, it department, 情報システム部, 情シス
        legal, 法務部, 法務
        purchasing, procurement, 購買部, 購買
        department manager, general manager, director, head of department, 部長
        section manager, section chief, manager, 課長
        subsection chief, assistant manager, 係長
        chief, supervisor, senior staff, 主任
        executive, officer, 役員, 取締役
        regular staff, staff, ordinary, rank and file, general, 一般, 一般社員
        sunny, sun, clear, fine, sunny day, sunny days, 晴れ, 晴, 快晴, 晴天
        cloudy, cloud, clouds, overcast, 曇り, くもり, 曇, 曇天
        rainy, rain, rainy day, rainy days, 雨, 雨天
        snowy, snow, snowy day, snowy days, 雪, 降雪
        hokkaido, 北海道
        tohoku, 東北, 東北地方
        kanto, 関東, 関東地方
        chubu, 中部, 中部地方
        tokai, 東海, 東海地方
        kinki, kansai, 近畿, 関西, 近畿地方, 関西地方
        chugoku, 中国, 中国地方
        shikoku, 四国, 四国地方
        kyushu, 九州, 九州地方, 九州・沖縄
        okinawa, 沖縄, 沖縄県
        aomori, 青森, 青森県
        iwate, 岩手, 岩手県
        miyagi, 宮城, 宮城県
        akita, 秋田, 秋田県
        yamagata, 山形, 山形県
        fukushima, 福島, 福島県
        ibaraki, 茨城, 茨城県
        tochigi, 栃木, 栃木県
        gunma, 群馬, 群馬県
        saitama, 埼玉, 埼玉県
        chiba, 千葉, 千葉県
        tokyo, tokyo metropolis, 東京, 東京都
        kanagawa, 神奈川, 神奈川県
        niigata, 新潟, 新潟県
        toyama, 富山, 富山県
        ishikawa, 石川, 石川県
        fukui, 福井, 福井県
        yamanashi, 山梨, 山梨県
        nagano, 長野, 長野県
        gifu, 岐阜, 岐阜県
        shizuoka, 静岡, 静岡県
        aichi, 愛知, 愛知県
        mie, 三重, 三重県
        shiga, 滋賀, 滋賀県
        kyoto, kyoto prefecture, 京都, 京都府
        osaka, osaka prefecture, 大阪, 大阪府
        hyogo, 兵庫, 兵庫県
        nara, 奈良, 奈良県
        wakayama, 和歌山, 和歌山県
        tottori, 鳥取, 鳥取県
        shimane, 島根, 島根県
        okayama, 岡山, 岡山県
        hiroshima, hiroshima prefecture, 広島, 広島県
        yamaguchi, 山口, 山口県
        tokushima, 徳島, 徳島県
        kagawa, 香川, 香川県
        ehime, 愛媛, 愛媛県
        kochi, 高知, 高知県
        fukuoka, fukuoka prefecture, 福岡, 福岡県
        saga, 佐賀, 佐賀県
        nagasaki, 長崎, 長崎県
        kumamoto, 熊本, 熊本県
        oita, 大分, 大分県
        miyazaki, 宮崎, 宮崎県
        kagoshima, 鹿児島, 鹿児島県
        california, ca, カリフォルニア
        new york, ny, ニューヨーク
        texas, tx, テキサス
        florida, fl, フロリダ, フロリダ州
        illinois, il, イリノイ, イリノイ州
        ohio, oh, オハイオ, オハイオ州
        georgia, ga, ジョージア, ジョージア州
        michigan, mi, ミシガン, ミシガン州
        arizona, az, アリゾナ, アリゾナ州
        pennsylvania, pa, ペンシルベニア
        washington, wa, ワシントン, ワシントン州
        massachusetts, ma, マサチューセッツ
        virginia, va, バージニア
        colorado, co, コロラド
        north carolina, nc, ノースカロライナ
        new jersey, nj, ニュージャージー
        nevada, nv, ネバダ
        oregon, or, オレゴン
        atlanta, atl, アトランタ
        boston, bos, ボストン
        denver, den, デンバー
        dallas, dfw, ダラス
        los angeles, lax, ロサンゼルス, ロス
        chicago, ord, シカゴ
        san francisco, sfo, サンフランシスコ
        seattle, sea, シアトル
        miami, mia, マイアミ
        jfk, john f kennedy, new york jfk
        american airlines, american, aa, アメリカン航空
        alaska airlines, as
        jetblue, b6
        delta, delta air lines, dl, デルタ, デルタ航空
        united, united airlines, ua, ユナイテッド, ユナイテッド航空
        southwest, southwest airlines, wn, サウスウエスト, サウスウエスト航空
        belgium, belgian, ベルギー
        czechia, czech republic, czech, チェコ
        austria, austrian, オーストリア
        poland, polish, ポーランド
        portugal, portuguese, ポルトガル
        greece, greek, ギリシャ
        norway, norwegian, ノルウェー
        denmark, danish, デンマーク
        finland, finnish, フィンランド
        ireland, irish, アイルランド
        turkey, turkish, トルコ
        egypt, egyptian, エジプト
        south africa, 南アフリカ
        nigeria, nigerian, ナイジェリア
        kenya, kenyan, ケニア
        new zealand, ニュージーランド
        taiwan, taiwanese, 台湾
        hong kong, 香港
        malaysia, malaysian, マレーシア
        philippines, filipino, フィリピン
        chile, chilean, チリ
        colombia, colombian, コロンビア
        peru, peruvian, ペルー
        ukraine, ukrainian, ウクライナ
        israel, israeli, イスラエル
        saudi arabia, サウジアラビア
        united arab emirates, uae, アラブ首長国連邦
        scotland, scottish, スコットランド
        england, english, イングランド
        wales, welsh, ウェールズ
        """;
}
