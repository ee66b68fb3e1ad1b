using Web.Crm;
using Web.Kernel;

namespace Web.Demo;

/// <summary>Moments of the demo's three years, in office hours and never after now.</summary>
internal sealed class DemoClock(Calendar calendar, DateTimeOffset now, Dice dice)
{
    public const int Days = 3 * 365;

    public Dice Dice => dice;

    public DateOnly Today { get; } = calendar.DateOf(now);

    public Moment Beginning => At(Today.AddDays(-Days - 200));

    public Moment Now => Moment.Of(null, now, calendar);

    /// <summary>Some time on a day; for today, some time that has passed.</summary>
    public Moment At(DateOnly day)
    {
        var moment = calendar.StartOf(day).AddMinutes(dice.Between(9 * 60, 18 * 60));
        if (moment >= now) moment = now.AddMinutes(-dice.Between(1, 180));
        return Moment.Of(null, moment, calendar);
    }

    public Moment LongAgo() => At(Today.AddDays(-dice.Between(Days, Days + 180)));

    /// <summary>Within a stretch after <paramref name="begin"/>.</summary>
    public Moment Within(DateTimeOffset begin, TimeSpan stretch)
    {
        var latest = begin + stretch < now ? begin + stretch : now;
        return At(WorkingDay(calendar.DateOf(begin + (latest - begin) * dice.Next()), calendar.DateOf(begin)));
    }

    /// <summary>The day itself, or the Friday before a weekend, but not before <paramref name="earliest"/>.</summary>
    public static DateOnly WorkingDay(DateOnly day, DateOnly earliest)
    {
        var back = day.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
        return day.AddDays(-back) >= earliest ? day.AddDays(-back) : day;
    }
}
