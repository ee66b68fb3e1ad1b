namespace Web.Ui;

/// <summary>A place in the rail. On a phone only the bottom bar's places show; elsewhere the top bar leads to those that are not wide.</summary>
public sealed record RailPlace(string Key, string Href, string Icon, string Permission, bool Phone, bool Wide = true)
{
    /// <summary>Every place, in order; each shows to those who may go there.</summary>
    public static IReadOnlyList<RailPlace> All { get; } =
    [
        new("home", "/", "home", Web.Kernel.Permission.CrmRead, Phone: true),
        new("deals", "/deals/board", "deals", Web.Kernel.Permission.CrmRead, Phone: true),
        new("accounts", "/accounts", "accounts", Web.Kernel.Permission.CrmRead, Phone: false),
        new("contacts", "/contacts", "contacts", Web.Kernel.Permission.CrmRead, Phone: false),
        new("tasks", "/tasks?owner=me", "tasks", Web.Kernel.Permission.CrmRead, Phone: true),
        new("insights", "/charts", "insights", Web.Kernel.Permission.ChartsRead, Phone: false),
        new("ask", "/ask", "ask", Web.Kernel.Permission.ChartsAsk, Phone: true, Wide: false),
        new("data", "/data", "data", Web.Kernel.Permission.DatasetsRead, Phone: false),
    ];
}
