namespace Web.Tests.Insights.Datasets.Csv;

/// <summary>
/// Headers as companies write them, what their cells look like, and what a person would say that they are:
/// <c>I</c>dentity, <c>D</c>imension, <c>T</c>ime, or the figure that is usually meant. Where people would differ, each answer that
/// somebody would give.
/// </summary>
internal static class MeaningTable
{
    public const string Identities = """
        order_id | seq | I
        EmployeeID | seq | I
        会員番号 | letters | I
        社員番号 | seq | I
        伝票No | seq | I
        No. | seq | I
        Unnamed: 0 | seq | I
        row_number | seq | I
        index | seq | I
        uuid | guids | I
        sku | letters | I
        Serial No | letters | I
        # | seq | I
        受注番号 | letters | I
        Invoice Number | letters | I
        管理番号 | seq | I
        通し番号 | seq | I
        Seq | seq | I
        vin | letters | I
        email | names | I D
        メールアドレス | names | I D
        name | names | I D
        氏名 | names | I D
        Title | names | I D
        商品名 | names | I D
        company_name | names | I D
        物件名 | names | I D
        movie | names | I D
        """;

    public const string Dimensions = """
        class | codes | D
        grade | int 1 6 | D
        store_no | codes | D
        dept_code | codes | D
        店舗番号 | codes | D
        region_id | codes | D
        customer_id | int 1 20 | D
        部署コード | codes | D
        priority | int 1 3 | D
        severity | int 1 4 | D
        month | int 1 12 | D T
        月 | int 1 12 | D T
        day_of_week | int 0 6 | D T
        曜日 | int 1 7 | D T
        hour | int 0 23 | D T
        hour_of_day | int 0 23 | D T
        quarter | int 1 4 | D T
        week | int 1 52 | D T
        floor | int 1 9 | D
        zone | codes | D
        cluster | int 1 5 | D
        shift | int 1 3 | D
        platform_no | int 1 8 | D
        学年 | int 1 6 | D
        組 | int 1 5 | D
        等級 | int 1 5 | D
        区分 | int 1 4 | D
        ラインNo | int 1 6 | D
        号機 | int 1 6 | D
        machine_no | int 1 6 | D
        stage | int 1 5 | D
        pclass | int 1 3 | D
        zip | int 10000 99999 | D
        postal_code | zeros | D
        郵便番号 | zeros | D
        phone | phone | D I
        電話番号 | phone | D I
        fax_number | phone | D I
        area_code | codes | D
        JANコード | int 1000000 9999999 | D I
        品番 | letters | D I
        product_code | int 100 120 | D
        hs_code | int 1000 1040 | D
        会社コード | zeros | D I
        country | words | D
        都道府県 | words | D
        status | words | D
        担当者 | many | D
        カテゴリ | words | D
        is_member | bits | D
        has_parking | bits | D
        churned | bits | D
        退職フラグ | bits | D
        active | yesno | D
        喫煙 | yesno | D
        defaulted | bits | D
        smoker | yesno | D
        track | int 1 9 | D
        batch | int 1 8 | D
        lane | int 1 8 | D
        team_id | int 1 12 | D
        担当ID | int 1 12 | D
        ward | int 1 20 | D
        round | int 1 7 | D
        half | int 1 2 | D
        """;

    public const string Times = """
        year | int 2010 2024 | T
        Year | int 1990 2024 | T
        年度 | int 2010 2024 | T
        会計年度 | int 2015 2024 | T
        model_year | int 1990 2024 | T D
        birth_year | int 1950 2005 | T D
        yr_built | int 1920 2020 | T D
        year_built | int 1920 2020 | T D
        築年 | int 1960 2020 | T D
        建築年 | int 1960 2020 | T D
        創業年 | int 1900 2010 | T D
        founded | int 1900 2010 | T D
        established | int 1900 2010 | T D
        released | int 1980 2020 | T D
        release_year | int 1980 2020 | T D
        vintage | int 1990 2020 | T D
        season | int 2005 2023 | T D
        fiscal_year | int 2015 2024 | T
        FY | int 2015 2024 | T
        ModelYear | int 2000 2024 | T D
        Yr | int 2000 2024 | T
        西暦 | int 1990 2024 | T
        発売年 | int 1990 2024 | T D
        入社年 | int 1990 2024 | T D
        ym | months | T
        年月 | months | T
        yyyymm | months | T
        対象月 | months | T
        order_date | dates | T
        注文日 | dates | T
        timestamp | times | T
        登録日時 | times | T
        created | times | T
        計測時刻 | times | T
        due | dates | T
        """;

    public const string Means = """
        age | int 18 80 | mean
        年齢 | int 18 80 | mean
        price | int 100 900 | mean
        unit_price | yen | mean
        単価 | yen | mean
        list price | dollars | mean
        販売価格 | int 100 9000 | mean
        定価 | int 100 9000 | mean
        avg_rating | dec 1 5 | mean
        rating | int 1 5 | mean
        stars | int 1 5 | mean
        score | int 0 100 | mean
        test_score | int 0 100 | mean
        点数 | int 0 100 | mean
        評価 | int 1 5 | mean
        満足度 | int 1 5 | mean
        temperature | dec -5 35 | mean
        temp_c | dec -5 35 | mean
        気温 | dec -5 35 | mean
        最高気温(℃) | dec -5 35 | mean
        体温 | dec 35 39 | mean
        室温 | int 15 30 | mean
        humidity | int 20 90 | mean
        湿度(%) | int 20 90 | mean
        rate | share | mean
        churn_rate | share | mean
        interest_rate | dec 0 9 | mean
        利率 | dec 0 9 | mean
        discount_pct | int 5 40 | mean
        discount | share | mean
        割引率 | percent | mean
        margin | percent | mean
        ABV (%) | dec 4 9 | mean
        IBU | int 10 90 | mean
        pH | dec 3 9 | mean
        bmi | dec 18 32 | mean
        height_cm | int 150 190 | mean
        身長 | int 150 190 | mean
        weight_kg | int 45 95 | mean
        体重 | dec 45 95 | mean
        body_mass_g | int 2700 6300 | mean
        bill_length_mm | dec 32 60 | mean
        petalLength | dec 1 7 | mean
        sepal width (cm) | dec 2 4 | mean
        latitude | dec 30 45 | mean
        lon | dec 120 145 | mean
        経度 | dec 120 145 | mean
        speed_kmh | int 20 120 | mean
        mpg | dec 10 40 | mean
        Miles_per_Gallon | dec 10 40 | mean
        燃費 | dec 8 30 | mean
        horsepower | int 60 220 | mean
        acceleration | dec 8 24 | mean
        displacement | int 70 450 | mean
        engine_size | dec 1 5 | mean
        pressure_hpa | int 980 1030 | mean
        気圧 | int 980 1030 | mean
        elevation_m | int 0 900 | mean
        altitude | int 0 900 | mean
        標高(m) | int 0 900 | mean
        depth | dec 40 80 | mean
        gpa | dec 1 4 | mean
        偏差値 | int 35 70 | mean
        IQ | int 80 140 | mean
        heart_rate | int 50 120 | mean
        心拍数 | int 50 120 | mean
        systolic | int 95 160 | mean
        血圧 | int 95 160 | mean
        血糖値 | int 70 180 | mean
        cholesterol | int 120 280 | mean
        credit_score | int 300 850 | mean
        nps | int 0 10 | mean
        satisfaction | int 1 5 | mean
        ctr | share | mean
        CVR | percent | mean
        cpc | dec 0 4 | mean
        CPA | int 500 3000 | mean
        roas | dec 1 8 | mean
        conversion | share | mean
        bounce_rate | percent | mean
        latency_ms | int 20 900 | mean
        response_time | int 20 900 | mean
        応答時間(ms) | int 20 900 | mean
        duration | int 5 180 | mean sum
        所要時間 | int 5 180 | mean
        runtime | int 60 180 | mean
        running_time_min | int 60 180 | mean
        上映時間 | int 60 180 | mean
        lead_time_days | int 1 30 | mean
        リードタイム | int 1 30 | mean
        days_to_close | int 1 90 | mean
        wait_time | int 1 60 | mean
        待ち時間(分) | int 1 60 | mean
        arr_delay | int -20 90 | mean
        delay | int -20 90 | mean
        遅延時間 | int 0 90 | mean sum
        salary | int 2500 9000 | mean sum
        hourly_wage | dec 10 40 | mean
        時給 | int 1000 2500 | mean
        年収 | int 300 1200 | mean sum
        rent | int 50000 150000 | mean sum
        家賃 | int 50000 150000 | mean sum
        exchange_rate | dec 100 150 | mean
        為替レート | dec 100 150 | mean
        株価 | int 500 9000 | mean
        close | dec 10 90 | mean
        adj_close | dec 10 90 | mean
        終値 | int 500 9000 | mean
        gdp_per_capita | int 500 9000 | mean
        life_expectancy | dec 50 85 | mean
        平均寿命 | dec 50 85 | mean
        fertility | dec 1 7 | mean
        infant_mortality | dec 2 90 | mean
        population_density | dec 2 90 | mean
        unemployment | percent | mean
        失業率 | dec 2 9 | mean
        inflation | dec 0 9 | mean
        probability | int 0 100 | mean
        confidence | share | mean
        popularity | int 0 100 | mean
        danceability | share | mean
        energy | share | mean
        valence | share | mean
        tempo | dec 60 200 | mean
        loudness | dec -30 0 | mean
        bpm | int 60 200 | mean
        metascore | int 20 98 | mean
        imdb_rating | dec 2 9 | mean
        rank | int 1 400 | mean
        順位 | int 1 40 | mean D
        ランキング | int 1 40 | mean D
        level | int 1 99 | mean
        years_experience | int 0 30 | mean
        years_at_company | int 0 30 | mean
        勤続年数 | int 0 30 | mean
        経験年数 | int 0 30 | mean
        築年数 | int 0 50 | mean
        徒歩分 | int 1 20 | mean
        坪単価 | int 100 900 | mean
        price_per_sqft | int 100 900 | mean
        bedrooms | int 1 6 | mean D sum
        aqi | int 10 200 | mean
        pm2.5 | dec 2 90 | mean
        uv_index | int 0 11 | mean
        wind_speed | dec 0 20 | mean
        風速 | dec 0 20 | mean
        visibility | dec 1 10 | mean
        snow_depth | int 0 90 | mean
        cloud_cover | percent | mean
        voltage | dec 190 240 | mean
        電圧 | dec 190 240 | mean
        current_a | dec 1 12 | mean
        vibration | dec 0 4 | mean
        振動 | dec 0 4 | mean
        rpm | int 700 6000 | mean
        torque | dec 20 70 | mean
        utilization | share | mean
        稼働率 | percent | mean
        歩留まり | percent | mean
        不良率 | dec 0 5 | mean
        達成率 | int 60 130 | mean
        前年比 | percent | mean
        構成比 | dec 1 40 | mean
        粗利率 | dec 1 40 | mean
        離職率 | dec 1 40 | mean
        median_income | int 20000 90000 | mean
        avg_order_value | dec 10 90 | mean
        客単価 | int 800 5000 | mean
        平均単価 | int 800 5000 | mean
        max_speed | int 80 250 | mean
        spo2 | int 90 100 | mean
        concentration | dec 0 9 | mean
        濃度 | dec 0 9 | mean
        粘度 | dec 0 9 | mean
        硬度 | dec 0 9 | mean
        z_score | dec -3 3 | mean
        attendance_rate | percent | mean
        出席率 | int 50 100 | mean
        carat | dec 0 5 | mean
        sugar_g_per_100ml | dec 0 12 | mean
        alcohol | dec 8 14 | mean
        reading_level | dec 1 12 | mean
        efficiency | share | mean
        similarity | share | mean
        糖度 | dec 8 18 | mean
        """;

    public const string Sums = """
        sales | int 100 9000 | sum
        revenue | dollars | sum
        amount | int 100 9000 | sum
        売上 | int 100 9000 | sum
        売上高(百万円) | int 100 9000 | sum
        売上_千円 | int 100 9000 | sum
        quantity | int 1 9 | sum
        qty | int 1 9 | sum
        数量 | int 1 9 | sum
        units_sold | int 1 90 | sum
        total | int 100 9000 | sum
        subtotal | dollars | sum
        tax | dollars | sum
        消費税 | yen | sum
        profit | int -500 900 | sum
        粗利 | int -500 900 | sum
        cost | int 100 900 | sum
        経費 | yen | sum
        交通費 | yen | sum
        人件費 | yen | sum
        budget | int 1000 9000 | sum
        予算 | int 1000 9000 | sum
        ad_spend | dollars | sum
        広告費 | yen | sum
        clicks | int 10 900 | sum
        impressions | int 1000 90000 | sum
        表示回数 | int 1000 90000 | sum
        visits | int 1 900 | sum
        sessions | int 1 900 | sum
        page_views | int 1 9000 | sum
        orders | int 1 90 | sum
        num_orders | int 1 90 | sum
        order_count | int 1 90 | sum
        number_of_employees | int 1 900 | sum
        NumOfSeats | int 20 400 | sum
        count | int 1 900 | sum
        population | int 1000 90000 | sum
        人口 | int 1000 90000 | sum
        世帯数 | int 1000 90000 | sum
        来店者数 | int 10 900 | sum
        観客数 | int 1000 40000 | sum
        生産数 | int 10 900 | sum
        生産量(t) | dec 10 900 | sum
        不良数 | int 0 20 | sum
        件数 | int 1 90 | sum
        問い合わせ件数 | int 1 90 | sum
        回数 | int 1 90 | sum
        goals | int 0 30 | sum
        assists | int 0 30 | sum
        wins | int 0 30 | sum
        losses | int 0 30 | sum
        home_runs | int 0 40 | sum
        本塁打 | int 0 40 | sum
        votes | int 10 90000 | sum
        likes | int 10 90000 | sum
        shares | int 10 9000 | sum
        comments | int 0 900 | sum
        いいね数 | int 0 900 | sum
        downloads | int 10 90000 | sum
        installs | int 10 90000 | sum
        refunds | dollars | sum
        deaths | int 0 900 | sum
        new_cases | int 0 900 | sum
        感染者数 | int 0 900 | sum
        donation_amount | dollars | sum
        寄付金 | yen | sum
        補助金額 | yen | sum
        worldwide_gross | int 10000 90000 | sum
        US Gross | int 10000 90000 | sum
        興行収入(億円) | dec 1 90 | sum
        co2_emissions | dec 1 90 | sum
        rainfall | dec 0 40 | sum
        降水量(mm) | dec 0 40 | sum
        production | int 10 900 | sum
        energy_kwh | dec 1 90 | sum
        電力使用量(kWh) | dec 1 90 | sum
        consumption | dec 1 90 | sum
        exports | int 10 900 | sum
        輸出額 | int 10 900 | sum
        gdp | int 1000 90000 | sum
        passengers | int 10 900 | sum
        tickets_sold | int 10 900 | sum
        steps | int 1000 20000 | sum
        hours_worked | dec 1 12 | sum
        残業時間(h) | dec 0 60 | sum
        労働時間 | dec 100 200 | sum mean
        overtime_hours | dec 0 60 | sum
        停止時間(分) | int 0 90 | sum
        downtime_min | int 0 90 | sum
        deposits | dollars | sum
        在庫数 | int 0 900 | sum
        stock_qty | int 0 900 | sum
        employees | int 10 900 | sum
        headcount | int 10 900 | sum
        enrollment | int 10 900 | sum
        返品数 | int 0 9 | sum
        shipping_fee | dollars | sum
        commission | dollars | sum
        手数料 | yen | sum
        送料 | yen | sum
        tip | dollars | sum
        loan_amount | int 1000 90000 | sum
        contract_value | int 1000 90000 | sum
        請求金額 | yen | sum
        入金額 | yen | sum
        売上見込 | yen | sum
        実績 | int 100 900 | sum
        目標 | int 100 900 | sum
        defects | int 0 9 | sum
        tickets | int 0 90 | sum
        bookings | int 0 90 | sum
        宿泊者数 | int 0 90 | sum
        利用者数 | int 0 90 | sum
        走行距離 | int 1 900 | sum mean
        distance | int 100 2500 | sum mean
        crashes | int 0 30 | sum
        interest_paid | dollars | sum
        price_total | dollars | sum
        total_price | dollars | sum
        合計金額 | yen | sum
        total_score | int 10 900 | sum mean
        average_visitors_total | int 10 900 | sum mean
        margin_amount | dollars | sum
        割引額 | yen | sum
        discount_amount | dollars | sum
        値引額 | int 100 900 | sum
        """;

    public const string Others = """
        cumulative_cases | rising | max
        累計売上 | rising | max
        running_total | rising | max
        odometer | rising | max
        """;

    /// <summary>A second list, written when the rules stood and not looked at while they were made.</summary>
    public const string Unseen = """
        patient_id | seq | I
        BookingRef | letters | I
        契約番号 | letters | I
        顧客コード | letters | I
        asset_tag | letters | I D
        isbn | letters | I
        申込No. | seq | I
        施設名 | names | I D
        hotel_name | names | I D
        clinic | words | D
        supplier_code | codes | D
        warehouse_id | int 1 9 | D
        営業所コード | zeros | D I
        路線番号 | int 1 12 | D
        bus_line | words | D
        tier | int 1 3 | D
        age_group | words | D
        rating_class | words | D
        加入区分 | int 1 3 | D
        学級 | int 1 4 | D
        病棟 | words | D
        minute_of_hour | int 0 59 | D T mean
        weekday | int 1 7 | D T
        is_weekend | bits | D
        insured | bits | D
        deceased | bits | D
        解約フラグ | bits | D
        mobile | phone | D I
        postcode | int 1000 9999 | D
        gender_code | int 1 2 | D
        graduation_year | int 1980 2024 | T D
        開設年 | int 1950 2020 | T D
        製造年 | int 1980 2024 | T D
        since | int 1980 2024 | T D
        tax_year | int 2010 2024 | T
        事業年度 | int 2010 2024 | T
        観測日 | dates | T
        admitted_at | times | T
        last_login | times | T
        決算月 | months | T
        water_level | dec 0 9 | mean
        水位 | dec 0 9 | mean
        soil_ph | dec 4 9 | mean
        照度 | int 100 900 | mean
        CO2濃度 | int 400 900 | mean
        occupancy_rate | percent | mean
        稼動率 | percent | mean
        入院日数 | int 1 60 | mean sum
        length_of_stay | int 1 60 | mean
        stay_nights | int 1 9 | mean sum
        reaction_time | dec 0 2 | mean
        lap_time | dec 60 90 | mean
        batting_average | share | mean
        打率 | share | mean
        防御率 | dec 1 6 | mean
        era | dec 1 6 | mean
        cost_per_click | dec 0 4 | mean
        price_per_night | int 80 400 | mean
        宿泊単価 | int 8000 40000 | mean
        avg_temp | dec 0 30 | mean
        max_heart_rate | int 120 200 | mean
        resting_bp | int 90 180 | mean
        hdl | int 30 90 | mean
        ldl | int 60 190 | mean
        creatinine | dec 0 3 | mean
        egfr | dec 30 120 | mean
        BMI値 | dec 18 32 | mean
        視力 | dec 0 2 | mean
        握力 | dec 20 60 | mean
        学力偏差値 | int 35 70 | mean
        英語 | int 0 100 | mean sum
        math_score | int 0 100 | mean
        感想評価 | int 1 5 | mean
        推奨度 | int 0 10 | mean
        customer_satisfaction | dec 1 5 | mean
        churn_probability | share | mean
        win_pct | share | mean
        原価率 | percent | mean
        利益率(%) | dec 1 40 | mean
        自己資本比率 | percent | mean
        per | dec 8 40 | mean
        為替 | dec 100 160 | mean
        engine_temp | int 60 110 | mean
        oil_pressure | dec 1 5 | mean
        tire_width | int 155 305 | mean
        screen_size_in | dec 4 8 | mean
        battery_mah | int 2500 5200 | mean sum
        roughness | dec 0 3 | mean
        thickness_mm | dec 0 9 | mean
        net_sales | int 100 9000 | sum
        粗利額 | int 100 9000 | sum
        gross_revenue | dollars | sum
        売上総額 | yen | sum
        仕入高 | yen | sum
        外注費 | yen | sum
        光熱費 | yen | sum
        advertising_cost | dollars | sum
        order_qty | int 1 90 | sum
        出荷数 | int 1 90 | sum
        受注件数 | int 1 90 | sum
        来場者数 | int 100 9000 | sum
        新規会員数 | int 1 90 | sum
        subscribers | int 100 9000 | sum
        students | int 100 900 | sum
        beds | int 10 900 | sum
        vaccinated | int 100 9000 | sum
        hospitalizations | int 0 90 | sum
        touchdowns | int 0 9 | sum
        rebounds | int 0 19 | sum
        失点 | int 0 9 | sum mean
        stolen_bases | int 0 60 | sum
        retweets | int 0 900 | sum
        watch_hours | dec 0 900 | sum
        再生回数 | int 0 9000 | sum
        page_count | int 80 900 | sum mean
        rain_mm | dec 0 40 | sum
        降雪量 | dec 0 40 | sum
        co2_kg | dec 0 40 | sum
        gas_usage_m3 | dec 0 40 | sum
        水使用量 | dec 0 40 | sum
        発電量(kWh) | dec 0 900 | sum
        harvest_t | dec 0 900 | sum
        収穫量 | dec 0 900 | sum
        寄付額 | yen | sum
        grant_amount | dollars | sum
        insurance_claims | dollars | sum
        invoice_total | dollars | sum
        late_fees | dollars | sum
        returned_items | int 0 9 | sum
        scrap_count | int 0 9 | sum
        歩数 | int 1000 20000 | sum
        消費カロリー | int 1000 3000 | sum mean
        overtime | dec 0 60 | sum
        欠席日数 | int 0 20 | sum mean
        num_of_rooms | int 1 90 | sum mean
        累積降水量 | rising | max sum
        cumulative_sales | rising | max
        """;
}
