-- The first answer to each Idempotency-Key, for a day. The id is a hash of the caller's credential and the key. While status is
-- null, the call is under way: it called an outside party and holds the key until leased_until.
create table app.idempotent_answers (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  request_hash bytea check (length(request_hash) = 32),
  status smallint,
  content_type text,
  location text,
  etag text,
  body bytea,
  created_at timestamptz not null default now(),
  leased_until timestamptz,
  primary key (tenant_id, id),
  check ((status is null) = (leased_until is not null)),
  check (status is null or (request_hash is not null and body is not null))
);
create index idempotent_answers_by_time on app.idempotent_answers (tenant_id, created_at);
call app.fence('app.idempotent_answers');

-- How many calls of the API a company made in a month.
create table app.api_calls (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  month date not null check (extract(day from month) = 1),
  calls bigint not null check (calls >= 0),
  primary key (tenant_id, id),
  unique (tenant_id, month)
);
call app.fence('app.api_calls');

-- Takes as many turns at once as are wanted and there are, of so many in a span; they come back evenly. An instance takes a few in
-- advance and gives them out by itself.
create function app.lease_turns(turn_key bytea, most integer, span interval, want integer, out granted integer, out remaining integer, out wait interval, out full_in interval)
language plpgsql volatile security definer set search_path = '' as $$
declare
  step constant double precision := extract(epoch from span) / most;
  moment timestamptz;
  until timestamptz;
  free integer;
begin
  if pg_catalog.random() < 0.01 then
    delete from app.turns t where t.key in (select o.key from app.turns o where o.full_at < pg_catalog.clock_timestamp() limit 500 for update skip locked);
  end if;
  insert into app.turns as t (key, full_at) values (turn_key, pg_catalog.clock_timestamp())
    on conflict (key) do update set full_at = t.full_at returning t.full_at into until; -- the row is held from here on
  moment := pg_catalog.clock_timestamp();
  until := greatest(until, moment);
  free := greatest(0, pg_catalog.floor((extract(epoch from span) - extract(epoch from until - moment)) / step + 0.001)::integer);
  granted := least(want, free);
  remaining := free - granted;
  until := until + pg_catalog.make_interval(secs => granted * step);
  if granted > 0 then update app.turns set full_at = until where key = turn_key; end if;
  full_in := until - moment;
  wait := greatest(pg_catalog.make_interval(secs => 0), full_in - span + pg_catalog.make_interval(secs => step));
end $$;
revoke execute on function app.lease_turns(bytea, integer, interval, integer) from public;
grant execute on function app.lease_turns(bytea, integer, interval, integer) to app_rw;
