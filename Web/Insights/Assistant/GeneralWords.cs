using Web.Language;

namespace Web.Insights.Assistant;

/// <summary>Begins to read the interpreter's general dictionaries when the app starts, so that hardly a request waits for them; says so when the app was built without.</summary>
internal sealed partial class GeneralWords(ILogger<GeneralWords> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(Look, stoppingToken);

    private void Look()
    {
        if (!JapaneseEnglish.IsHere || !WordSpace.IsHere || !PersonNouns.AreHere) LogMissing();
    }

    [LoggerMessage(LogLevel.Warning, "The app was built without its general dictionaries; the assistant reads only the words it has of its own (docs/operations.md, Install bare)")]
    private partial void LogMissing();
}
