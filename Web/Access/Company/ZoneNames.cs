using System.Globalization;
using Web.Kernel;
using Web.Ui;

namespace Web.Access.Company;

/// <summary>Time zones as people look for them: by a city, in their own language where it is a well-known one, with the clock's distance from UTC.</summary>
internal static class ZoneNames
{
    private static readonly Dictionary<string, string> Japanese = new(StringComparer.Ordinal)
    {
        ["Asia/Tokyo"] = "東京・日本", ["Asia/Seoul"] = "ソウル", ["Asia/Shanghai"] = "上海", ["Asia/Hong_Kong"] = "香港", ["Asia/Taipei"] = "台北", ["Asia/Singapore"] = "シンガポール",
        ["Asia/Bangkok"] = "バンコク", ["Asia/Jakarta"] = "ジャカルタ", ["Asia/Manila"] = "マニラ", ["Asia/Ho_Chi_Minh"] = "ホーチミン", ["Asia/Kuala_Lumpur"] = "クアラルンプール", ["Asia/Kolkata"] = "コルカタ・インド", ["Asia/Dubai"] = "ドバイ",
        ["Europe/London"] = "ロンドン", ["Europe/Paris"] = "パリ", ["Europe/Berlin"] = "ベルリン", ["Europe/Madrid"] = "マドリード", ["Europe/Rome"] = "ローマ", ["Europe/Amsterdam"] = "アムステルダム", ["Europe/Zurich"] = "チューリッヒ",
        ["Europe/Stockholm"] = "ストックホルム", ["Europe/Istanbul"] = "イスタンブール", ["America/New_York"] = "ニューヨーク", ["America/Chicago"] = "シカゴ", ["America/Denver"] = "デンバー", ["America/Los_Angeles"] = "ロサンゼルス",
        ["America/Toronto"] = "トロント", ["America/Vancouver"] = "バンクーバー", ["America/Sao_Paulo"] = "サンパウロ", ["America/Mexico_City"] = "メキシコシティ", ["Pacific/Honolulu"] = "ホノルル・ハワイ", ["Australia/Sydney"] = "シドニー",
        ["Australia/Melbourne"] = "メルボルン", ["Australia/Perth"] = "パース", ["Pacific/Auckland"] = "オークランド", ["Africa/Johannesburg"] = "ヨハネスブルグ", ["Africa/Cairo"] = "カイロ", ["Etc/UTC"] = "協定世界時",
    };

    /// <summary>Every zone with what stands beside its name: <c>東京・日本 UTC+09:00</c>.</summary>
    public static IEnumerable<(string Id, string Label)> At(DateTimeOffset now) =>
        TimeZones.All.Select(id => (id, $"{CityOf(id)} · UTC{Distance(TimeZoneInfo.FindSystemTimeZoneById(id).GetUtcOffset(now))}"));

    private static string CityOf(string id) => Locales.Current == "ja" && Japanese.TryGetValue(id, out var name) ? name : id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static string Distance(TimeSpan distance) => (distance < TimeSpan.Zero ? "−" : "+") + distance.ToString(@"hh\:mm", CultureInfo.InvariantCulture);
}
