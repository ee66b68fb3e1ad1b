namespace Web.Language;

/// <summary>What happens to things, as headers say it and as people name it: arrived_at is asked for by arrivals, 入会 by joined_on.</summary>
internal static class EventWords
{
    public const string Names = """
        arrive, arrival, 到着, 入港, 入線, 着
        depart, departure, 出発, 出港, 発
        hire, new hire, recruit, recruitment, 採用, 入社
        join, signup, sign up, registration, new member, enrollment, 入会, 加入, 登録, 参加
        register, registration, signup, sign up, 登録, 会員登録
        subscribe, subscription, signup, 契約, 申込, 加入
        enroll, enrollment, enrolment, matriculation, 入学, 履修, 入会, 受講
        admit, admission, 入院, 入学, 入所
        discharge, 退院
        leave, leaver, departure, resignation, 退職, 退社, 離職, 退会
        terminate, termination, leaver, 退職, 解約
        resign, resignation, 退職, 辞職
        retire, retirement, 退職, 引退
        ship, shipment, shipping, dispatch, 出荷, 発送
        deliver, delivery, 配送, 配達, 納品, 納入
        dispatch, shipment, 発送, 出荷
        receive, receipt, 受領, 入荷, 受付
        release, launch, publication, 発売, 公開, 発表, リリース
        publish, publication, release, 出版, 公開, 発行, 掲載
        air, broadcast, airing, 放送, 放映
        found, founding, foundation, establishment, 設立, 創業, 創立
        establish, establishment, founding, 設立, 開設
        build, construction, 建設, 建築, 竣工
        open, opening, launch, 開業, 開店, 開設, 開館, 開園, オープン
        close, closing, closure, 閉店, 閉鎖, 完了, 終了, クローズ
        order, purchase, 注文, 発注, 受注
        purchase, buy, order, 購入, 購買
        sell, sale, 販売, 売却
        book, booking, reservation, 予約
        reserve, reservation, booking, 予約
        cancel, cancellation, cancelation, キャンセル, 取消, 解約, 取り消し
        pay, payment, 支払, 支払い, 入金, 納付
        invoice, bill, billing, 請求
        inspect, inspection, 検査, 点検, 立入検査
        file, filing, application, 申請, 届出, 提出
        apply, application, 申込, 応募, 申請
        approve, approval, 承認, 認可
        reject, rejection, 却下, 不承認
        submit, submission, 提出, 申請
        resolve, resolution, 解決
        report, reporting, 報告, 通報, 届出
        occur, occurrence, incident, 発生
        start, beginning, commencement, 開始, 着工
        finish, completion, 終了, 完了
        complete, completion, 完了, 修了, 完成
        graduate, graduation, 卒業, 修了
        visit, 来店, 来院, 来館, 訪問, 来場, 来訪, 訪問回数, 来店回数, 利用回数
        check in, checkin, arrival, チェックイン, 到着
        check out, checkout, departure, チェックアウト, 出発
        rent, rental, hire, 貸出, レンタル, 貸し出し
        borrow, loan, checkout, 貸出, 借用
        return, 返却, 返品, 返還
        list, listing, 掲載, 出品, 登録, 上場
        die, death, 死亡, 死去
        bear, birth, 出生, 誕生, 生まれ
        marry, marriage, wedding, 結婚, 婚姻
        plant, planting, sowing, 作付, 定植, 植え付け, 播種, 植付
        harvest, harvesting, picking, 収穫
        discover, discovery, discovered, find, found, finding, detection, 発見, 検出, 見つかった
        observe, observation, 観測
        measure, measurement, 測定, 計測
        renew, renewal, 更新
        expire, expiry, expiration, 満了, 期限切れ, 失効
        vaccinate, vaccination, 接種, ワクチン接種
        donate, donation, 寄付, 寄附
        win, victory, 勝利, 受賞
        lose, defeat, loss, 敗北, 失注
        review, レビュー, 査読, 見直し
        vote, voting, 投票
        test, testing, 試験, 検査
        train, training, 研修, 訓練
        contact, 連絡, 接触
        call, 電話, 通話, 架電
        """;
}
