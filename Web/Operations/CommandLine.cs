using System.CommandLine;
using Web.Data;

namespace Web.Operations;

/// <summary>What an operator asks of the app from a shell: <c>dotnet Web.dll health</c>, <c>migrate</c>, <c>tenant create</c>, <c>member reset-two-factor</c>, <c>job list</c>, <c>audit verify</c>. Without a verb it serves.</summary>
internal static class CommandLine
{
    public static bool Asks(string[] args) => args is ["health" or "migrate" or "tenant" or "member" or "job" or "audit" or "--help" or "-h" or "-?" or "--version", ..];

    /// <summary>The app's own settings, whatever folder it is started from.</summary>
    public static WebApplicationBuilder BuilderOf(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    /// <returns>The exit code: 0 when it went well.</returns>
    /// <exception cref="StartRefusedException">The message says what is wrong and what to do.</exception>
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Tsumugi. Without a verb it serves; its settings come from the environment (docs/operations.md).") { HealthQuestion.Verb(), Migrate(), NewTenant.Verb(), MemberVerbs.Verb(), Queue.JobVerbs.Verb(), AuditVerbs.Verb() };
        return root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    /// <summary>Brings the database up with the operator's settings and the log of the start.</summary>
    internal static async Task<Database> DatabaseOf(WebApplicationBuilder builder, CancellationToken cancellation)
    {
        using var logs = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        return await Database.StartAsync(builder.Configuration, builder.Environment, logs.CreateLogger("Web.Data"), cancellation);
    }

    private static Command Migrate()
    {
        var verb = new Command("migrate", "Bring the database to the schema of this build (ConnectionStrings__Owner), check its walls, and end.");
        verb.SetAction(async (_, cancellation) =>
        {
            await using var database = await DatabaseOf(BuilderOf([]), cancellation);
            await Console.Out.WriteLineAsync($"The database has the schema of this build: {Migration.All[^1].Name}.");
            return 0;
        });
        return verb;
    }
}
