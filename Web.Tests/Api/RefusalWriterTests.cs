using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Web.Tenancy;
using Web.Tests.Support;

namespace Web.Tests.Api;

/// <summary>What breaks inside stays inside.</summary>
public sealed class RefusalWriterTests(TestInstallation installation)
{
    private const string Inside = "host=10.0.0.7;password=opensesame";

    [Theory]
    [InlineData("en", "application/json")]
    [InlineData("ja", "application/json")]
    [InlineData("ja", "text/html")]
    public async Task Who_calls_hears_that_it_failed_and_nothing_of_why(string language, string wanted)
    {
        var app = new TestApp(installation.SettingsFor(await installation.CopyAsync(installation.Fresh)), services => services.AddScoped<INamesTenant, Broken>());
        try
        {
            using var caller = app.Bare(TestApp.BaseDomain);
            caller.DefaultRequestHeaders.Accept.ParseAdd(wanted);
            caller.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            using var answer = await caller.GetAsync("/api/v1/deals");
            var text = await answer.Content.ReadAsStringAsync();
            var problem = JsonDocument.Parse(text).RootElement;
            Assert.Equal((HttpStatusCode.InternalServerError, "internal_error"), (answer.StatusCode, problem.GetProperty("code").GetString()));
            Assert.NotEmpty(problem.GetProperty("trace_id").GetString()!);
            Assert.NotEmpty(problem.GetProperty("message").GetString()!);
            foreach (var secret in (string[])["opensesame", nameof(Broken), nameof(InvalidOperationException), "   at "]) Assert.DoesNotContain(secret, text);
        }
        finally
        {
            await app.StopAsync();
        }
    }

    private sealed class Broken : INamesTenant
    {
        public Guid? TenantOf(HttpRequest request) => throw new InvalidOperationException(Inside);
    }
}
