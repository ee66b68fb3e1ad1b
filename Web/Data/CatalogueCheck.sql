-- The wall as the catalogue knows it (docs/security.md). Every row is a fault: what, and why. No row: the wall stands.
with
  unfenced(name) as (values ('migrations'), ('entrance'), ('data_protection_keys'), ('turns'), ('erasures')), -- hold no tenant's data; written by their owner only
  global_unique(name) as (values ('tenants_slug_key')),                     -- a subdomain is public and unique by nature
  looked_up(name) as (values ('tenants'), ('jobs')),                                -- read by app_lookup before a tenant is known, by exact key
  sighted(name) as (values ('accounts'), ('contacts'), ('deals'), ('tasks'), ('activities'), ('notes'), ('deal_contacts'), ('deal_lines'), ('stage_history')), -- cut by whose records somebody sees
  definer(name) as (values ('enter'), ('find_tenant'), ('keep_data_protection_key'), ('refresh_statistics'), ('take_job'), ('take_turn'), ('lease_turns'), ('erase_kept'), ('expire_audit'),
    ('make_dataset_table'), ('drop_dataset_table'), ('analyse_dataset_table')), -- narrow ways through, each reviewed
  spaces as (select oid from pg_namespace where nspname in ('app', 'app_data')),
  tables as (
    select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relispartition, c.relnamespace = 'app_data'::regnamespace as of_dataset
    from pg_class c where c.relnamespace in (select oid from spaces) and c.relkind in ('r', 'p')
      and has_table_privilege(c.oid, 'select') is not null -- null: dropped while this is read; its policies can't be printed any more
  ),
  fenced as (select * from tables where relname not in (select name from unfenced)),
  tenant_column as (
    select a.attrelid, a.attnum, a.attnotnull, a.atttypid from pg_attribute a
    where a.attname = 'tenant_id' and not a.attisdropped
  ),
  -- A policy is printed once for all tables that have the same one on the same column: there may be 20 000 of them.
  rules as materialized (
    select p.polrelid, p.polname, p.polpermissive, p.polcmd, p.polroles, coalesce(c.attnum, 0) as tenant_column,
           p.polqual, p.polwithcheck, md5(p.polqual::text) as using_tree, md5(p.polwithcheck::text) as check_tree
    from pg_policy p join tables t on t.oid = p.polrelid left join tenant_column c on c.attrelid = p.polrelid
  ),
  samples as materialized (
    select distinct on (tree, tenant_column) tree, tenant_column, expression, polrelid from (
      select using_tree, tenant_column, polqual, polrelid from rules union all select check_tree, tenant_column, polwithcheck, polrelid from rules
    ) t(tree, tenant_column, expression, polrelid) where tree is not null
  ),
  printed as materialized (
    select tree, tenant_column, regexp_replace(pg_get_expr(expression, polrelid), '\s+', ' ', 'g') as text from samples
  ),
  holders as materialized (
    select polroles, (select array_agg(r.rolname::text) from pg_roles r where r.oid = any (polroles)) as roles
    from (select distinct polroles from rules) r
  ),
  policies as materialized (
    select p.polrelid, p.polname, p.polpermissive, p.polcmd, h.roles, 0 = any (p.polroles) as to_public,
           u.text as using_text, k.text as check_text
    from rules p join holders h using (polroles)
    left join printed u on u.tree = p.using_tree and u.tenant_column = p.tenant_column
    left join printed k on k.tree = p.check_tree and k.tenant_column = p.tenant_column
  ),
  mine(text) as (values
    ('(tenant_id = ( SELECT (NULLIF(current_setting(''app.tenant_id''::text, true), ''''::text))::uuid AS "nullif"))')),
  faults(what, why) as (
    select t.relname, 'has no tenant_id uuid not null' from fenced t
      where not exists (select from tenant_column c where c.attrelid = t.oid and c.attnotnull and c.atttypid = 'uuid'::regtype)
    union all
    select t.relname, 'row-level security is not enabled and forced' from fenced t where not (t.relrowsecurity and t.relforcerowsecurity)
    union all
    select t.relname, 'has no ' || kind.name || ' policy to app_rw with the tenant expression on both sides'
      from fenced t cross join (values ('fence', false), ('base', true)) kind(name, permissive)
      where (t.oid, kind.name, kind.permissive) not in (
        select p.polrelid, p.polname::text, p.polpermissive from policies p where p.polcmd = '*'
          and p.roles = array['app_rw'] and p.using_text = (select text from mine) and p.check_text = (select text from mine))
    union all
    select s.name, 'has no policy sight that cuts what somebody does not see' from sighted s
      where not exists (
        select from tables t join policies p on p.polrelid = t.oid
        where t.relname = s.name and not t.of_dataset and p.polname = 'sight' and not p.polpermissive and p.polcmd = 'r' and p.roles = array['app_rw'] and p.using_text like '%app.sees%')
    union all
    select t.relname, 'policy ' || p.polname || ' is open to PUBLIC' from tables t join policies p on p.polrelid = t.oid where p.to_public
    union all
    select t.relname, 'a second permissive policy for app_rw: ' || p.polname from fenced t join policies p on p.polrelid = t.oid
      where p.polpermissive and p.polname <> 'base' and 'app_rw' = any (p.roles)
    union all
    select t.relname, 'policy ' || p.polname || ' is for a role that has none' from tables t join policies p on p.polrelid = t.oid
      where not p.to_public and not coalesce(p.roles <@ array['app_rw', 'app_lookup'], false)
    union all
    select t.relname, 'policy ' || p.polname || ' lets app_lookup read a table that is not on the list' from tables t join policies p on p.polrelid = t.oid
      where 'app_lookup' = any (p.roles) and t.relname not in (select name from looked_up)
        and not (p.polname = 'erase' and p.using_text = 'app.is_erasable(tenant_id)') -- of a company that is being erased
        and not (p.polname = 'expire' and t.relname in ('audit_entries', 'audit_seals') and p.using_text like '(% < (now() - ''90 days''::interval))') -- of what a company keeps no longer
    union all
    select t.relname, 'the primary key does not begin with tenant_id' from fenced t
      where not t.of_dataset and not exists ( -- nothing refers to a row of an upload, so those need no key
        select from pg_index i join tenant_column c on c.attrelid = i.indrelid
        where i.indrelid = t.oid and i.indisprimary and i.indkey[0] = c.attnum)
    union all
    select t.relname, 'index ' || x.relname || ' does not begin with tenant_id' from fenced t
      join pg_index i on i.indrelid = t.oid join pg_class x on x.oid = i.indexrelid
      where x.relname not in (select name from global_unique)
        and not exists (select from tenant_column c where c.attrelid = t.oid and i.indkey[0] = c.attnum)
    union all
    select t.relname, 'foreign key ' || f.conname || ' does not carry tenant_id on both sides' from fenced t
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
      where not exists (
        select from unnest(f.conkey, f.confkey) k(own, other)
        join tenant_column a on a.attrelid = f.conrelid and a.attnum = k.own
        join tenant_column b on b.attrelid = f.confrelid and b.attnum = k.other)
    union all
    select t.relname, 'foreign key ' || f.conname || ' has no index on the referencing side' from fenced t
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f'
      where not exists (
        select from pg_index i where i.indrelid = t.oid and i.indpred is null
          and (i.indkey::smallint[])[0:cardinality(f.conkey) - 1] @> f.conkey)
    union all
    select t.relname, 'foreign key ' || f.conname || ' would null tenant_id' from fenced t
      join pg_constraint f on f.conrelid = t.oid and f.contype = 'f' and f.confdeltype in ('n', 'd')
      where f.confdelsetcols is null or f.confdelsetcols && (select array_agg(c.attnum) from tenant_column c where c.attrelid = t.oid)
    union all
    select t.relname, 'a partition is granted to app_rw' from tables t 
      where t.relispartition and (has_any_column_privilege('app_rw', t.oid, 'select, insert, update') or has_table_privilege('app_rw', t.oid, 'delete'))
    union all
    select t.relname, 'app_rw has the right to ' || r.name from tables t cross join (values ('truncate'), ('references'), ('trigger')) r(name)
      where has_table_privilege('app_rw', t.oid, r.name)
    union all
    select t.relname, 'is outside the fence and writable by app_rw' from tables t
      where t.relname in (select name from unfenced) and (has_any_column_privilege('app_rw', t.oid, 'insert, update') or has_table_privilege('app_rw', t.oid, 'delete'))
    union all
    select 'entrance', 'the secret is readable by ' || r.rolname from pg_roles r
      where r.rolname in ('app_rw', 'app_lookup', 'platform_console') and has_any_column_privilege(r.oid, 'app.entrance', 'select')
    union all
    select c.relname, 'a view that does not run as its reader' from pg_class c
      where c.relnamespace in (select oid from spaces) and c.relkind = 'v'
        and not coalesce(c.reloptions @> array['security_invoker=true'], false)
    union all
    select c.relname, 'a materialized view or foreign table readable by app_rw' from pg_class c
      where c.relnamespace in (select oid from spaces) and c.relkind in ('m', 'f') and has_any_column_privilege('app_rw', c.oid, 'select')
    union all
    select c.relname, 'a table outside our schemas that app_rw may use' from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname not in ('app', 'app_data', 'pg_catalog', 'information_schema', 'pg_toast') and c.relkind in ('r', 'p', 'm', 'f')
        and has_any_column_privilege('app_rw', c.oid, 'select, insert, update')
        and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e') -- an extension's own
    union all
    select p.proname, 'a definer function that is not on the list' from pg_proc p
      where p.pronamespace in (select oid from spaces) and p.prosecdef and p.proname not in (select name from definer)
    union all
    select p.proname, 'a definer function without an empty search_path, open to PUBLIC, or owned by a superuser' from pg_proc p
      join pg_roles o on o.oid = p.proowner
      where p.pronamespace in (select oid from spaces) and p.prosecdef
        and (not coalesce(p.proconfig @> array['search_path=""'], false) or o.rolsuper or p.proacl is null
             or exists (select from aclexplode(p.proacl) a where a.grantee = 0))
    union all
    select r.rolname, 'must not be superuser, bypass row-level security, create roles or databases, or replicate' from pg_roles r
      where r.rolname in ('app_rw', 'app_owner', 'app_lookup') and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication)
    union all
    select r.rolname, 'must not sign in' from pg_roles r where r.rolname in ('app_owner', 'app_lookup') and r.rolcanlogin
    union all
    select 'app_rw', 'is a member of ' || g.rolname from pg_auth_members m join pg_roles g on g.oid = m.roleid
      join pg_roles r on r.oid = m.member where r.rolname = 'app_rw'
    union all
    select 'app_rw', 'may create in schema ' || n.nspname from pg_namespace n
      where n.nspname in ('app', 'app_data', 'public') and has_schema_privilege('app_rw', n.oid, 'create')
    union all
    select 'app_rw', 'owns ' || c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'app_rw'
  )
select what::text, why from faults order by 1, 2
