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
        LiftSizeLimit(http);
        ReceivedFile? file = null;
        try
        {
            return await ReadPartsAsync(http, received => file = received, cancellation);
        }
        catch (Exception) when (file?.UploadId is not null)
        {
            await staging.RemoveAsync(file.UploadId.Value, CancellationToken.None);
            throw;
        }
    }

    private async Task<(LoadOrder, ReceivedFile)> ReadPartsAsync(HttpContext http, Action<ReceivedFile> received, CancellationToken cancellation)
    {
        var reader = new MultipartReader(Boundary(http.Request), http.Request.Body) { HeadersCountLimit = 16, HeadersLengthLimit = 16_384, BodyLengthLimit = long.MaxValue };
        Dictionary<string, string> fields = [];
        ReceivedFile? file = null;
        var (fileName, faults) = ("", new List<Fault>());
        while (await NextAsync(reader, cancellation) is { } part)
        {
            if (!ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var what)) throw new RefusalException(400, "malformed_request");
            var name = HeaderUtilities.RemoveQuotes(what.Name).ToString();
            if (name == "file" && file is null && what.IsFileDisposition())
            {
                fileName = NameOf(what);
                received(file = await staging.ReceiveAsync(part.Body, fileName, DatasetLimits.MostBytes, cancellation));
            }
            else if (Known.Contains(name) && !fields.ContainsKey(name)) fields[name] = await TextAsync(part, name, cancellation);
            else faults.Add(new Fault("/" + name, name == "file" || Known.Contains(name) ? "only_once" : "unknown_field"));
        }
        if (file is null) faults.Add(new Fault("/file", "required"));
        var order = Order(fields, fileName, file, faults);
        return faults.Count > 0 ? throw RefusalException.Invalid(faults) : (order!, file!);
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
            throw new RefusalException(415, "unsupported_media_type");
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).ToString();
        return boundary.Length is > 0 and <= 200 ? boundary : throw new RefusalException(400, "malformed_request");
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellation)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellation);
        }
        catch (Exception cause) when (cause is InvalidDataException || (cause is IOException and not BadHttpRequestException))
        {
            throw new RefusalException(400, "malformed_request");
        }
    }

    private static async Task<string> TextAsync(MultipartSection part, string name, CancellationToken cancellation)
    {
        var buffer = new byte[LongestField + 1];
        var length = await part.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation);
        return length <= LongestField ? Encoding.UTF8.GetString(buffer, 0, length) : throw RefusalException.Invalid(new Fault("/" + name, "too_long", LongestField));
    }

    private static string NameOf(ContentDispositionHeaderValue what)
    {
        var name = HeaderUtilities.RemoveQuotes(what.FileNameStar.HasValue ? what.FileNameStar : what.FileName).ToString();
        var plain = new string([.. name[(name.LastIndexOfAny(['/', '\\']) + 1)..].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(300)]);
        return plain.Length > 0 ? plain : "upload.csv";
    }
}
