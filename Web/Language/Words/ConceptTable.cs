namespace Web.Language;

/// <summary>The lines of <see cref="Concepts"/>.</summary>
internal static class ConceptTable
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
        gross, box office, worldwide gross, 興行収入, 興収, 総収入, 総売上
        balance, 残高
        income, 収入, 所得, 年収
        salary, wage, pay, earn, compensation, payroll, 給与, 給料, 月給, 賃金, 年収, 報酬, 年俸
        bonus, 賞与, ボーナス
        age, 年齢, 歳, 才, years old, year old
        height, 身長, 高さ
        weight, mass, 体重, 重さ, 重量
        length, 長さ
        width, 幅
        depth, 深さ
        size, サイズ, 大きさ
        area, 面積
        distance, 距離, 飛行距離, 走行距離
        duration, runtime, running time, length, 時間, 上映時間, 所要時間, 期間, 再生時間
        minute, 分
        speed, velocity, 速度, スピード
        temperature, 気温, 温度, 室温
        maximum temperature, high temperature, highest temperature, 最高気温, 最高温度
        minimum temperature, low temperature, lowest temperature, 最低気温, 最低温度
        humidity, 湿度
        precipitation, rain, rainfall, 降水量, 雨量, 降雨量
        snow, snowfall, 降雪量, 積雪
        wind, wind speed, 風速, 風
        pressure, 気圧, 圧力
        weather, 天気, 天候, 気象
        vibration, 振動
        voltage, 電圧
        current, 電流
        power, 電力, 出力
        energy, エネルギー, 消費電力
        population, 人口
        gdp, gross domestic product, 国内総生産
        life expectancy, 平均寿命, 寿命
        gender, sex, 性別, 男女
        name, 名前, 名称, 氏名
        title, タイトル, 題名, 作品, 作品名, 題
        job title, job, position, occupation, role, 役職, 職種, 職業, 職位, 肩書き
        position, ポジション, 守備位置
        department, division, 部署, 部門, 部
        team, club, squad, チーム, 球団, クラブ
        player, athlete, 選手, プレイヤー, プレーヤー
        coach, manager, 監督
        manager, 管理職, マネージャー, 上司
        employee, staff, worker, personnel, person, headcount, 従業員, 社員, スタッフ, 職員, 人員, 人, 社員数
        customer, client, buyer, shopper, 顧客, 客, お客様, 得意先, 取引先, 購入者
        number of customer, customer count, visitor, 客数, 来客数, 来店客数, 来店者数
        person, 人, 者
        user, ユーザー, 利用者
        member, メンバー, 会員
        account, company, 取引先, 会社, 企業, 社
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
        type, kind, 種類, 種別, タイプ
        class, クラス, 等級, 階級
        level, レベル, 水準, 段階
        rank, ランク, 順位
        status, state, 状態, ステータス, 状況
        stage, phase, ステージ, 段階, フェーズ
        priority, 優先度, 優先順位
        reason, 理由, 原因
        channel, チャネル, 経路, チャンネル, 販売チャネル
        source, 流入元, ソース
        medium, 媒体
        campaign, キャンペーン
        click, クリック, クリック数
        impression, 表示回数, インプレッション, インプレッション数
        visit, session, 訪問, セッション, 訪問数, セッション数
        page view, pageview, ページビュー, 閲覧数
        conversion, コンバージョン, 成約
        order, purchase, 注文, 受注, 発注
        order id, order number, 注文番号
        order date, 注文日, 受注日
        ship, shipping, shipment, delivery, 配送, 発送, 出荷
        ship mode, shipping mode, shipping method, delivery method, 配送モード, 配送方法, 出荷モード, 発送方法
        ship date, shipping date, 出荷日, 発送日, 配送日
        payment, 支払い, 支払, 決済, 入金
        payment method, 支払い方法, 支払方法, 決済方法, 決済手段
        store, shop, branch, outlet, 店舗, 店, 店舗名, 支店, ショップ
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
        location, place, site, 場所, 所在地, 拠点, 勤務地
        continent, 大陸
        warehouse, 倉庫
        inventory, stock, 在庫, 在庫数
        factory, plant, 工場
        line, production line, ライン, 生産ライン
        machine, equipment, device, 機械, 設備, 装置, マシン, 機器
        sensor, センサー
        output, production, 生産, 生産数, 生産量, 出力, 生産高
        output count, production count, 生産数, 生産個数
        defect, 不良, 不良数, 欠陥, 不具合
        error, エラー
        alarm, アラーム
        downtime, 停止時間, ダウンタイム
        hour, 時間
        overtime, 残業, 残業時間, 時間外
        hire, join, 入社, 採用
        hire date, join date, 入社日, 採用日
        years of service, tenure, 勤続年数, 勤続
        performance rating, performance, 評価, 人事評価, 業績評価
        rating, evaluation, 評価, 評点, 評価点, レーティング
        imdb rating, imdb score, 評価, imdb評価
        review, レビュー, 口コミ, レビュー数
        score, point, mark, 得点, 点数, スコア, 点, 成績
        math score, math mark, maths score, math, mathematics, 数学, 数学の点数, 数学の点, 数学の得点, 数学の成績
        reading score, reading, 読解, 国語, 読解の点数, 国語の点数
        writing score, writing, 作文, ライティング
        science score, science, 理科, 科学
        english score, english, 英語, 英語の点数
        math, maths, mathematics, 数学, 算数
        test, exam, 試験, テスト
        grade, school year, 学年, 成績
        school, 学校, 校
        student, pupil, 生徒, 学生, 児童
        teacher, instructor, 教師, 教員, 先生
        course, subject, 科目, 教科, コース, 講座
        university, college, 大学
        major, 専攻
        absence, 欠席, 欠席数, 欠席日数, 欠席回数
        attendance, 出席, 出席率, 出席数
        enroll, enrollment, 入学, 登録
        graduation, 卒業
        goal, goals score, ゴール, ゴール数, 得点, 得点数
        assist, アシスト, アシスト数
        win, victory, 勝利, 勝ち, 勝利数
        loss, defeat, 敗北, 負け, 敗戦
        match, game, 試合, ゲーム, 試合数
        minutes played, playing time, 出場時間, プレー時間
        season, シーズン, 季節
        medal, メダル, メダル数
        sport, スポーツ, 競技
        league, リーグ
        stadium, venue, スタジアム, 会場
        home run, 本塁打, ホームラン
        hit, 安打, ヒット
        movie, film, 映画, 作品
        director, 監督, 映画監督
        actor, star, 俳優, 主演
        genre, ジャンル
        release, 公開, 発売, リリース
        release year, year release, 公開年, 発売年, リリース年, 年
        studio, スタジオ
        vote, 投票, 得票, 投票数, 得票数, 票
        party, 政党, 党
        candidate, 候補者, 候補
        election, 選挙
        song, track, 曲, 楽曲
        artist, singer, アーティスト, 歌手
        album, アルバム
        book, 本, 書籍
        author, writer, 著者, 作家
        publisher, 出版社
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
        patient, 患者
        hospital, 病院
        doctor, physician, 医師, 医者
        disease, diagnosis, 病気, 疾患, 診断, 病名
        treatment, 治療
        case, 症例, 感染者, 感染者数
        death, 死亡, 死者, 死亡者数, 死亡数
        blood pressure, 血圧
        cholesterol, コレステロール
        bmi, 体格指数
        heart rate, 心拍数
        species, 種, 種類
        animal, 動物
        flower, 花
        petal, 花弁, 花びら
        sepal, がく, 萼
        house, home, property, 住宅, 家, 物件
        rent, 家賃, 賃料
        bedroom, 寝室, 寝室数
        floor, 階, 階数
        year build, construction year, 築年, 建築年
        loan, 融資, ローン
        interest, interest rate, 金利, 利率, 利息
        credit, クレジット, 与信
        transaction, 取引, 取引数
        open, opening price, open price, 始値
        high, high price, 高値
        low, low price, 安値
        close, closing price, close price, 終値, 株価
        volume, trading volume, trade volume, 出来高, 取引量, 売買高
        symbol, ticker, stock, 銘柄, 株, ティッカー
        exchange, 取引所
        currency, 通貨
        country code, 国コード
        ticket, issue, case, inquiry, 問い合わせ, チケット, 問合せ
        agent, オペレーター, 担当者
        response time, 応答時間, 対応時間, レスポンス時間
        resolution time, 解決時間
        satisfaction, 満足度, 顧客満足度
        project, プロジェクト, 案件
        task, タスク, 作業
        activity, action, 活動, アクション
        deal, opportunity, 案件, 商談
        contract, 契約
        subscription, サブスクリプション, 契約
        plan, プラン
        churn, 解約, 離脱
        lead, リード, 見込み客
        contact, 連絡先
        birth, 誕生, 出生, 生年
        birthday, date of birth, birth date, 生年月日, 誕生日
        marital status, 婚姻状況, 婚姻
        education, 学歴, 教育
        language, 言語
        device, デバイス, 端末
        browser, ブラウザ
        operating system, os, オペレーティングシステム
        event, イベント
        date, day, 日付, 年月日
        time, 時刻, 時間, 日時
        year, 年
        month, 月
        week, 週
        weekday, day of week, 曜日
        quarter, 四半期
        fiscal year, 年度
        create, 作成, 登録
        update, 更新
        start, begin, 開始
        end, finish, 終了
        due, deadline, 期限, 締切, 期日
        close, 完了, クローズ, 成約
        complete, done, finish, 完了
        overdue, 期限切れ, 遅延, 期限超過
        average, mean, 平均
        maximum, max, 最大, 最高
        minimum, min, 最小, 最低
        count, number, 数, 件数
        rate, ratio, 率, 比率
        percentage, percent, 割合, パーセント
        growth, 成長
        target, goal, 目標
        forecast, 予測
        actual, 実績
        plan, 計画
        share, シェア
        frequency, 頻度
        weighted, 加重
        first, 最初
        last, 最後
        active, アクティブ, 有効
        new, 新規
        color, 色, カラー
        material, 素材, 材質
        shape, 形状, 形
        turnout, voter turnout, voting rate, 投票率
        votes, vote count, 得票数, 票数
        district, constituency, electoral district, 選挙区
        length of stay, stay length, hospital days, 在院日数, 入院日数, 滞在日数
        department, clinical department, medical department, 診療科, 科
        admission, hospitalization, admit, 入院
        discharge, 退院
        readmit, readmission, 再入院
        days, day count, 日数
        bounce rate, 直帰率
        page, ページ
        url, アドレス
        island, 島
        ocean, sea, 海
        river, 川
        mountain, 山
        bill, beak, くちばし
        flipper, wing, ひれ, 翼
        body mass, body weight, 体重
        carrier, courier, shipping company, delivery company, 配送業者, 運送会社, 運送業者
        freight, shipping cost, shipping fee, 運賃, 送料, 配送料
        ship, shipment, 出荷
        slip number, tracking number, 伝票番号
        delivery date, arrival date, 納品日, 納期, 到着日
        flag, フラグ
        acceleration, 加速, 加速度
        displacement, 排気量
        win rate, winning percentage, 勝率
        unemployment rate, 失業率
        inflation, inflation rate, インフレ率, 物価上昇率
        birth rate, 出生率
        death rate, mortality, 死亡率
        growth rate, 成長率
        conversion rate, cvr, 転換率, コンバージョン率, 成約率
        click through rate, ctr, クリック率
        occupancy, occupancy rate, 稼働率
        attendance rate, 出席率
        defect rate, 不良率
        yield rate, 歩留まり率
        density, 密度
        altitude, elevation, 標高, 高度
        latitude, 緯度
        longitude, 経度
        depth, 深さ, 深度
        comment, コメント, コメント数
        like, いいね, いいね数
        follower, フォロワー, フォロワー数
        view, 再生, 再生数, 再生回数, 視聴回数
        download, ダウンロード, ダウンロード数
        subscriber, 登録者, 登録者数, 購読者
        message, メッセージ
        employee count, number of employee, 従業員数, 社員数
        capital, 資本金
        asset, 資産
        debt, liability, 負債
        dividend, 配当
        market cap, market capitalization, 時価総額
        commission, 手数料
        refund, 返金
        insurance, 保険
        premium, 保険料
        claim, 請求
        invoice, 請求書
        membership, 会員種別
        household, 世帯
        class size, 学級人数
        semester, term, 学期
        homework, 宿題
        reign, 治世
        century, 世紀
        magnitude, マグニチュード
        earthquake, 地震
        accident, 事故
        crime, 犯罪
        emission, 排出量, 排出
        co2, carbon dioxide, 二酸化炭素
        crop, 作物
        yield, 収穫量, 収量, 歩留まり
        """;

    public const string Values = """
        female, f, woman, girl, 女性, 女, 女子
        male, m, man, boy, 男性, 男, 男子
        yes, true, はい, 有
        no, false, いいえ, 無
        open, 未対応, 進行中, オープン
        closed, close, クローズ, 完了
        won, win, 受注, 成約
        lost, lose, 失注
        active, 有効, アクティブ
        inactive, 無効, 休眠
        completed, complete, done, 完了, 完了済み
        cancelled, canceled, キャンセル, 中止
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
        """;
}
