namespace Web.Kernel;

/// <summary>The names of what a person may do. Who may do what is decided in one table, by Access.</summary>
public static class Permission
{
    public const string BillingManage = "billing.manage";
    public const string TenantDelete = "tenant.delete";
    public const string OwnersManage = "owners.manage";
    public const string SettingsManage = "settings.manage";
    public const string SecurityManage = "security.manage";
    public const string BrandingManage = "branding.manage";
    public const string CustomFieldsManage = "custom_fields.manage";
    public const string UsersManage = "users.manage";
    public const string UsersRead = "users.read";
    public const string UsageRead = "usage.read";
    public const string CrmRead = "crm.read";
    public const string CrmWrite = "crm.write";
    public const string AttachmentsWrite = "attachments.write";
    public const string CrmDelete = "crm.delete";
    public const string CrmImport = "crm.import";
    public const string CrmDeleteOwn = "crm.delete_own";
    public const string CrmExport = "crm.export";
    public const string ChartsRead = "charts.read";
    public const string ChartsAsk = "charts.ask";
    public const string DatasetsRead = "datasets.read";
    public const string ChartsSave = "charts.save";
    public const string DatasetsManage = "datasets.manage";
    public const string DashboardsPublish = "dashboards.publish";
    public const string SupersetPush = "superset.push";
    public const string ApiAccess = "api.access";
    public const string ApiKeysManageOwn = "api_keys.manage_own";
    public const string ApiKeysManage = "api_keys.manage";
    public const string AuditRead = "audit.read";
    public const string AuditExport = "audit.export";
}
