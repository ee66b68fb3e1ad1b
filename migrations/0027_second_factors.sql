-- How a member's second step stands: the authenticator's key, if there is one, wrapped by the app for this row alone; the last
-- time step that was accepted, so that no code counts twice; and the tries that failed, across sessions and instances.
create table app.second_steps (
  tenant_id uuid not null,
  id uuid not null, -- the member's
  wrapped_key bytea check (length(wrapped_key) <= 200),
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  failures integer not null default 0 check (failures >= 0),
  locks integer not null default 0 check (locks >= 0),
  locked_until timestamptz,
  reminded_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references app.members (tenant_id, id) on delete cascade,
  check (confirmed_at is null or wrapped_key is not null)
);
call app.fence('app.second_steps');

-- Ten codes for the day the telephone is gone; only a keyed hash is kept, and each is good once.
create table app.recovery_codes (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  code_hash bytea not null check (length(code_hash) = 32),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, member_id, code_hash),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
call app.fence('app.recovery_codes');

-- A key pair in a device or a password vault, of which this is the public half (WebAuthn). It belongs to this company's host.
create table app.passkeys (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null check (length(name) between 1 and 60),
  credential_id bytea not null check (length(credential_id) between 1 and 1023),
  public_key bytea not null,
  sign_count bigint not null check (sign_count >= 0),
  transports text[] not null default '{}',
  user_verified boolean not null,
  backup_eligible boolean not null,
  backed_up boolean not null,
  attestation_object bytea not null,
  client_data_json bytea not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, credential_id),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
create index passkeys_of_member on app.passkeys (tenant_id, member_id);
call app.fence('app.passkeys');

-- What a company asks of everybody's sign-in. Without a row: nothing beyond the password.
create table app.security_rules (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  two_factor_required boolean not null default false,
  grace_days smallint not null default 14 check (grace_days between 0 and 90),
  required_since timestamptz,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id),
  check (two_factor_required = (required_since is not null))
);
call app.fence('app.security_rules');
create trigger remembered_changed after insert or update or delete on app.security_rules for each row execute function app.tell_remembered_changed();

-- When the person behind a session last proved who they are, and by what. Sessions that were there before have proved nothing lately.
alter table app.sessions
  add column proof text not null default 'password' check (proof in ('password', 'code', 'recovery_code', 'passkey')),
  add column proved_at timestamptz not null default 'epoch';
alter table app.sessions alter column proved_at drop default;
