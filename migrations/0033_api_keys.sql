-- A key by which a program speaks for the member who made it. Of the key only its hash is kept; the prefix is what people know it by.
create table app.api_keys (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  member_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  prefix text not null check (length(prefix) <= 20),
  key_hash bytea not null check (length(key_hash) = 32),
  role text not null check (role in ('owner', 'admin', 'manager', 'analyst', 'member', 'viewer', 'compliance')),
  scopes text[],
  rate_limit integer check (rate_limit between 1 and 100000),
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
create index api_keys_of_member on app.api_keys (tenant_id, member_id);
create index api_keys_alive on app.api_keys (tenant_id, created_at, id) where revoked_at is null;
call app.fence('app.api_keys');

-- Whoever is deactivated or removed leaves no key behind that would wake with them again.
create function app.revoke_keys() returns trigger
language plpgsql set search_path = '' as $$
begin
  update app.api_keys set revoked_at = new.deactivated_at where tenant_id = new.tenant_id and member_id = new.id and revoked_at is null;
  return null;
end $$;
create trigger keys_revoked after update of deactivated_at on app.members for each row
  when (old.deactivated_at is null and new.deactivated_at is not null) execute function app.revoke_keys();

-- Every instance hears that a key was revoked, and asks anew; the message is the company's id.
create trigger key_revoked after update of revoked_at on app.api_keys for each row execute function app.tell_sight_changed();
