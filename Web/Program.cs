using Web.Access;
using Web.Api;
using Web.Audit;
using Web.Crm;
using Web.Data;
using Web.Demo;
using Web.Insights;
using Web.Jobs;
using Web.Mail;
using Web.Operations;
using Web.Site;
using Web.Tenancy;
using Web.Ui;

try
{
    if (CommandLine.Asks(args)) return await CommandLine.RunAsync(args);
    var builder = CommandLine.BuilderOf(args);
    builder.WebHost.UseUrls(builder.Configuration["urls"] ?? TenancyRoom.DefaultUrl);
    using var logs = LoggerFactory.Create(log => log.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
    await using var database = await Database.StartAsync(builder.Configuration, builder.Environment, logs.CreateLogger("Web.Data"));
    builder.AddUi();
    builder.Services.AddData(database).AddJobs(builder.Configuration).AddMail(builder.Configuration, builder.Environment).AddTenancy(builder.Configuration).AddAudit().AddApi(builder.Configuration);
    builder.Services.AddAccess(builder.Configuration).AddCrm().AddInsights(builder.Configuration).AddSite().AddOperations();
    builder.Services.AddDemo(builder.Configuration, builder.Environment);

    var app = builder.Build();
    app.UseUi().UseApi().UseOperations().UseCallersAddress().UseAddressLimit().UseTenantDoor().UseSite().UseRouting().UseAudit().UseAccess();
    var api = app.MapApiGroup();
    api.MapAccess();
    api.MapCrm();
    api.MapInsights();
    app.MapLive();
    api.MapOperations();
    api.MapUsage();
    app.MapApiDescription();
    app.MapSite();
    app.MapDemo();
    app.MapRazorPages();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
