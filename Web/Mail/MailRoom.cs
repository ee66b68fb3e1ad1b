using Web.Jobs;

namespace Web.Mail;

public static class MailRoom
{
    /// <summary>Letters: posted with their cause, sent by a job.</summary>
    /// <exception cref="Data.StartRefusedException">A setting is wrong.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(MailOptions.Read(configuration, environment)).AddSingleton<Smtp>();
        return services.AddJob<LetterWork>(LetterWork.Kind);
    }
}
