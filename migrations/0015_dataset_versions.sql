-- What a dataset meant before each change of its contract: who changed what, and the way back.
create table app.dataset_versions (
  tenant_id uuid not null,
  id uuid not null,
  dataset_id uuid not null,
  at timestamptz not null,
  member_id uuid,
  happening text not null check (happening in ('updated', 'restored')),
  changes jsonb not null check (jsonb_typeof(changes) = 'object'),
  contract jsonb not null,
  roles text[] not null default '{}',
  all_rows_roles text[] not null default '{}',
  row_filter jsonb,
  primary key (tenant_id, id),
  foreign key (tenant_id, dataset_id) references app.datasets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete set null (member_id)
);
create index dataset_versions_of_dataset on app.dataset_versions (tenant_id, dataset_id, id desc);
create index dataset_versions_by on app.dataset_versions (tenant_id, member_id);
call app.fence('app.dataset_versions');
