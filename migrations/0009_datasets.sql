-- Uploaded datasets: a typed table for each load, in a schema of its own, made and dropped only by the narrow functions
-- below. Measured against one table with slots in docs/datasets.md. A table's name is made of the entered tenant and the
-- load's id, so that nobody can name another company's.

do $$ begin
  if to_regnamespace('app_data') is null then
    raise exception 'The schema app_data is missing; let a superuser run Web/Data/Roles.sql again (docs/operations.md).';
  end if;
end $$;
grant usage on schema app_data to app_rw, platform_console;

create function app.dataset_table(load uuid) returns text
language plpgsql stable set search_path = '' as $$
declare
  tenant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null or load is null then raise exception 'no tenant has been entered' using errcode = '28000'; end if;
  return 'd_' || replace(tenant::text, '-', '') || '_' || right(replace(load::text, '-', ''), 20);
end $$;
revoke execute on function app.dataset_table(uuid) from public;
grant execute on function app.dataset_table(uuid) to app_rw;

-- The columns are c1, c2, …; their types come from this list and nowhere else.
create function app.make_dataset_table(load uuid, kinds text[]) returns text
language plpgsql security definer set search_path = '' as $$
declare
  name constant text := app.dataset_table(load);
  columns text;
begin
  if coalesce(cardinality(kinds), 0) not between 1 and 300 then raise exception 'a dataset has 1 to 300 columns' using errcode = '22023'; end if;
  select string_agg(format('c%s %s', k.n, case k.kind
      when 'text' then 'text' when 'integer' then 'bigint' when 'money' then 'bigint' when 'number' then 'numeric'
      when 'boolean' then 'boolean' when 'date' then 'date' when 'timestamp' then 'timestamptz' end), ', ' order by k.n)
    into columns from unnest(kinds) with ordinality k(kind, n)
    having bool_and(coalesce(k.kind in ('text', 'integer', 'money', 'number', 'boolean', 'date', 'timestamp'), false));
  if columns is null then raise exception 'a column of a kind that does not exist' using errcode = '22023'; end if;
  execute format('create table app_data.%I (tenant_id uuid not null check (tenant_id = %L), %s)', name, nullif(current_setting('app.tenant_id', true), ''), columns);
  call app.fence(format('app_data.%I', name)::regclass, 'select, insert');
  return name;
end $$;
revoke execute on function app.make_dataset_table(uuid, text[]) from public;
grant execute on function app.make_dataset_table(uuid, text[]) to app_rw;

create function app.drop_dataset_table(load uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  execute format('drop table if exists app_data.%I', app.dataset_table(load));
end $$;
revoke execute on function app.drop_dataset_table(uuid) from public;
grant execute on function app.drop_dataset_table(uuid) to app_rw;

-- The planner knows nothing of rows that were loaded a moment ago, until somebody looks.
create function app.analyse_dataset_table(load uuid) returns void
language plpgsql security definer set search_path = '' as $$
begin
  execute format('analyze app_data.%I', app.dataset_table(load));
end $$;
revoke execute on function app.analyse_dataset_table(uuid) from public;
grant execute on function app.analyse_dataset_table(uuid) to app_rw;

-- What a company uploaded to be asked about. The contract is what people may edit; kinds are what c1, c2, … hold. A row
-- without load_id is a name that is taken while its first rows are on their way.
create table app.datasets (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
  contract jsonb not null,
  kinds text[] not null default '{}',
  roles text[] not null default '{}',
  all_rows_roles text[] not null default '{}',
  row_filter jsonb,
  known_values jsonb not null default '{}',
  row_count bigint not null default 0,
  refreshed_at timestamptz,
  load_id uuid,
  loading_id uuid,
  made_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, made_by) references app.members (tenant_id, id) on delete set null (made_by)
);
create unique index datasets_key on app.datasets (tenant_id, key) where deleted_at is null;
create index datasets_made_by on app.datasets (tenant_id, made_by);
call app.fence('app.datasets');

-- A file on its way: kept here, so that any instance can load it and none has to remember it.
create table app.uploads (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  file_name text not null check (length(file_name) <= 300),
  bytes bigint not null default 0,
  chunks integer not null default 0,
  member_id uuid,
  plan jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
create index uploads_of_member on app.uploads (tenant_id, member_id);
call app.fence('app.uploads');

create table app.upload_chunks (
  tenant_id uuid not null,
  upload_id uuid not null,
  place integer not null,
  bytes bytea not null check (length(bytes) <= 1048576),
  primary key (tenant_id, upload_id, place),
  foreign key (tenant_id, upload_id) references app.uploads (tenant_id, id) on delete cascade
);
alter table app.upload_chunks alter column bytes set storage external;
call app.fence('app.upload_chunks');

-- Each time rows were put into a dataset, or could not be. The load that made the rows' table names it.
create table app.dataset_loads (
  tenant_id uuid not null,
  id uuid not null,
  dataset_id uuid not null,
  upload_id uuid,
  job_id uuid,
  mode text not null check (mode in ('create', 'replace', 'append')),
  on_error text not null check (on_error in ('refuse', 'skip')),
  status text not null default 'loading' check (status in ('loading', 'done', 'failed')),
  title text,
  file_name text not null,
  rows_loaded bigint not null default 0,
  rows_skipped bigint not null default 0,
  faulty_rows text,
  assumptions text[] not null default '{}',
  error text,
  member_id uuid,
  started_at timestamptz not null,
  finished_at timestamptz,
  retired_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, dataset_id) references app.datasets (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete set null (member_id)
);
create index dataset_loads_of_dataset on app.dataset_loads (tenant_id, dataset_id, id desc);
create index dataset_loads_by on app.dataset_loads (tenant_id, member_id);
call app.fence('app.dataset_loads');

-- What else is known of somebody, for the rows they may see: {"region": "East"}.
alter table app.members add column attributes jsonb not null default '{}' check (jsonb_typeof(attributes) = 'object');
