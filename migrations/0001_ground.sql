-- What every tenant table stands on: the way in, the fence, and the record of migrations.

create table app.migrations (
  id integer primary key,
  name text not null,
  checksum text not null,
  applied_at timestamptz not null default now()
);
grant select on app.migrations to app_rw, platform_console;

-- The secret that only the app's own process can prove; one row, read by app.enter alone.
create table app.entrance (
  lone boolean primary key default true check (lone),
  secret bytea not null check (length(secret) >= 32)
);

-- The one way into a tenant: for this transaction only, and only with the proof for that tenant.
create function app.enter(tenant uuid, proof bytea, read_only boolean) returns void
language plpgsql security definer set search_path = '' as $$
begin
  if proof is distinct from (select pg_catalog.sha256(e.secret || pg_catalog.convert_to(tenant::text, 'UTF8')) from app.entrance e) then
    raise exception 'proof refused' using errcode = '28000';
  end if;
  perform pg_catalog.set_config('app.tenant_id', tenant::text, true);
  if read_only then
    perform pg_catalog.set_config('transaction_read_only', 'on', true);
  end if;
end $$;
revoke execute on function app.enter(uuid, bytea, boolean) from public;
grant execute on function app.enter(uuid, bytea, boolean) to app_rw;

-- Puts a tenant table behind the wall: row-level security enabled and forced, a fence that nothing can widen,
-- the base policy, and the rights of the process. Every migration calls it for every table it makes.
create procedure app.fence(target regclass, rights text default 'select, insert, update, delete')
language plpgsql set search_path = '' as $$
declare
  mine constant text := 'tenant_id = (select nullif(current_setting(''app.tenant_id'', true), '''')::uuid)';
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy fence on %s as restrictive for all to app_rw using (%s) with check (%s)', target, mine, mine);
  execute format('create policy base on %s as permissive for all to app_rw using (%s) with check (%s)', target, mine, mine);
  execute format('grant %s on %s to app_rw', rights, target);
  execute format('grant select, insert, update, delete on %s to platform_console', target);
end $$;
revoke execute on procedure app.fence(regclass, text) from public;

grant usage on schema app to app_rw, app_lookup, platform_console;
alter default privileges in schema app revoke execute on functions from public;
