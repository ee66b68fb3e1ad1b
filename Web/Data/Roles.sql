-- The roles of an installation (see docs/security.md). Run once by a superuser, again at will: it changes nothing that is right.
-- app_owner owns the schema; app_rw is the process; app_lookup answers before a tenant is known;
-- app_migrator signs in to migrate; platform_console is for operators and is the only one that may look across tenants.
do $$
begin
  if not exists (select from pg_roles where rolname = 'app_owner') then create role app_owner nologin; end if;
  if not exists (select from pg_roles where rolname = 'app_lookup') then create role app_lookup nologin; end if;
  if not exists (select from pg_roles where rolname = 'app_rw') then create role app_rw login; end if;
  if not exists (select from pg_roles where rolname = 'app_migrator') then create role app_migrator login; end if;
  if not exists (select from pg_roles where rolname = 'platform_console') then create role platform_console login bypassrls; end if;
end $$;
grant app_lookup to app_owner;
grant app_owner to app_migrator;
revoke create on schema public from public;
revoke execute on function pg_catalog.set_config(text, text, boolean) from public;
grant execute on function pg_catalog.set_config(text, text, boolean) to app_owner, platform_console;
create schema if not exists app authorization app_owner;
create schema if not exists app_data authorization app_owner; -- the tables of uploaded datasets
-- A plan made for the average company is a disaster for a big one: each statement is planned for the tenant that it names.
alter role app_rw set plan_cache_mode = force_custom_plan;
-- Hot data are in memory and the rest on flash: fetching 250 rows by their keys beats reading a table of 5 000.
alter role app_rw set random_page_cost = 1.1;
