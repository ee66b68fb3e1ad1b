-- What was made for a company in a Superset, and how the last push of each chart went.
create table app.superset_objects (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  target text not null check (length(target) <= 500),
  kind text not null check (kind in ('database', 'dataset', 'chart')),
  key text not null check (length(key) <= 200),
  remote_uuid uuid not null,
  remote_id bigint not null,
  sent_hash text not null check (length(sent_hash) = 64),
  pushed_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, target, kind, key)
);
call app.fence('app.superset_objects');

create table app.superset_pushes (
  tenant_id uuid not null,
  id uuid not null, -- the chart's own
  state text not null check (state in ('pushing', 'pushed', 'failed')),
  explore_url text check (length(explore_url) <= 1000),
  code text check (length(code) <= 60),
  reason text check (length(reason) <= 1000),
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references app.saved_charts (tenant_id, id) on delete cascade
);
call app.fence('app.superset_pushes');
