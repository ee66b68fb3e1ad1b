using System.Text;
using Web.Access.TwoFactor;

namespace Web.Tests.Access.TwoFactor;

public sealed class TimeCodeTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B, SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var step = TimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds));
        Assert.Equal(code, TimeCode.At(Key, step, digits: 8));
        Assert.Equal(code[2..], TimeCode.At(Key, step));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_one_step_off(int steps, bool fits)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = TimeCode.StepOf(now) + steps;
        Assert.Equal(fits ? step : null, TimeCode.Match(Key, TimeCode.At(Key, step), now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("абвгде")]
    public void What_is_no_code_fits_nothing(string code) => Assert.Null(TimeCode.Match(Key, code, DateTimeOffset.FromUnixTimeSeconds(59)));

    /// <summary>RFC 4648, section 10, without its padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_as_the_standard_says(string plain, string encoded)
    {
        Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(plain)));
        Assert.Equal(plain, Encoding.ASCII.GetString(Base32.Decode(encoded)));
    }
}
