using Web.Access;
using Web.Crm.Deals;
using Web.Demo.Words;

namespace Web.Demo;

/// <summary>青葉計測, makers of measuring instruments: Japanese, yen, a fiscal year from April with its rush in March.</summary>
internal static class Aoba
{
    public static DemoRecipe Recipe { get; } = new()
    {
        Slug = "acme",
        Name = "青葉計測",
        Locale = "ja",
        TimeZone = "Asia/Tokyo",
        Currency = "JPY",
        FiscalYearStart = 4,
        BrandColour = "#2f4f9e",
        Seed = 20_240_401,
        Size = new DemoSize(200, 600, 1500),
        PriceStep = 10_000,
        People =
        [
            new("佐伯 美咲", "saeki", Role.Owner, "東日本営業", 0.16, 0.06),
            new("岡田 直樹", "okada", Role.Admin, "営業企画"),
            new("高梨 亮", "takanashi", Role.Manager, "東日本営業", 0.2, 0.09),
            new("森下 葵", "morishita", Role.Analyst, "営業企画"),
            new("中村 遥", "nakamura", Role.Member, "東日本営業", 0.17, 0.02),
            new("藤井 大地", "fujii", Role.Viewer, "営業企画"),
            new("榊 由紀子", "sakaki", Role.Compliance, "監査"),
            new("Daniel Ortiz", "ortiz", Role.Member, "海外営業", 0.14, 0, "en"),
            new("小野寺 健", "onodera", Role.Member, "西日本営業", 0.14, -0.05),
            new("Priya Nair", "nair", Role.Member, "海外営業", 0.1, 0.04, "en"),
            new("石川 翔太", "ishikawa", Role.Member, "西日本営業", 0.09, -0.08),
        ],
        Pipelines =
        [
            new("新規販売", 0.8, [new("引合い", 10), new("提案", 30), new("見積", 50), new("交渉", 75), new("内示", 90)]),
            new("保守・校正", 0.2, [new("更新案内", 40), new("見積提出", 65), new("契約手続き", 90)]),
        ],
        Products =
        [
            new("三次元測定機 CX-9", "CX-9 coordinate measuring machine", 9_800_000, 24_000_000),
            new("画像検査ライン", "Line-scan inspection", 6_500_000, 29_000_000),
            new("X線検査機", "X-ray inspection unit", 8_000_000, 19_000_000),
            new("表面粗さ計", "Surface roughness tester", 980_000, 1_900_000, 5),
            new("恒温恒湿槽", "Humidity chamber", 2_400_000, 8_500_000, 2),
            new("材料試験機", "Material tester", 3_600_000, 9_500_000),
            new("真円度測定機", "Roundness gauge", 2_800_000, 6_400_000),
            new("電子天秤", "Precision balance", 240_000, 780_000, 12),
            new("温度ロガー", "Temperature loggers", 48_000, 96_000, 40),
            new("騒音計", "Sound level meters", 120_000, 360_000, 6),
            new("流量計", "Flow meters", 310_000, 1_200_000, 6),
            new("IoT 振動監視", "Vibration monitoring", 1_800_000, 7_200_000),
            new("トルク試験台", "Torque test bench", 4_200_000, 8_800_000),
            new("非接触変位計", "Contactless displacement sensors", 450_000, 1_600_000, 4),
            new("残留応力測定 受託", "Residual stress measurement", 900_000, 5_200_000),
            new("校正サービス", "Calibration service", 360_000, 4_800_000),
        ],
        Season = [0.8, 1.05, 2.3, 0.55, 0.75, 1.1, 0.9, 0.6, 1.9, 0.85, 1.0, 1.25],
        LostReasons = [(LostReason.Price, 28), (LostReason.Competitor, 22), (LostReason.Budget, 18), (LostReason.Timing, 13), (LostReason.NoDecision, 10), (LostReason.Fit, 7), (LostReason.Other, 2)],
        Customers = JapaneseCompanies.From,
    };
}
