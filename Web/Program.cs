using Web.Data;

try
{
    var builder = WebApplication.CreateBuilder(args);
    using var logs = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
    await using var database = await Database.StartAsync(builder.Configuration, builder.Environment, logs.CreateLogger("Web.Data"));
    builder.Services.AddData(database);

    var app = builder.Build();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
