-- Teams stand in a tree, and may be led by somebody.
alter table app.teams add column parent_id uuid, add column manager_id uuid,
  add check (parent_id <> id),
  add foreign key (tenant_id, parent_id) references app.teams (tenant_id, id) on delete set null (parent_id),
  add foreign key (tenant_id, manager_id) references app.members (tenant_id, id) on delete set null (manager_id);
create index teams_below on app.teams (tenant_id, parent_id);
create index teams_led_by on app.teams (tenant_id, manager_id);

-- Whose records members see: everybody's, those of their team and below, or their own. It holds for the role member alone.
alter table app.tenants add column record_sight text not null default 'all' check (record_sight in ('all', 'team', 'own'));

-- Whose records somebody sees; null is everybody's. Whoever leads a team sees that of all in it and below.
create function app.sight_of(viewer uuid) returns uuid[]
language sql stable set search_path = '' as $$
  with recursive me as (
    select m.tenant_id, m.id, m.team_id, m.role, t.record_sight
    from app.members m join app.tenants t on t.tenant_id = m.tenant_id
    where m.tenant_id = nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid and m.id = viewer
  ), below as (
    select g.tenant_id, g.id from app.teams g join me on g.tenant_id = me.tenant_id
    where g.manager_id = me.id or (me.record_sight = 'team' and g.id = me.team_id)
    union
    select g.tenant_id, g.id from app.teams g join below b on g.tenant_id = b.tenant_id and g.parent_id = b.id
  )
  select case when me.record_sight = 'all' or me.role <> 'member' then null
    else array(select p.id from app.members p where p.tenant_id = me.tenant_id and (p.id = me.id or p.team_id in (select b.id from below b))) end
  from me
$$;
revoke execute on function app.sight_of(uuid) from public;
grant execute on function app.sight_of(uuid) to app_rw;

-- The way in for somebody who does not see all.
create function app.enter(tenant uuid, proof bytea, read_only boolean, sees uuid[]) returns void
language plpgsql security definer set search_path = '' as $$
begin
  perform app.enter(tenant, proof, read_only);
  perform pg_catalog.set_config('app.sees', coalesce(sees::text, ''), true);
end $$;
revoke execute on function app.enter(uuid, bytea, boolean, uuid[]) from public;
grant execute on function app.enter(uuid, bytea, boolean, uuid[]) to app_rw;

-- One predicate for every list, page, search, sum and chart. What belongs to nobody is everybody's.
create procedure app.limit_sight(target regclass, owners text[])
language plpgsql set search_path = '' as $$
declare
  sees constant text := '(select nullif(current_setting(''app.sees'', true), '''')::uuid[])';
begin
  execute pg_catalog.format('create policy sight on %s as restrictive for select to app_rw using (%s is null or %s or (%s))', target, sees,
    (select pg_catalog.string_agg(pg_catalog.format('%I = any (coalesce(%s, ''{}''))', owner, sees), ' or ') from pg_catalog.unnest(owners) owner),
    (select pg_catalog.string_agg(pg_catalog.format('%I is null', owner), ' and ') from pg_catalog.unnest(owners) owner));
end $$;
revoke execute on procedure app.limit_sight(regclass, text[]) from public;
call app.limit_sight('app.accounts', array['owner_id']);
call app.limit_sight('app.contacts', array['owner_id']);
call app.limit_sight('app.deals', array['owner_id']);
call app.limit_sight('app.tasks', array['owner_id', 'assignee_id']);
call app.limit_sight('app.activities', array['owner_id']);

-- Who reads an index alone still finds the owner in it.
drop index app.deals_on_board;
create index deals_on_board on app.deals (tenant_id, stage_id, rank, id) include (pipeline_id, amount_minor, currency, probability, owner_id) where status = 'open' and deleted_at is null;
drop index app.deals_expected;
create index deals_expected on app.deals (tenant_id, expected_close_on) include (amount_minor, probability, currency, owner_id) where status = 'open' and deleted_at is null;

-- Every instance hears that sights changed, and asks anew; the message is the company's id.
create function app.tell_sight_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('member_changed', coalesce(new.tenant_id, old.tenant_id)::text);
  return null;
end $$;
create trigger sight_changed after update of parent_id, manager_id or delete on app.teams for each row execute function app.tell_sight_changed();
create trigger sight_changed after update of team_id on app.members for each row execute function app.tell_sight_changed();
create trigger sight_changed after update of record_sight on app.tenants for each row execute function app.tell_sight_changed();
