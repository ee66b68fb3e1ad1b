namespace Web.Language;

/// <summary>Words for figures that stand out from what one would expect.</summary>
internal static class UnusualWords
{
    public const string Words = """
        Unusual any: mark the outliers, mark outliers, mark the anomalies, mark anomalies, mark unusual points, mark the unusual points, highlight outliers, highlight the outliers, highlight anomalies, highlight the anomalies, flag anomalies, flag outliers, 異常値に印を付けて, 異常値に印をつけて, 外れ値に印を付けて, 外れ値に印をつけて, 異常値の印, 外れ値の印, unusual points, unusual values, unusual figures, unusually high, unusually low, abnormally high, abnormally low, anomaly, anomalous, outlier, outlying, unusual, unusually, abnormal, out of the ordinary, out of line, irregularity, strange, suspicious, unexpected, unexpectedly, stand out, standing out, 異常値, 異常, 異常な, 外れ値, はずれ値, いつもと違う, 普段と違う, 通常と違う, 突出した, 突出して, 突出, 目立つ, 不自然な, おかしな
        Unusual high: !spike, !spikes, surge, sudden increase, sudden rise, sharp increase, sharp rise, jumped, 急増, 急増した, 急増して, 急増している, 急上昇, 急上昇した, 急騰, 急騰した, 急に増えた, 急に増えている, 跳ね上がった, スパイク
        Unusual low: slump, plunge, plunged, sudden drop, sudden decrease, sharp drop, sharp decline, 急減, 急減した, 急減して, 急減している, 急落, 急落した, 急に減った, 急に減っている, 落ち込んだ, 落ち込み
        """;
}
