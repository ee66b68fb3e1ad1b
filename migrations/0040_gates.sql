-- Every instance hears that somebody has another second factor, or none any more: what their sessions prove is looked at anew.
create function app.tell_factor_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('member_changed', coalesce(new.tenant_id, old.tenant_id)::text);
  return null;
end $$;
create trigger factor_changed after insert or update of confirmed_at or delete on app.second_steps for each row execute function app.tell_factor_changed();
create trigger factor_changed after insert or delete on app.passkeys for each row execute function app.tell_factor_changed();

-- How many days before its end a key was last told of by a letter. Those of before are looked at by the first job.
alter table app.api_keys add column end_told smallint check (end_told > 0);
alter table app.api_keys no force row level security;
alter table app.jobs no force row level security;
insert into app.jobs (tenant_id, id, kind, payload, due_at, created_at)
  select distinct on (tenant_id) tenant_id, pg_catalog.gen_random_uuid(), 'access.key_ends', '{}'::jsonb, now(), now()
  from app.api_keys where revoked_at is null and expires_at > now();
alter table app.api_keys force row level security;
alter table app.jobs force row level security;

-- What is kept of a caller is how much was used, in turns; how long a turn takes to come back when it was written says how many
-- that are. A limit that was raised or lowered meanwhile is held against that count, not against the time it would have taken.
alter table app.turns add column turn_seconds double precision check (turn_seconds > 0);
create or replace function app.lease_turns(turn_key bytea, most integer, span interval, want integer, out granted integer, out remaining integer, out wait interval, out full_in interval)
language plpgsql volatile security definer set search_path = '' as $$
declare
  per_turn constant double precision := extract(epoch from span) / most;
  moment timestamptz;
  until timestamptz;
  before double precision;
  used double precision; -- in turns
  free integer;
begin
  if pg_catalog.random() < 0.01 then
    delete from app.turns t where t.key in (select o.key from app.turns o where o.full_at < pg_catalog.clock_timestamp() limit 500 for update skip locked);
  end if;
  insert into app.turns as t (key, full_at, turn_seconds) values (turn_key, pg_catalog.clock_timestamp(), per_turn)
    on conflict (key) do update set full_at = t.full_at returning t.full_at, t.turn_seconds into until, before; -- the row is held from here on
  moment := pg_catalog.clock_timestamp();
  used := least(most, greatest(0, extract(epoch from until - moment)) / coalesce(before, per_turn));
  free := greatest(0, pg_catalog.floor(most - used + 0.001)::integer);
  granted := least(want, free);
  remaining := free - granted;
  until := moment + pg_catalog.make_interval(secs => (used + granted) * per_turn);
  if granted > 0 or before is distinct from per_turn then update app.turns set full_at = until, turn_seconds = per_turn where key = turn_key; end if;
  full_in := until - moment;
  wait := greatest(pg_catalog.make_interval(secs => 0), full_in - span + pg_catalog.make_interval(secs => per_turn));
end $$;
