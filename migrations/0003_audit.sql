-- What happened, to which record, by whom, from where. The process may add and read; nobody of it may change or remove.
create table app.audit_entries (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  at timestamptz not null,
  event_type text not null check (length(event_type) <= 80),
  event_category text not null check (event_category in ('auth', 'access', 'tenant', 'crm', 'insights', 'security')),
  risk_level text not null default 'low' check (risk_level in ('low', 'medium', 'high')),
  member_id uuid,
  entity text,
  entity_id uuid,
  description text,
  changes jsonb,
  ip_address inet,
  user_agent text,
  primary key (tenant_id, id)
);
create index audit_entries_of_record on app.audit_entries (tenant_id, entity_id, id desc) where entity_id is not null;
call app.fence('app.audit_entries', 'select, insert');
