namespace Web.Insights.Assistant.Models;

/// <summary>An answer that is longer than anything we asked for.</summary>
public sealed class AnswerTooLongException() : IOException("The answer is too long.");

/// <summary>Reads no more of an answer than was agreed, whatever its head says and however long it goes on.</summary>
internal sealed class CappedAnswers(HttpMessageHandler inner, int most) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (answer.Content.Headers.ContentLength > most)
        {
            answer.Dispose();
            throw new AnswerTooLongException();
        }
        var capped = new StreamContent(new CappedStream(await answer.Content.ReadAsStreamAsync(cancellationToken), most));
        foreach (var (name, values) in answer.Content.Headers) capped.Headers.TryAddWithoutValidation(name, values);
        answer.Content = capped;
        return answer;
    }

    private sealed class CappedStream(Stream inner, int most) : Stream
    {
        private int left = most;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await inner.ReadAsync(buffer, cancellationToken));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        private int Count(int read) => (left -= read) >= 0 ? read : throw new AnswerTooLongException();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
