-- Who may come in. One e-mail address may be a different person in each tenant.
create table app.teams (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
call app.fence('app.teams');

create table app.members (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  email text not null check (length(email) <= 254),
  normalized_email text not null,
  name text not null check (length(name) between 1 and 120),
  role text not null check (role in ('owner', 'admin', 'manager', 'analyst', 'member', 'viewer', 'compliance')),
  team_id uuid,
  password_hash text,
  security_stamp text not null,
  lockout_end timestamptz,
  access_failed_count integer not null default 0,
  locale text check (locale in ('ja', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  deactivated_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, normalized_email),
  foreign key (tenant_id, team_id) references app.teams (tenant_id, id) on delete set null (team_id)
);
create index members_of_team on app.members (tenant_id, team_id);
call app.fence('app.members');

-- A sign-in, in a browser or by a program. Ending it ends its cookie and all its tokens.
create table app.sessions (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null check (kind in ('browser', 'program')),
  security_stamp text not null,
  ip_address inet,
  user_agent text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
create index sessions_of_member on app.sessions (tenant_id, member_id);
call app.fence('app.sessions');

-- Refresh tokens rotate inside their session; one that comes back after use ends the session.
create table app.refresh_tokens (
  tenant_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  token_hash bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, session_id) references app.sessions (tenant_id, id) on delete cascade
);
create index refresh_tokens_of_session on app.refresh_tokens (tenant_id, session_id);
call app.fence('app.refresh_tokens');

-- The key ring that signs cookies, shared by all instances; each key is encrypted with the installation's master key.
create table app.data_protection_keys (
  name text primary key,
  xml text not null
);
grant select on app.data_protection_keys to app_rw;

create function app.keep_data_protection_key(key_name text, key_xml text) returns void
language sql security definer set search_path = '' as $$
  insert into app.data_protection_keys (name, xml) values (key_name, key_xml) on conflict (name) do nothing
$$;
revoke execute on function app.keep_data_protection_key(text, text) from public;
grant execute on function app.keep_data_protection_key(text, text) to app_rw;
