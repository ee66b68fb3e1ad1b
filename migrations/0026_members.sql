-- What a company has bought. The row is also the lock that every change of who is who waits for.
create table app.plans (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 40),
  seats integer check (seats between 1 and 100000),
  trial_ends_at timestamptz,
  entitlements jsonb not null default '{}' check (jsonb_typeof(entitlements) = 'object'),
  primary key (tenant_id, id),
  unique (tenant_id)
);

-- An invitation is good once, for a week, at its own company's address; of its secret only the hash is kept.
create table app.invitations (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  email text not null check (length(email) <= 254),
  normalized_email text not null,
  role text not null check (role in ('owner', 'admin', 'manager', 'analyst', 'member', 'viewer', 'compliance')),
  team_id uuid,
  locale text not null check (locale in ('ja', 'en')),
  token_hash bytea not null check (length(token_hash) = 32),
  invited_by uuid,
  created_at timestamptz not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, team_id) references app.teams (tenant_id, id) on delete set null (team_id),
  foreign key (tenant_id, invited_by) references app.members (tenant_id, id) on delete set null (invited_by)
);
create unique index invitations_pending on app.invitations (tenant_id, normalized_email) where accepted_at is null and revoked_at is null;
create index invitations_of_team on app.invitations (tenant_id, team_id);
create index invitations_by on app.invitations (tenant_id, invited_by);

-- A seat is somebody's, or is held for somebody who was invited.
create table app.seats (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  member_id uuid,
  invitation_id uuid,
  held_until timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, member_id),
  unique (tenant_id, invitation_id),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade,
  foreign key (tenant_id, invitation_id) references app.invitations (tenant_id, id) on delete cascade,
  check (member_id is not null or (invitation_id is not null and held_until is not null))
);

-- Who was removed keeps a row, so that what they did still bears their name; the address is free again.
alter table app.members add column removed_at timestamptz check (removed_at is null or deactivated_at is not null);

-- The companies that are there already: their people sit where they sat.
alter table app.tenants no force row level security;
alter table app.members no force row level security;
insert into app.seats (tenant_id, id, member_id, created_at)
  select m.tenant_id, gen_random_uuid(), m.id, now() from app.members m
  where m.deactivated_at is null and m.role not in ('viewer', 'compliance');
insert into app.plans (tenant_id, id, name, seats, trial_ends_at)
  select t.tenant_id, gen_random_uuid(), t.plan,
         case when not t.demo then greatest(10, (select count(*) from app.seats s where s.tenant_id = t.tenant_id)) end,
         case when not t.demo and t.plan = 'trial' then now() + interval '14 days' end
  from app.tenants t;
alter table app.tenants force row level security;
alter table app.members force row level security;
call app.fence('app.plans', 'select, insert, update');
call app.fence('app.invitations');
call app.fence('app.seats');

-- The door knows a company's plan by name.
create function app.name_plan() returns trigger
language plpgsql set search_path = '' as $$
begin
  update app.tenants set plan = new.name where tenant_id = new.tenant_id and plan <> new.name;
  return null;
end $$;
create trigger plan_named after update of name on app.plans for each row execute function app.name_plan();

-- Every instance hears that somebody's rights changed, and asks anew; the message is ids alone.
create function app.tell_member_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('member_changed', pg_catalog.concat_ws(' ', new.tenant_id, new.id));
  return null;
end $$;
create trigger member_changed after update of role, security_stamp, deactivated_at on app.members for each row execute function app.tell_member_changed();
