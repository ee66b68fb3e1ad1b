-- A company that signed itself up is unproven until its owner opened the link in the letter; after seven days it is erased.
alter table app.tenants drop constraint tenants_status_check,
  add constraint tenants_status_check check (status in ('active', 'suspended', 'unproven'));

-- When somebody gave it a name of their own; what a new company starts with has none.
alter table app.pipelines add column named_at timestamptz;

-- The guided start of a company that signed itself up; its steps are looked up, not kept.
create table app.guided_starts (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  begun_at timestamptz not null,
  dismissed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id)
);
call app.fence('app.guided_starts', 'select, insert, update');

-- What the process may not delete, nobody deletes for it, but of a company that never proved itself in time.
do $$
declare
  kept regclass;
begin
  create policy erase on app.tenants as permissive for delete to app_lookup using (status = 'unproven' and created_at < now() - interval '7 days');
  grant delete on app.tenants to app_lookup;
  for kept in select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
    where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relname <> 'tenants' and not has_table_privilege('app_rw', c.oid, 'delete')
  loop
    execute format('create policy erase on %s as permissive for all to app_lookup using (exists (select from app.tenants t where t.tenant_id = %1$s.tenant_id and t.status = ''unproven'' and t.created_at < now() - interval ''7 days'')) with check (false)', kept);
    execute format('grant select (tenant_id), delete on %s to app_lookup', kept);
  end loop;
end $$;

create function app.erase_kept() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  mine constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
  kept regclass;
begin
  for kept in select p.polrelid from pg_catalog.pg_policy p where p.polname = 'erase' and p.polrelid <> 'app.tenants'::regclass loop
    execute pg_catalog.format('delete from %s where tenant_id = $1', kept) using mine;
  end loop;
  delete from app.tenants where tenant_id = mine;
  perform pg_catalog.pg_notify('tenant_changed', mine::text);
end $$;
grant create on schema app to app_lookup;
alter function app.erase_kept() owner to app_lookup;
revoke create on schema app from app_lookup;
revoke execute on function app.erase_kept() from public;
grant execute on function app.erase_kept() to app_rw;

-- Erases the entered company whole, if it never proved itself in time. Tables that others refer to follow those that refer to them.
create function app.erase_unproven() returns boolean
language plpgsql volatile set search_path = '' as $$
declare
  mine constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
  target regclass;
  left_over boolean := true;
begin
  if not exists (select from app.tenants t where t.tenant_id = mine and t.status = 'unproven' and t.created_at < pg_catalog.now() - interval '7 days') then return false; end if;
  for pass in 1..10 loop
    exit when not left_over;
    left_over := false;
    for target in select c.oid from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and pg_catalog.has_table_privilege(c.oid, 'delete')
    loop
      begin
        execute pg_catalog.format('delete from %s where tenant_id = $1', target) using mine;
      exception when foreign_key_violation then
        left_over := true;
      end;
    end loop;
  end loop;
  perform app.erase_kept();
  return true;
end $$;
grant execute on function app.erase_unproven() to app_rw;
