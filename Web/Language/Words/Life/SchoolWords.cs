namespace Web.Language;

/// <summary>Lessons, exams, pupils.</summary>
internal static class SchoolWords
{
    public const string Names = """
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
        attendance rate, 出席率
        class size, 学級人数
        semester, term, 学期
        homework, 宿題
        exam score, test score, test result, exam result, exam mark, test mark, exam point, examination score, 試験の点数, 試験の得点, 試験の点, 試験結果, テストの点数, テストの点, テスト結果, 点数, 得点, 点, 成績, スコア
        exam, examination, test, 試験, テスト, 考査, 検定
        average score, average mark, mean score, 平均点
        homework average, homework score, homework mark, homework, 宿題の平均点, 宿題平均, 宿題の点数, 宿題の点, 宿題, 課題
        assignment, coursework, 課題, 提出物
        quiz, 小テスト
        homeroom, home room, class, homeroom class, 組, クラス, ホームルーム, 学級
        classroom, lecture room, 教室
        grade level, school grade, school year, year group, grade, form, 学年
        subject, course, school subject, discipline, 科目, 教科, 課目, 授業科目
        class, lesson, lecture, 授業, 講義, クラス, 講座
        teacher, instructor, lecturer, professor, tutor, 先生, 教師, 教員, 講師, 教授, 担任
        student, pupil, learner, schoolchild, 生徒, 学生, 児童, 受講者, 受講生
        student name, pupil name, 生徒名, 学生名, 生徒の名前, 生徒氏名
        student number, student id, pupil id, 学籍番号, 生徒番号, 学生番号
        term, semester, trimester, school term, 学期
        absence day, day absent, days of absence, day missed, absence, missed day, 欠席日数, 欠席, 欠席数, 休んだ日数, 欠席回数
        tardy, lateness, late arrival, 遅刻, 遅刻数, 遅刻回数
        attendance, attendance day, 出席, 出席日数, 出席数
        pass, passed, passing, 合格, 合否, 及第
        fail, failed, 不合格, 落第
        pass rate, passing rate, 合格率
        grade point average, gpa, 評定平均, 評定, gpa
        credit, credit hour, 単位, 単位数
        faculty, school, 学部
        major, field of study, 専攻, 専門
        scholarship, 奨学金
        tuition, tuition fee, school fee, 授業料, 学費
        club, extracurricular, 部活, クラブ, 部活動
        library, 図書館
        history, 歴史
        geography, 地理
        physics, 物理
        chemistry, 化学
        biology, 生物
        art, fine art, 美術, 芸術
        music, 音楽
        physical education, pe, 体育
        social study, 社会
        japanese, 国語
        english, 英語
        graduation year, class of, 卒業年, 卒業年度
        enrollment year, admission year, entry year, 入学年, 入学年度
        number of student, student count, enrollment, 生徒数, 学生数, 児童数, 在籍数, 在籍者数
        kindergarten, nursery, 幼稚園, 保育園
        elementary school, primary school, 小学校
        junior high school, middle school, 中学校
        high school, secondary school, 高校, 高等学校
        """;

    /// <summary>What one row of such a table may be.</summary>
    public const string Rows = """
        student, pupil, learner, 生徒, 学生, 児童, 受講者, 受講生, 子供, 子ども
        exam, test, result, mark, grade, 試験, テスト, 成績
        class, lesson, course, lecture, 授業, 講義, クラス, 講座
        school, 学校
        teacher, professor, 先生, 教師, 教員
        """;
}
