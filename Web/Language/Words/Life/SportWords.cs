namespace Web.Language;

/// <summary>Teams, matches, players.</summary>
internal static class SportWords
{
    public const string Names = """
        team, club, squad, チーム, 球団, クラブ
        player, athlete, 選手, プレイヤー, プレーヤー
        coach, manager, 監督
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
        win rate, winning percentage, 勝率
        home team, home side, hosts, ホームチーム, ホーム, 主催チーム
        away team, visiting team, away side, visitors, アウェイチーム, アウェー, アウェイ, ビジター
        home, ホーム
        away, アウェイ, アウェー
        home goal, home score, goals at home, ホームの得点, ホーム得点, ホームゴール, ホームチームの得点
        away goal, away score, アウェイの得点, アウェイ得点, アウェーの得点, アウェイゴール
        goal, goals score, ゴール, 得点, 得点数, ゴール数
        own goal, オウンゴール
        shot, シュート, シュート数
        shot on target, 枠内シュート
        possession, ボール支配率, 支配率
        pass, パス, パス数
        tackle, タックル
        foul, ファウル, 反則, 反則数
        corner, corner kick, コーナーキック
        offside, オフサイド
        save, セーブ
        yellow card, booking, caution, イエローカード, 警告, イエロー
        red card, sending off, レッドカード, 退場
        penalty, ペナルティ, 反則
        referee, umpire, ref, official, judge, 審判, 主審, レフェリー, 審判員
        competition, tournament, cup, championship, contest, 大会, 競技会, トーナメント, 選手権, 杯
        round, 節, ラウンド, 回戦
        season, campaign, シーズン
        match date, game date, date of match, 試合日, 開催日
        result, match result, 結果, 勝敗
        win, victory, 勝利, 勝ち, 勝利数, 勝数
        draw, tie, 引き分け, 引分
        point, league point, 勝ち点, 勝点, ポイント
        score, run, 得点, スコア
        batting average, 打率
        earned run average, era, 防御率
        strikeout, 三振, 奪三振
        home run, homer, 本塁打, ホームラン
        stolen base, 盗塁
        rebound, リバウンド
        three pointer, スリーポイント, 3ポイント
        record, personal best, 記録, 自己ベスト
        lap time, ラップタイム
        finish time, finishing time, タイム, 完走タイム
        race, レース, 競走
        runner, swimmer, cyclist, 走者, ランナー
        jersey number, shirt number, 背番号
        position, playing position, ポジション, 守備位置
        caps, appearance, 出場, 出場数, 出場試合数
        transfer fee, 移籍金
        market value, 市場価値
        medal, メダル
        gold, gold medal, 金メダル, 金
        silver, silver medal, 銀メダル, 銀
        bronze, bronze medal, 銅メダル, 銅
        event, discipline, 種目
        step, 歩数
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        match, game, fixture, tie, 試合, ゲーム, 対戦, ホームゲーム, アウェイゲーム
        player, athlete, footballer, 選手, プレーヤー, プレイヤー
        team, club, チーム, クラブ
        race, competition, event, レース, 大会, 種目
        workout, training, session, トレーニング, 練習
        """;
}
