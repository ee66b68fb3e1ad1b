using System.Text;
using Web.Access.Company;
using Web.Kernel;

namespace Web.Tests.Access.Company;

public sealed class LogoImageTests
{
    private static readonly byte[] Secret = "35.6586N 139.7454E"u8.ToArray();

    public static TheoryData<byte[], string, int, int> Good => new()
    {
        { Pictures.Png(), "image/png", 32, 32 }, { Pictures.Png(64, 20, ("tEXt", Secret), ("eXIf", Secret)), "image/png", 64, 20 }, { [.. Pictures.Png(), .. Secret], "image/png", 32, 32 },
        { Pictures.Jpeg(Secret), "image/jpeg", 60, 40 }, { Pictures.Webp(Secret), "image/webp", 48, 49 },
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void What_draws_the_picture_is_kept_and_nothing_else(byte[] file, string kind, int width, int height)
    {
        var image = LogoImage.Read(file);
        Assert.Equal((kind, width, height), (image.MediaType, image.Width, image.Height));
        Assert.True(image.Bytes.AsSpan().IndexOf(Secret) < 0);
        Assert.Equal(image.Bytes, LogoImage.Read(image.Bytes).Bytes);
    }

    public static TheoryData<byte[], string> Bad => new()
    {
        { [], "required" }, { new byte[LogoImage.MostBytes + 1], "logo_too_large" },
        { "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"u8.ToArray(), "logo_is_svg" }, { "\ufeff <?xml version='1.0'?>\n<!-- x --><SVG/>"u8.ToArray(), "logo_is_svg" },
        { "<html><script>alert(1)</script>"u8.ToArray(), "logo_kind" }, { "GIF89a--------------------"u8.ToArray(), "logo_kind" }, { Encoding.ASCII.GetBytes("%PDF-1.7 trailer"), "logo_kind" },
        { Pictures.Png(8, 8), "logo_size" }, { Pictures.Png(16, 3000), "logo_size" },
        { Pictures.Png()[..40], "logo_damaged" }, { Changed(Pictures.Png(), 60), "logo_damaged" }, { Pictures.Png(32, 32, ("XXXX", [1])), "logo_damaged" },
        { Pictures.Of(("IHDR", [0, 0, 0, 32, 0, 0, 0, 32, 8, 2, 0, 0, 0]), ("IDAT", [1, 2, 3]), ("IEND", [])), "logo_damaged" },
        { Pictures.Jpeg()[..20], "logo_damaged" }, { Pictures.Webp()[..25], "logo_damaged" }, { Animated(), "logo_damaged" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void What_is_no_picture_is_refused_with_its_reason(byte[] file, string code)
    {
        var refused = Assert.Throws<RefusalException>(() => LogoImage.Read(file));
        Assert.Equal((422, "logo", code), (refused.Status, refused.Faults[0].Field, refused.Faults[0].Code));
    }

    /// <summary>A megabyte of pixels in a file that says it has a thousand.</summary>
    [Fact]
    public void More_pixels_than_it_says_are_never_unpacked()
    {
        var packed = new MemoryStream();
        using (var zip = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true)) zip.Write(new byte[100_000_000]);
        var bomb = Pictures.Of(("IHDR", [0, 0, 0, 32, 0, 0, 0, 32, 8, 2, 0, 0, 0]), ("IDAT", packed.ToArray()), ("IEND", []));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("logo_damaged", Assert.Throws<RefusalException>(() => LogoImage.Read(bomb)).Faults[0].Code);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4_000_000);
    }

    private static byte[] Changed(byte[] file, int place)
    {
        file[place % file.Length] ^= 0x55;
        return file;
    }

    private static byte[] Animated()
    {
        var file = Pictures.Webp(1, 2, 3, 4);
        Encoding.ASCII.GetBytes("ANIM").CopyTo(file, file.AsSpan().IndexOf("EXIF"u8));
        return file;
    }
}
