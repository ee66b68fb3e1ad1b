namespace Web.Language;

/// <summary>Sites, campaigns, apps and systems.</summary>
internal static class OnlineWords
{
    public const string Names = """
        user, ユーザー, 利用者
        member, メンバー, 会員
        account, company, 取引先, 会社, 企業, 社
        channel, チャネル, 経路, チャンネル, 販売チャネル
        source, 流入元, ソース
        medium, 媒体
        campaign, キャンペーン
        click, クリック, クリック数
        impression, 表示回数, インプレッション, インプレッション数
        visit, session, 訪問, セッション, 訪問数, セッション数
        page view, pageview, ページビュー, 閲覧数
        conversion, コンバージョン, 成約
        device, デバイス, 端末
        browser, ブラウザ
        operating system, os, オペレーティングシステム
        bounce rate, 直帰率
        page, ページ
        url, アドレス
        conversion rate, cvr, 転換率, コンバージョン率, 成約率
        click through rate, ctr, クリック率
        comment, コメント, コメント数
        like, いいね, いいね数
        follower, フォロワー, フォロワー数
        view, 再生, 再生数, 再生回数, 視聴回数
        download, ダウンロード, ダウンロード数
        subscriber, 登録者, 登録者数, 購読者
        message, メッセージ
        page view, pageview, view, pv, ページビュー, 閲覧数, 表示数, pv数
        unique user, unique visitor, ユニークユーザー, ユニーク訪問者, uu
        session, visit, セッション, 訪問, 訪問数
        bounce rate, bounce, 直帰率
        exit rate, 離脱率
        time on page, dwell time, session duration, 滞在時間, 平均滞在時間
        landing page, ランディングページ
        referrer, traffic source, source, 参照元, 流入元, 流入経路
        keyword, search term, キーワード, 検索語
        ad, advertisement, advert, 広告
        ad spend, ad cost, advertising cost, advertising spend, marketing spend, 広告費, 広告費用, 出稿費, 広告宣伝費
        cost per click, cpc, クリック単価
        cost per acquisition, cpa, 獲得単価, 顧客獲得単価
        return on ad spend, roas, 広告費用対効果
        click rate, click through rate, ctr, クリック率
        open rate, 開封率
        unsubscribe, 配信停止
        key event, conversion, コンバージョン, cv
        conversion, converted, cv, コンバージョン, 成約, コンバージョン数
        signup, sign up, registration, 会員登録, サインアップ, 登録
        monthly active user, mau, 月間アクティブユーザー
        daily active user, dau, 日間アクティブユーザー
        retention, retention rate, 継続率, 定着率, リテンション
        churn, churned, churn rate, cancellation rate, 解約, 解約率, チャーン
        monthly recurring revenue, mrr, 月次経常収益
        annual recurring revenue, arr, 年間経常収益
        lifetime value, ltv, 顧客生涯価値
        net promoter score, nps, 推奨度
        plan, pricing plan, subscription plan, tier, プラン, 料金プラン, 契約プラン
        app, application, アプリ
        install, インストール, インストール数
        crash, クラッシュ, クラッシュ数
        response time, latency, 応答時間, レスポンスタイム, 遅延
        request, request count, リクエスト, リクエスト数
        server, host, サーバー, サーバ
        uptime, availability, 稼働率, 可用性
        memory, memory usage, メモリ, メモリ使用量
        cpu usage, cpu, cpu使用率
        disk usage, storage, ディスク使用量, ストレージ
        traffic, bandwidth, トラフィック, 通信量
        bug, defect, バグ, 不具合
        commit, コミット
        pull request, プルリクエスト
        release, deployment, デプロイ, リリース
        build, ビルド
        test coverage, coverage, カバレッジ
        post, 投稿, 投稿数
        share, シェア, 共有数
        like, favorite, いいね, いいね数
        follower, フォロワー
        comment, コメント
        hashtag, ハッシュタグ
        video, 動画
        watch time, 視聴時間
        platform, プラットフォーム
        device type, デバイス種別, 端末種別
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        user, visitor, account, subscriber, member, ユーザー, 利用者, 会員, 訪問者
        visit, session, 訪問, セッション
        request, log, error, event, リクエスト, ログ, イベント
        campaign, ad, advertisement, キャンペーン, 広告
        post, video, tweet, 投稿, 動画
        page, site, ページ, サイト
        app, アプリ
        bug, issue, ticket, バグ, 課題
        """;
}
