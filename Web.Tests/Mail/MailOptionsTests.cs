using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Web.Data;
using Web.Mail;

namespace Web.Tests.Mail;

public sealed class MailOptionsTests
{
    [Fact]
    public void Without_a_host_letters_stay_in_the_mailbox_of_development_and_wait_elsewhere()
    {
        Assert.True(Read("Development").ToMailbox);
        Assert.False(Read("Production").ToMailbox);
        Assert.False(Read("Development", ("Host", "mail.example"), ("From", "a@mail.example")).ToMailbox);
    }

    [Theory]
    [InlineData("Mail__Host", "Host=mail.example:25", "From=a@mail.example")]
    [InlineData("Mail__From", "Host=mail.example")]
    [InlineData("Mail__From", "Host=mail.example", "From=A <a@mail.example>")]
    [InlineData("Mail__Port", "Host=mail.example", "From=a@mail.example", "Port=0")]
    [InlineData("Mail__Tls", "Host=mail.example", "From=a@mail.example", "Tls=ssl")]
    [InlineData("Mail__User", "Host=mail.example", "From=a@mail.example", "User=a")]
    [InlineData("Mail__Tls", "Host=mail.example", "From=a@mail.example", "User=a", "Password=b", "Tls=none")]
    [InlineData("Mail__TimeOutSeconds", "Host=mail.example", "From=a@mail.example", "TimeOutSeconds=soon")]
    public void A_wrong_setting_stops_the_start_with_its_name(string name, params string[] settings) =>
        Assert.Contains(name, Assert.Throws<StartRefusedException>(() => Read("Production", [.. settings.Select(setting => (setting.Split('=')[0], setting.Split('=', 2)[1]))])).Message);

    [Fact]
    public void Pauses_grow_up_to_an_hour()
    {
        var options = Read("Production");
        Assert.Equal([0.5, 2, 8, 32, 60, 60], Enumerable.Range(1, 6).Select(attempts => options.PauseAfter(attempts).TotalMinutes));
    }

    private static MailOptions Read(string environment, params (string Name, string Value)[] settings) => MailOptions.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(one => KeyValuePair.Create($"Mail:{one.Name}", (string?)one.Value))).Build(),
        new HostingEnvironment { EnvironmentName = environment });
}
