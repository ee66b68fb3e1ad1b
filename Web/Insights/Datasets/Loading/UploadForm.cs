using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Web.Kernel;

namespace Web.Insights.Datasets.Loading;

/// <summary>
/// The form of an upload, read as it comes in: fields in any order, the file streamed past and never held whole.
/// </summary>
internal sealed class UploadForm(Staging staging)
{
    private const int LongestField = 4000;
    private static readonly string[] Known = ["key", "title", "mode", "on_error"];

    /// <exception cref="RefusalException">415: no multipart form; 400: a broken one; 413: too large; 422: what is in it does not fit.</exception>
    public async Task<(LoadOrder Order, ReceivedFile File)> ReadAsync(HttpContext http, CancellationToken cancellation)
    {
        var parts = await ReadPartsAsync(http, Known, (body, name) => staging.ReceiveAsync(body, name, DatasetLimits.MostBytes, cancellation), cancellation);
        try
        {
            if (parts.File is null) parts.Faults.Add(new Fault("/file", "required"));
            var order = Order(parts.Fields, parts.FileName, parts.File, parts.Faults);
            return parts.Faults.Count > 0 ? throw RefusalException.Invalid(parts.Faults) : (order!, parts.File!);
        }
        catch (RefusalException) when (parts.File?.UploadId is not null)
        {
            await staging.RemoveAsync(parts.File.UploadId.Value, CancellationToken.None);
            throw;
        }
    }

    /// <summary>A form of ours with a file that somebody wants to look at first; it is staged whatever its size.</summary>
    /// <param name="known">The names of its other fields.</param>
    /// <exception cref="RefusalException">As <see cref="ReadAsync"/>.</exception>
    public Task<UploadParts> ReadToLookAtAsync(HttpContext http, IReadOnlyCollection<string> known, Guid member, CancellationToken cancellation) =>
        ReadPartsAsync(http, known, (body, name) => staging.KeepAsync(body, name, DatasetLimits.MostBytes, member, cancellation), cancellation);

    private async Task<UploadParts> ReadPartsAsync(HttpContext http, IReadOnlyCollection<string> known, Func<Stream, string, Task<ReceivedFile>> receive, CancellationToken cancellation)
    {
        LiftSizeLimit(http);
        var parts = new UploadParts();
        try
        {
            var reader = new MultipartReader(Boundary(http.Request), http.Request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 16_384, BodyLengthLimit = long.MaxValue };
            while (await NextAsync(reader, cancellation) is { } part)
            {
                if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var what)) throw new RefusalException(400, "malformed_request") { TextKey = "upload_form_broken" };
                var name = HeaderUtilities.RemoveQuotes(what.Name).ToString();
                if (name == "file" && parts.File is null && what.IsFileDisposition())
                {
                    parts.FileName = NameOf(what);
                    parts.File = await receive(part.Body, parts.FileName);
                }
                else if (known.Contains(name) && !parts.Fields.ContainsKey(name)) parts.Fields[name] = await TextAsync(part, name, cancellation);
                else parts.Faults.Add(new Fault("/" + name, name == "file" || known.Contains(name) ? "only_once" : "unknown_field"));
            }
            return parts;
        }
        catch (Exception) when (parts.File?.UploadId is not null)
        {
            await staging.RemoveAsync(parts.File.UploadId.Value, CancellationToken.None);
            throw;
        }
    }

    private static LoadOrder? Order(Dictionary<string, string> fields, string fileName, ReceivedFile? file, List<Fault> faults)
    {
        var key = fields.GetValueOrDefault("key");
        if (string.IsNullOrWhiteSpace(key)) faults.Add(new Fault("/key", "required"));
        else if (!DatasetKey.IsValid(key)) faults.Add(new Fault("/key", "dataset_key_invalid"));
        var title = fields.GetValueOrDefault("title")?.Trim();
        if (title is { Length: > 200 }) faults.Add(new Fault("/title", "too_long", 200));
        var mode = OneOf<LoadMode>("mode", fields, faults);
        var onError = OneOf<OnError>("on_error", fields, faults);
        return new LoadOrder(key ?? "", title is "" ? null : title, mode, onError, fileName, file?.UploadId);
    }

    private static T OneOf<T>(string name, Dictionary<string, string> fields, List<Fault> faults) where T : struct, Enum
    {
        if (!fields.TryGetValue(name, out var text) || text.Length == 0) return default;
        foreach (var value in Enum.GetValues<T>())
            if (string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase)) return value;
        faults.Add(new Fault("/" + name, "not_one_of", string.Join(", ", Enum.GetNames<T>().Select(one => one.ToLowerInvariant()))));
        return default;
    }

    /// <summary>The limit is ours, counted as the bytes come: what Content-Length says may be missing or wrong.</summary>
    private static void LiftSizeLimit(HttpContext http)
    {
        if (http.Request.ContentLength > DatasetLimits.MostBytes + (1 << 20)) throw Staging.TooLarge(DatasetLimits.MostBytes, http.Request.ContentLength.Value);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
    }

    private static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new RefusalException(415, "unsupported_media_type") { TextKey = "upload_not_a_form" };
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= 200 ? boundary : throw new RefusalException(400, "malformed_request") { TextKey = "upload_form_broken" };
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception cause) when (cause is InvalidDataException || (cause is IOException and not BadHttpRequestException))
        {
            throw new RefusalException(400, "malformed_request") { TextKey = "upload_form_broken" };
        }
    }

    private static async Task<string> TextAsync(MultipartSection part, string name, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField + 1];
        var length = await part.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= LongestField ? Encoding.UTF8.GetString(buffer, 0, length) : throw RefusalException.Invalid(new Fault("/" + name, "too_long", LongestField));
    }

    private static string NameOf(ContentDispositionHeaderValue what) => NameOf(HeaderUtilities.RemoveQuotes(what.FileNameStar.HasValue ? what.FileNameStar : what.FileName).ToString());

    /// <summary>A file's name without the folders and the characters that senders may put there.</summary>
    internal static string NameOf(string name)
    {
        var plain = new string([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(300)]);
        return plain.Length > 0 ? plain : "upload.csv";
    }
}

/// <summary>What came with a form: its fields, its file, and what should not have been there.</summary>
internal sealed class UploadParts
{
    public Dictionary<string, string> Fields { get; } = [];
    public List<Fault> Faults { get; } = [];
    public string FileName { get; set; } = "";
    public ReceivedFile? File { get; set; }
}
