using System.IO.Compression;
using Microsoft.Extensions.FileProviders;
using Web.Data;

namespace Web.Ui;

public static class UiRoom
{
    /// <summary>Pages beside their features, texts in two languages, and the browser's files.</summary>
    public static WebApplicationBuilder AddUi(this WebApplicationBuilder builder)
    {
        builder.Environment.WebRootPath = FolderOf(builder.Environment);
        builder.Environment.WebRootFileProvider = new PhysicalFileProvider(builder.Environment.WebRootPath);
        builder.Services.AddLocalization();
        builder.Services.AddRazorPages(pages => pages.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.ServiceFilterAttribute(typeof(WorkAroundPageHandlers))))
            .WithRazorPagesAtContentRoot();
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.Razor.RazorViewEngineOptions>(views =>
        {
            views.PageViewLocationFormats.Insert(0, "/Ui/{0}.cshtml");
        });
        builder.Services.Configure<Microsoft.Extensions.WebEncoders.WebEncoderOptions>(web =>
            web.TextEncoderSettings = new System.Text.Encodings.Web.TextEncoderSettings(System.Text.Unicode.UnicodeRanges.All)); // kanji as they are, not as numbers
        builder.Services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        builder.Services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = false; // pages carry secrets beside what callers choose (BREACH); over TLS the proxy compresses what is static
            compression.MimeTypes = ["text/css", "text/javascript", "image/svg+xml"];
        });
        builder.Services.Configure<Microsoft.AspNetCore.ResponseCompression.GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        return builder;
    }

    public static IApplicationBuilder UseUi(this WebApplication app)
    {
        Assets.ServeFrom(app.Environment.WebRootFileProvider, app.Environment.IsDevelopment());
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=300",
        });
        return app;
    }

    // At the repository root while developing, beside the app once published.
    private static string FolderOf(IHostEnvironment environment)
    {
        for (var folder = new DirectoryInfo(environment.ContentRootPath); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "wwwroot", "lib"))) return Path.Combine(folder.FullName, "wwwroot");
        return Directory.CreateDirectory(Path.Combine(environment.ContentRootPath, "wwwroot")).FullName;
    }
}
