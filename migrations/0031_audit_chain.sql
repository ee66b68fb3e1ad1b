-- Why an act counts as risky, in words that the log's page explains.
alter table app.audit_entries add column risk_reasons text[] not null default '{}';
create index audit_entries_of_member on app.audit_entries (tenant_id, member_id, id desc) where member_id is not null;
create index audit_entries_of_type on app.audit_entries (tenant_id, event_type, id desc);

-- The seal of each entry: a hash over the one before it and over the entry itself, in the order of sealing. Only added to.
create table app.audit_seals (
  tenant_id uuid not null references app.tenants (tenant_id),
  position bigint not null check (position > 0),
  entry_id uuid not null,
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null,
  primary key (tenant_id, position),
  unique (tenant_id, entry_id)
);
call app.fence('app.audit_seals', 'select, insert');

-- Where a company's chain ends, and up to where it was erased by the company's own rule; signed with a key that the database does not hold.
create table app.audit_chains (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  position bigint not null check (position >= 0),
  hash bytea not null check (length(hash) = 32),
  anchor_position bigint not null check (anchor_position between 0 and position),
  anchor_hash bytea not null check (length(anchor_hash) = 32),
  signature bytea not null check (length(signature) = 32),
  swept_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id)
);
call app.fence('app.audit_chains', 'select, insert, update');

-- How long a company keeps its log. Without a row, or without days: for ever.
create table app.audit_rules (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  keep_days integer check (keep_days between 90 and 3660),
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id)
);
call app.fence('app.audit_rules');

-- Of a company that never proved itself in time, as in 0028.
do $$
declare
  kept text;
begin
  foreach kept in array array['app.audit_seals', 'app.audit_chains'] loop
    execute format('create policy erase on %s as permissive for all to app_lookup using (exists (select from app.tenants t where t.tenant_id = %1$s.tenant_id and t.status = ''unproven'' and t.created_at < now() - interval ''7 days'')) with check (false)', kept);
    execute format('grant select (tenant_id), delete on %s to app_lookup', kept);
  end loop;
end $$;

-- What is sealed and older than 90 days may be erased by the company's rule; nothing younger ever, whatever the process says.
create policy expire on app.audit_entries as permissive for all to app_lookup using (at < now() - interval '90 days') with check (false);
create policy expire on app.audit_seals as permissive for all to app_lookup using (sealed_at < now() - interval '90 days') with check (false);
grant select (id, at) on app.audit_entries to app_lookup;
grant select (position, entry_id, sealed_at) on app.audit_seals to app_lookup;

create function app.expire_audit(through bigint) returns bigint
language plpgsql volatile security definer set search_path = '' as $$
declare
  mine constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
  erased bigint;
begin
  delete from app.audit_entries e using app.audit_seals s
  where e.tenant_id = mine and s.tenant_id = mine and s.entry_id = e.id and s.position <= through;
  get diagnostics erased = row_count;
  delete from app.audit_seals s where s.tenant_id = mine and s.position <= through
    and not exists (select from app.audit_entries e where e.tenant_id = mine and e.id = s.entry_id);
  return erased;
end $$;
grant create on schema app to app_lookup;
alter function app.expire_audit(bigint) owner to app_lookup;
revoke create on schema app from app_lookup;
revoke execute on function app.expire_audit(bigint) from public;
grant execute on function app.expire_audit(bigint) to app_rw;

-- Whoever writes an entry orders the sealing, unless it is ordered anyway; of those who do so at once, one.
create function app.order_sealing() returns trigger
language plpgsql set search_path = '' as $$
declare
  mine constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
begin
  if mine is not null
    and not exists (select from app.jobs j where j.tenant_id = mine and j.kind = 'audit.seal' and j.status = 'queued' and j.due_at > pg_catalog.clock_timestamp() + interval '20 seconds')
    and pg_catalog.pg_try_advisory_xact_lock(pg_catalog.hashtextextended('audit.seal ' || mine, 0))
  then
    insert into app.jobs (tenant_id, id, kind, payload, due_at, created_at)
    values (mine, pg_catalog.gen_random_uuid(), 'audit.seal', '{}', pg_catalog.clock_timestamp() + interval '60 seconds', pg_catalog.clock_timestamp());
  end if;
  return null;
end $$;
create trigger order_sealing after insert on app.audit_entries for each statement execute function app.order_sealing();
