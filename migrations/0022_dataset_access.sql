-- Who may use the datasets that the product itself offers, and which of their rows they see. Without a row everybody who has the permission sees all.
create table app.dataset_access (
  tenant_id uuid not null,
  id uuid not null,
  key text not null check (char_length(key) between 1 and 63),
  roles text[] not null default '{}',
  all_rows_roles text[] not null default '{}',
  row_filter jsonb,
  member_id uuid,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, key),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete set null (member_id)
);
create index dataset_access_by on app.dataset_access (tenant_id, member_id);
call app.fence('app.dataset_access');
