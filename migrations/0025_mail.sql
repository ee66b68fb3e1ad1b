-- Letters on their way out: written with their cause, sent by a job. What is in one goes as soon as it is of no more use;
-- to whom it went, about what, and how it ended stays for a while.
create table app.letters (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  address text not null check (length(address) between 3 and 254),
  locale text not null check (locale in ('ja', 'en')),
  subject text not null check (length(subject) between 1 and 300 and subject !~ '[[:cntrl:]]'),
  content jsonb,
  status text not null default 'queued' check (status in ('queued', 'sent', 'failed')),
  attempts integer not null default 0,
  problem text check (problem in ('unreachable', 'too_slow', 'refused', 'too_late', 'not_set_up')),
  said text check (length(said) <= 300),
  posted_at timestamptz not null,
  good_until timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id)
);
create index letters_recent on app.letters (tenant_id, posted_at desc, id desc);
call app.fence('app.letters');

-- A link that opens one thing once. Its secret travels in a letter; only the hash is here.
create table app.one_time_links (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  purpose text not null check (length(purpose) between 1 and 40),
  token_hash bytea not null check (length(token_hash) = 32),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
create index one_time_links_of_member on app.one_time_links (tenant_id, member_id, purpose) where used_at is null;
create index one_time_links_by_member on app.one_time_links (tenant_id, member_id);
call app.fence('app.one_time_links');

-- How often something was tried, for all instances together. A key is a keyed hash and says nothing; a row says when a
-- full set of turns is free again.
create table app.turns (
  key bytea primary key check (length(key) = 32),
  full_at timestamptz not null
);
create index turns_by_time on app.turns (full_at);

-- Takes one of so many turns in a span (they come back evenly). Null: taken; otherwise how long until there is one.
create function app.take_turn(turn_key bytea, most integer, span interval) returns interval
language plpgsql volatile security definer set search_path = '' as $$
declare
  moment constant timestamptz := pg_catalog.clock_timestamp();
  step constant interval := span / most;
  after timestamptz;
  wait interval;
begin
  if pg_catalog.random() < 0.01 then
    delete from app.turns t where t.key in (select o.key from app.turns o where o.full_at < moment limit 500 for update skip locked);
  end if;
  insert into app.turns as t (key, full_at) values (turn_key, moment + step)
  on conflict (key) do update set full_at = greatest(t.full_at, moment) + step where greatest(t.full_at, moment) + step <= moment + span
  returning t.full_at into after;
  if after is not null then return null; end if;
  select t.full_at + step - span - moment into wait from app.turns t where t.key = turn_key;
  return greatest(wait, interval '1 second');
end $$;
revoke execute on function app.take_turn(bytea, integer, interval) from public;
grant execute on function app.take_turn(bytea, integer, interval) to app_rw;
