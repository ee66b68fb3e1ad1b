-- Browsers from which somebody signed in before. The browser holds the secret; here is its hash, for this member alone.
create table app.known_devices (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  secret_hash bytea not null check (length(secret_hash) = 32),
  user_agent text,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, member_id, secret_hash),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
call app.fence('app.known_devices');

-- What a company does about a risky sign-in or session, each from a level on. Without a row: it is written down, nothing else.
create table app.risk_rules (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  notify_from text check (notify_from in ('medium', 'high')),
  ask_from text check (ask_from in ('medium', 'high')),
  refuse_from text check (refuse_from in ('medium', 'high')),
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id)
);
call app.fence('app.risk_rules');
