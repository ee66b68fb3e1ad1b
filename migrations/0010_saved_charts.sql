-- Charts that somebody keeps: the query as it was sent, never its rows. Whoever opens one sees what they may see then.
create table app.saved_charts (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  description text check (length(description) <= 2000),
  dataset text not null check (length(dataset) <= 200),
  chart_type text not null check (length(chart_type) <= 40),
  query jsonb not null check (jsonb_typeof(query) = 'object'),
  query_version smallint not null,
  owner_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  sort_key text collate "C" not null generated always as (app.search_key(title)) stored,
  search_key text collate "C" not null generated always as (app.search_key(title, description)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references app.members (tenant_id, id) on delete set null (owner_id)
);
create index saved_charts_recent on app.saved_charts (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index saved_charts_by_title on app.saved_charts (tenant_id, sort_key, id) where deleted_at is null;
create index saved_charts_of_owner on app.saved_charts (tenant_id, owner_id, updated_at desc, id desc);
create index saved_charts_of_dataset on app.saved_charts (tenant_id, dataset, updated_at desc, id desc) where deleted_at is null;
call app.fence('app.saved_charts');

-- The kept chart that a conversation began with, so that what becomes of it can take its place.
alter table app.conversations add column chart_id uuid;
alter table app.conversations add foreign key (tenant_id, chart_id) references app.saved_charts (tenant_id, id) on delete set null (chart_id);
create index conversations_of_chart on app.conversations (tenant_id, chart_id);
