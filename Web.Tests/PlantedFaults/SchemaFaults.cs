namespace Web.Tests.PlantedFaults;

/// <summary>Ways in which a migration could loosen the wall in the database.</summary>
internal static class SchemaFaults
{
    private const string Mine = "tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)";

    public static IReadOnlyList<Fault> All { get; } =
    [
        Of("the fence is dropped", "drop policy fence on app.deals", "catalogue"),
        Of("the fence lets everything through", "alter policy fence on app.deals using (true) with check (true)", "catalogue"),
        Of("the base lets everything through", "alter policy base on app.deals using (true) with check (true)", "catalogue"),
        Of("fence and base let everything through", "alter policy base on app.deals using (true) with check (true); alter policy fence on app.deals using (true) with check (true)", "catalogue", "probes"),
        Of("fence and base forget what is written", "alter policy base on app.deals with check (true); alter policy fence on app.deals with check (true)", "catalogue", "probes"),
        Of("no tenant means every tenant", $"alter policy fence on app.notes using ({Lax}) with check ({Mine}); alter policy base on app.notes using ({Lax}) with check ({Mine})", "catalogue", "probes"),
        Of("a second way in for everybody", "create policy more on app.deals for select to public using (true)", "catalogue"),
        Of("a second way in for the process", "create policy more on app.deals for select to app_rw using (true)", "catalogue"),
        Of("row-level security is not forced", "alter table app.deals no force row level security", "catalogue"),
        Of("row-level security is disabled", "alter table app.deals disable row level security", "catalogue", "probes"),
        Of("a table without a fence", "create table app.leads (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id)); grant select, insert on app.leads to app_rw", "catalogue"),
        Of("a table outside the schema", "create table public.deals_copy as select * from app.deals; grant select on public.deals_copy to app_rw", "catalogue"),
        Of("a column outside the schema", "create table public.deals_copy as select * from app.deals; grant select (name) on public.deals_copy to app_rw", "catalogue"),
        Of("a foreign key of one column",
            "alter table app.accounts add constraint lone unique (id); alter table app.deals drop constraint deals_tenant_id_account_id_fkey; alter table app.deals add constraint lone foreign key (account_id) references app.accounts (id)",
            "catalogue", "probes"),
        Of("a foreign key that would null the tenant",
            "alter table app.deals drop constraint deals_tenant_id_account_id_fkey; alter table app.deals add constraint loose foreign key (tenant_id, account_id) references app.accounts (tenant_id, id) on delete set null", "catalogue"),
        Of("the fence and base of examples let everything through", "alter policy base on app.reviewed_examples using (true) with check (true); alter policy fence on app.reviewed_examples using (true) with check (true)", "catalogue", "probes"),
        Of("a unique key without the tenant", "create unique index loose on app.refresh_tokens (token_hash)", "catalogue"),
        Of("a primary key without the tenant", "alter table app.notes drop constraint notes_pkey; alter table app.notes add primary key (id)", "catalogue"),
        Of("a view that runs as its owner", "alter view app.activity_feed set (security_invoker = false)", "catalogue"),
        Of("a materialized view for the process", "create materialized view app.feed as select * from app.deals; grant select on app.feed to app_rw", "catalogue"),
        Of("a column of a materialized view", "create materialized view app.feed as select * from app.deals; grant select (name) on app.feed to app_rw", "catalogue"),
        Of("a partition that is granted",
            "create table app.parted (tenant_id uuid not null, id uuid not null, primary key (tenant_id, id)) partition by hash (tenant_id); call app.fence('app.parted'); "
            + "create table app.parted_0 partition of app.parted for values with (modulus 1, remainder 0); call app.fence('app.parted_0')", "catalogue"),
        Of("the process may truncate", "grant truncate on app.deals to app_rw", "catalogue"),
        Of("the process may create", "grant create on schema app to app_rw", "catalogue"),
        Of("the process owns a table", "alter table app.notes owner to app_rw", "catalogue"),
        Of("the keys of all cookies can be written", "grant insert on app.data_protection_keys to app_rw", "catalogue"),
        Of("the secret can be read", "grant select on app.entrance to app_rw", "catalogue", "proof"),
        Of("the secret can be read by its column", "grant select (secret) on app.entrance to app_rw", "catalogue", "proof"),
        Of("the proof is not asked for", Enter("true"), "proof"),
        Of("no proof is as good as a proof", Enter("proof is null or proof = pg_catalog.sha256(e.secret || pg_catalog.convert_to(tenant::text, 'UTF8'))"), "proof"),
        Of("a tenant is entered for the session", Enter(local: "false"), "transaction"),
        Of("a reading unit may write", Enter(readOnly: "false"), "read only"),
        Of("set_config is everybody's", "grant execute on function pg_catalog.set_config(text, text, boolean) to public", "way in"),
        Of("a definer function that nobody reviewed", "create function app.peek() returns bigint language sql security definer set search_path = '' as 'select count(*) from app.deals'; revoke execute on function app.peek() from public; grant execute on function app.peek() to app_rw", "catalogue"),
        Of("a definer function that can be led astray", "alter function app.enter(uuid, bytea, boolean) reset search_path", "catalogue"),
        Of("a definer function for everybody", "grant execute on function app.find_tenant(text, uuid) to public", "catalogue"),
        Of("a definer function of a superuser", "alter function app.find_tenant(text, uuid) owner to postgres", "catalogue"),
        Of("the look-up lists to whoever asks without a name", FindTenant("wanted_slug is null or t.slug = wanted_slug or t.tenant_id = wanted_id"), "look-ups"),
        Of("the look-up takes patterns", FindTenant("t.slug like wanted_slug or t.tenant_id = wanted_id"), "look-ups"),
        Of("the look-up role reads the members", "create policy lookup on app.members for select to app_lookup using (true); grant select on app.members to app_lookup", "catalogue"),
        Of("the look-up's policy is the process's too", "alter policy lookup on app.tenants to app_lookup, app_rw", "catalogue"),
        Of("the audit log can be emptied", "grant delete on app.audit_entries to app_rw", "only added to"),
        Of("the audit log can be rewritten", "grant update on app.audit_entries to app_rw", "only added to"),
        Of("a notice carries a name", Replaced("app.tell_tenant_changed()", "perform pg_catalog.pg_notify('tenant_changed', new.tenant_id || ' ' || new.name); return null;"), "notices"),
        Of("a notice carries whatever it is told", Replaced("app.tell(text, uuid, uuid)", "perform pg_catalog.pg_notify('live', pg_catalog.concat_ws(' ', pg_catalog.current_setting('app.tenant_id'), topic, record, member));"), "notices"),
        Of("a notice may come from nobody", Replaced("app.tell(text, uuid, uuid)",
            "if topic !~ '^[a-z][a-z_]{0,39}$' then raise exception 'no'; end if; perform pg_catalog.pg_notify('live', pg_catalog.concat_ws(' ', nullif(pg_catalog.current_setting('app.tenant_id', true), ''), topic, record, member));"), "notices"),
        Of("a suspended company stays open", FindTenant("t.slug = wanted_slug or t.tenant_id = wanted_id", status: "'active'"), "suspension"),
    ];

    private const string Lax = "tenant_id = coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, tenant_id)";

    private static Fault Of(string name, string sql, params string[] checks) => new(name, checks) { Sql = sql };

    private static string Enter(string welcome = "proof = pg_catalog.sha256(e.secret || pg_catalog.convert_to(tenant::text, 'UTF8'))", string local = "true", string readOnly = "read_only") =>
        $"""
         create or replace function app.enter(tenant uuid, proof bytea, read_only boolean) returns void
         language plpgsql security definer set search_path = '' as $$
         begin
           if not coalesce((select {welcome} from app.entrance e), false) then raise exception 'proof refused' using errcode = '28000'; end if;
           perform pg_catalog.set_config('app.tenant_id', tenant::text, {local});
           if {readOnly} then perform pg_catalog.set_config('transaction_read_only', 'on', true); end if;
         end $$
         """;

    private static string FindTenant(string where, string status = "t.status") =>
        $"""
         create or replace function app.find_tenant(wanted_slug text, wanted_id uuid)
         returns table (tenant_id uuid, slug text, name text, status text, locale text, time_zone text, currency text,
                        fiscal_year_start smallint, plan text, brand_colour text, demo boolean, product_name text, logo_hash text, erase_at timestamptz)
         language sql stable security definer set search_path = '' as $$
           select t.tenant_id, t.slug, t.name, {status}, t.locale, t.time_zone, t.currency, t.fiscal_year_start, t.plan, t.brand_colour, t.demo,
                  t.product_name, t.logo_hash, t.erase_at
           from app.tenants t where {where}
         $$
         """;

    private static string Replaced(string function, string body) => function.Contains("tenant_changed", StringComparison.Ordinal)
        ? $"create or replace function {function} returns trigger language plpgsql set search_path = '' as $$ begin {body} end $$"
        : $"create or replace function app.tell(topic text, record uuid, member uuid) returns void language plpgsql set search_path = '' as $$ begin {body} end $$";
}
