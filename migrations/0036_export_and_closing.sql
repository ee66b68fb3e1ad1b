-- Everything a company has, as one archive. Its pieces stay for a week, so that any instance can hand them out.
create table app.company_exports (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  job_id uuid not null,
  member_id uuid,
  requested_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  erased_at timestamptz,
  bytes bigint not null default 0 check (bytes >= 0),
  chunks integer not null default 0 check (chunks >= 0),
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  row_count bigint not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete set null (member_id),
  check (finished_at is null or (expires_at is not null and sha256 is not null))
);
create index company_exports_of_member on app.company_exports (tenant_id, member_id);
call app.fence('app.company_exports');

create table app.export_chunks (
  tenant_id uuid not null,
  export_id uuid not null,
  place integer not null,
  bytes bytea not null check (length(bytes) <= 1048576),
  primary key (tenant_id, export_id, place),
  foreign key (tenant_id, export_id) references app.company_exports (tenant_id, id) on delete cascade
);
alter table app.export_chunks alter column bytes set storage external;
call app.fence('app.export_chunks');

-- That a company was here and is gone. Its name is a hash of its random id, which nobody has any more but who was told it.
create table app.erasures (
  id uuid primary key,
  company bytea not null check (length(company) = 32),
  reason text not null check (reason in ('closed', 'unproven')),
  asked_at timestamptz not null,
  due_at timestamptz not null,
  erased_at timestamptz not null
);
grant insert on app.erasures to app_lookup;
grant select on app.erasures to platform_console;

-- Whether all of a company goes now: it never proved itself in a week, or an owner closed it and the time to think is over.
create function app.is_erasable(company uuid) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from app.tenants t where t.tenant_id = company
    and ((t.status = 'unproven' and t.created_at < pg_catalog.now() - interval '7 days') or (t.status = 'closing' and t.erase_at <= pg_catalog.now())))
$$;
revoke execute on function app.is_erasable(uuid) from public;
grant execute on function app.is_erasable(uuid) to app_lookup, app_rw;

-- For tables that the process may not delete from: their rows go with the whole company, and only then.
create procedure app.let_erase(target regclass)
language plpgsql set search_path = '' as $$
begin
  execute pg_catalog.format('drop policy if exists erase on %s', target);
  execute pg_catalog.format('create policy erase on %s as permissive for all to app_lookup using (app.is_erasable(tenant_id)) with check (false)', target);
  execute pg_catalog.format('grant select (tenant_id), delete on %s to app_lookup', target);
end $$;
revoke execute on procedure app.let_erase(regclass) from public;

do $$
declare
  kept regclass;
begin
  for kept in select p.polrelid from pg_policy p where p.polname = 'erase' and p.polrelid <> 'app.tenants'::regclass loop
    call app.let_erase(kept);
  end loop;
end $$;
drop policy erase on app.tenants;
create policy erase on app.tenants as permissive for delete to app_lookup using (app.is_erasable(tenant_id));

drop function app.erase_kept();
create function app.erase_kept() returns void
language plpgsql volatile security definer set search_path = '' as $$
declare
  mine constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
  kept regclass;
begin
  if not app.is_erasable(mine) then return; end if;
  for kept in select p.polrelid from pg_catalog.pg_policy p where p.polname = 'erase' and p.polrelid <> 'app.tenants'::regclass loop
    execute pg_catalog.format('delete from %s where tenant_id = $1', kept) using mine;
  end loop;
  insert into app.erasures (id, company, reason, asked_at, due_at, erased_at)
    select pg_catalog.gen_random_uuid(), pg_catalog.sha256(pg_catalog.convert_to(t.tenant_id::text, 'UTF8')), case t.status when 'closing' then 'closed' else 'unproven' end,
           coalesce(t.closing_since, t.created_at), coalesce(t.erase_at, t.created_at + interval '7 days'), pg_catalog.now()
    from app.tenants t where t.tenant_id = mine;
  delete from app.tenants where tenant_id = mine;
  perform pg_catalog.pg_notify('tenant_changed', mine::text);
end $$;
grant create on schema app to app_lookup;
alter function app.erase_kept() owner to app_lookup;
revoke create on schema app from app_lookup;
revoke execute on function app.erase_kept() from public;
grant execute on function app.erase_kept() to app_rw;

-- The tables that hold rows of companies and that the process may delete from, the queue left out: it goes last, with the job that erases.
create function app.erased_tables() returns setof text
language sql stable set search_path = '' as $$
  select c.oid::regclass::text from pg_catalog.pg_class c join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'jobs' and pg_catalog.has_table_privilege(c.oid, 'delete')
  order by c.relname
$$;
revoke execute on function app.erased_tables() from public;
grant execute on function app.erased_tables() to app_rw;

-- One step of erasing the entered company: some rows of one table. 0: none are left there; null: others still refer to them.
create function app.erase_some(target regclass, most integer) returns integer
language plpgsql volatile set search_path = '' as $$
declare
  mine constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
  gone integer;
begin
  if not app.is_erasable(mine) then raise exception 'this company stays' using errcode = '28000'; end if;
  execute pg_catalog.format('delete from %s where tenant_id = $1 and ctid = any (array(select t.ctid from %1$s t where t.tenant_id = $1 limit $2))', target) using mine, most;
  get diagnostics gone = row_count;
  return gone;
exception when foreign_key_violation then
  return null;
end $$;
revoke execute on function app.erase_some(regclass, integer) from public;
grant execute on function app.erase_some(regclass, integer) to app_rw;

-- The tables of a company's uploaded rows, by the load that each is named for.
create function app.dataset_tables_left() returns setof uuid
language sql stable set search_path = '' as $$
  select ('000000000000' || right(c.relname, 20))::uuid from pg_catalog.pg_class c
  where c.relnamespace = 'app_data'::regnamespace and c.relkind = 'r'
    and c.relname like 'd\_' || replace(nullif(pg_catalog.current_setting('app.tenant_id', true), ''), '-', '') || '\_%'
$$;
revoke execute on function app.dataset_tables_left() from public;
grant execute on function app.dataset_tables_left() to app_rw;

-- The last step, whole or not at all: the queue, what the process may not delete by itself, and the company's own row.
create function app.erase_rest() returns void
language plpgsql volatile set search_path = '' as $$
declare
  mine constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
begin
  delete from app.jobs where tenant_id = mine;
  perform app.erase_kept();
end $$;
revoke execute on function app.erase_rest() from public;
grant execute on function app.erase_rest() to app_rw;
