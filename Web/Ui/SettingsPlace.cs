namespace Web.Ui;

public enum SettingsGroup { You, Company, Work, Trust }

/// <summary>A page of settings in the side list of them all. Each page adds itself where its room is set up, by one line.</summary>
/// <param name="Texts">Where <paramref name="Title"/> is looked up.</param>
/// <param name="Permission">Who lacks it does not see the page; null: it is everybody's.</param>
public sealed record SettingsPlace(SettingsGroup Group, string Href, Type Texts, string Title, string? Permission = null);

public static class SettingsPlaces
{
    public static IServiceCollection AddSettingsPlace(this IServiceCollection services, SettingsGroup group, string href, Type texts, string title, string? permission = null) =>
        services.AddSingleton(new SettingsPlace(group, href, texts, title, permission));

    /// <summary>Those that this person may open, group by group.</summary>
    public static IEnumerable<SettingsPlace> For(this IEnumerable<SettingsPlace> places, ShellPerson person) =>
        places.Where(place => (place.Permission is null || person.Can(place.Permission)) && (place.Group != SettingsGroup.Company || !person.OnlyReadsTheLog)).OrderBy(place => place.Group);

    /// <summary>Which of them a path is on: the one with the longest address that it begins with.</summary>
    public static SettingsPlace? At(this IEnumerable<SettingsPlace> places, PathString path) =>
        places.Where(place => path.StartsWithSegments(place.Href, StringComparison.Ordinal)).MaxBy(place => place.Href.Length);
}
