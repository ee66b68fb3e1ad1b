-- Work that outlives its request. Enqueued in the transaction that causes it, carried by any instance, at least once.
create table app.jobs (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  kind text not null check (length(kind) between 1 and 80),
  member_id uuid,
  payload jsonb not null,
  status text not null default 'queued' check (status in ('queued', 'running', 'done', 'failed')),
  progress real not null default 0 check (progress between 0 and 1),
  attempts integer not null default 0,
  -- When it may be taken: a queued one when it is due, a running one when its holder has not been heard of for that long.
  due_at timestamptz not null,
  holder uuid,
  result jsonb,
  error jsonb,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete set null (member_id)
);
create index jobs_of_member on app.jobs (tenant_id, member_id);
create index jobs_waiting on app.jobs (tenant_id, due_at) where status in ('queued', 'running'); -- only what is still to do, so looking for the next one stays cheap
call app.fence('app.jobs');

create policy lookup on app.jobs as permissive for select to app_lookup using (true);
create policy take on app.jobs as permissive for update to app_lookup using (true) with check (true);
grant select (tenant_id, id, kind, status, due_at, attempts), update (status, due_at, holder, attempts) on app.jobs to app_lookup;

-- Takes the next job of any company and says only whose it is and which; everything else is read inside that company.
-- A company whose work is already being done waits behind one whose work is not.
create function app.take_job(taker uuid, kinds text[], lease interval) returns table (tenant_id uuid, id uuid)
language sql volatile security definer set search_path = '' as $$
  with next as (
    select j.tenant_id, j.id from app.jobs j
    where j.status in ('queued', 'running') and j.due_at <= pg_catalog.clock_timestamp() and j.kind = any (kinds)
    order by exists (select from app.jobs other where other.tenant_id = j.tenant_id and other.status = 'running' and other.due_at > pg_catalog.clock_timestamp()), j.due_at
    limit 1 for update skip locked)
  update app.jobs j set status = 'running', holder = taker, attempts = j.attempts + 1, due_at = pg_catalog.clock_timestamp() + lease
  from next where j.tenant_id = next.tenant_id and j.id = next.id
  returning j.tenant_id, j.id
$$;
grant create on schema app to app_lookup;
alter function app.take_job(uuid, text[], interval) owner to app_lookup;
revoke create on schema app from app_lookup;
revoke execute on function app.take_job(uuid, text[], interval) from public;
grant execute on function app.take_job(uuid, text[], interval) to app_rw;

-- Wakes a worker on any instance; it says nothing but that there is work.
create function app.tell_job_waits() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('job_waits', '');
  return null;
end $$;
create trigger job_waits after insert on app.jobs for each statement execute function app.tell_job_waits();
