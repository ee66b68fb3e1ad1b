namespace Web.Language;

/// <summary>Films, books, music, museums, games.</summary>
internal static class CultureWords
{
    public const string Names = """
        gross, box office, worldwide gross, 興行収入, 興収, 総収入, 総売上
        movie, film, 映画, 作品
        director, 監督, 映画監督
        actor, star, 俳優, 主演
        genre, ジャンル
        museum, museum name, gallery, hall, 館, 館名, 美術館, 博物館, ミュージアム, 施設
        branch, branch library, library, 館, 分館, 図書館
        books, copies, volumes, 冊数, 本の数, 図書数
        loan, loans, borrowing, lending, checkout, 貸出, 貸し出し, 貸出件数, 借り出し
        loan day, loan duration, loan period, borrowing day, 貸出日数, 貸出期間
        overdue day, days overdue, days late, late day, 延滞日数, 遅延日数, 超過日数
        release year, year of release, year released, 発売年, 公開年, 発売された年
        critic score, critic rating, critic review, 批評家スコア, 批評家評価, 評論家スコア, 評論家の評価
        user score, user rating, player rating, ユーザースコア, ユーザー評価
        platform, console, プラットフォーム, 機種, 対応機種, ハード
        multiplayer, multi player, マルチプレイ, マルチプレイヤー, 対戦対応
        special exhibition, exhibition, 特別展, 企画展, 展覧会
        release, 公開, 発売, リリース
        release year, year release, 公開年, 発売年, リリース年, 年
        studio, スタジオ
        song, track, 曲, 楽曲
        artist, singer, アーティスト, 歌手
        album, アルバム
        book, 本, 書籍
        author, writer, 著者, 作家
        publisher, 出版社
        title, name, movie title, film title, タイトル, 題名, 作品名, 映画名
        movie, film, motion picture, feature, picture, 映画, 作品, 映像作品
        running time, runtime, run time, length, duration, 上映時間, 再生時間, 長さ, 尺
        release date, opening date, premiere, release day, 公開日, 発売日, リリース日, 配信日
        release year, year of release, 公開年, 発売年
        production budget, budget, production cost, 製作費, 制作費, 予算, 制作予算
        worldwide gross, global gross, box office, gross, takings, worldwide box office, 世界興行収入, 興行収入, 興収, 総収入, 世界興収
        domestic gross, 国内興行収入, 国内興収
        imdb vote, vote, number of vote, 投票数, imdb投票数, 評価数
        imdb rating, imdb score, user rating, rating, score, 評価, imdb評価, 評点, スコア
        mpaa rating, age rating, certificate, content rating, rated, レーティング, 年齢制限, 年齢区分, 映倫区分
        oscar, oscars, academy award, oscars win, オスカー, アカデミー賞, オスカー受賞数, アカデミー賞受賞数
        award, prize, 賞, 受賞, 受賞数
        nomination, ノミネート, ノミネート数
        director, filmmaker, 監督, 映画監督
        studio, production company, film company, スタジオ, 製作会社, 制作会社, 配給会社
        cast, actor, actress, lead, 出演者, 俳優, 女優, キャスト, 主演
        screenwriter, writer, 脚本, 脚本家
        genre, kind, ジャンル, 種類
        singer, artist, musician, band, vocalist, 歌手, シンガー, アーティスト, ミュージシャン, バンド
        singer name, artist name, 歌手名, アーティスト名
        song, track, tune, number, 曲, 楽曲, 歌
        number of song, song count, 曲数, 楽曲数
        concert, gig, live show, コンサート, ライブ, 公演
        stadium, venue, hall, arena, theater, スタジアム, 会場, 開催会場, ホール, 劇場
        venue location, location, 開催地, 会場所在地
        play count, plays, stream, 再生数, 再生回数, ストリーム数
        tempo, テンポ
        lyric, 歌詞
        book, novel, 本, 書籍, 小説
        author, writer, novelist, 著者, 作者, 作家
        page count, number of page, pages, ページ数, 頁数
        publication year, year published, 出版年, 発行年, 刊行年
        publication date, 出版日, 発行日, 刊行日
        publisher, press, 出版社, 発行元
        copies sold, circulation, 発行部数, 販売部数, 部数
        library loan, checkout, 貸出, 貸出数
        game, video game, ゲーム
        platform, console, プラットフォーム, 機種
        developer, 開発会社, 開発元, デベロッパー
        episode, episodes, エピソード, 話数, 話
        season, シーズン
        viewer, viewership, audience, 視聴者, 視聴者数
        viewing rate, rating, audience rating, 視聴率
        museum, 美術館, 博物館
        exhibition, 展覧会, 展示
        painting, 絵画
        festival, フェスティバル, 祭り
        brewery, brewer, 醸造所, ブルワリー, 酒造, 蔵元
        beer, ビール
        wine, ワイン
        alcohol, abv, alcohol content, alcohol by volume, alcohol percentage, strength, アルコール度数, 度数, アルコール, アルコール度, アルコール分
        bitterness, ibu, 苦味, 苦み, 苦さ, ibu
        first brew, first brewed, 醸造開始, 初醸造, 発売年
        gluten free, グルテンフリー
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        movie, film, 映画, 作品
        song, track, tune, 曲, 楽曲
        album, アルバム
        book, novel, title, 本, 書籍, 小説, 作品
        concert, show, gig, performance, コンサート, 公演, ライブ
        game, ゲーム
        series, show, episode, 番組, ドラマ, エピソード
        beer, wine, whisky, drink, ビール, ワイン, 酒, お酒, 飲み物
        brewery, 醸造所
        painting, artwork, 絵画, 作品
        singer, artist, 歌手, アーティスト
        """;
}
