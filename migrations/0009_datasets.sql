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
  tenant constant uuid := nullif(current_setting('app.tenant_id', true), '')::uuid;
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
  execute format('create table app_data.%I (tenant_id uuid not null check (tenant_id = %L), %s)', name, tenant, columns);
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
