namespace Web.Ui;

/// <summary>A place in the rail. On a phone only the bottom bar's places show.</summary>
public sealed record RailPlace(string Key, string Href, string Icon, string Permission, bool Phone)
{
    /// <summary>Every place, in order; each shows to those who may go there.</summary>
    public static IReadOnlyList<RailPlace> All { get; } =
    [
        new("home", "/", "home", Web.Kernel.Permission.CrmRead, Phone: true),
        new("deals", "/deals/board", "deals", Web.Kernel.Permission.CrmRead, Phone: true),
        new("accounts", "/accounts", "accounts", Web.Kernel.Permission.CrmRead, Phone: false),
        new("contacts", "/contacts", "contacts", Web.Kernel.Permission.CrmRead, Phone: false),
        new("tasks", "/tasks?owner=me", "tasks", Web.Kernel.Permission.CrmRead, Phone: true),
        new("ask", "/ask", "insights", Web.Kernel.Permission.ChartsAsk, Phone: true),
        new("data", "/data", "data", Web.Kernel.Permission.DatasetsRead, Phone: false),
    ];
}
