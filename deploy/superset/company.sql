-- A company's own way to its rows for Superset: a login that may read one schema, which holds views of this company's rows alone.
-- Run by a superuser, once for each company, and again after an upgrade that says so:
--   psql -v tenant=<the company's id> -v login=tenant_<the id in 32 hexadecimal digits> -v password=<the one in Superset:DatabaseUri> -f company.sql
-- The views belong to platform_console, whose rights they read with; the condition in each is the fence, and the login has no
-- right to anything else: not to the tables, not to the way in (app.enter), not to another company's schema.
create role :"login" login noinherit nosuperuser nocreatedb nocreaterole nobypassrls password :'password';
alter role :"login" set default_transaction_read_only = on;
alter role :"login" set statement_timeout = '30s';
create schema :"login" authorization platform_console;

create view :"login".deals with (security_barrier = true) as
  select tenant_id, id, name, account_id, owner_id, pipeline_id, stage_id, status, amount_minor, currency, probability, lost_reason, created_on, expected_close_on, closed_on, deleted_at
    from app.deals where tenant_id = :'tenant'::uuid;
create view :"login".accounts with (security_barrier = true) as select tenant_id, id, name, industry from app.accounts where tenant_id = :'tenant'::uuid;
create view :"login".contacts with (security_barrier = true) as select tenant_id, id, account_id from app.contacts where tenant_id = :'tenant'::uuid;
create view :"login".members with (security_barrier = true) as select tenant_id, id, name, team_id from app.members where tenant_id = :'tenant'::uuid;
create view :"login".teams with (security_barrier = true) as select tenant_id, id, name from app.teams where tenant_id = :'tenant'::uuid;
create view :"login".pipelines with (security_barrier = true) as select tenant_id, id, name from app.pipelines where tenant_id = :'tenant'::uuid;
create view :"login".stages with (security_barrier = true) as select tenant_id, id, name from app.stages where tenant_id = :'tenant'::uuid;
-- Written out, for app.activity_feed reads with its caller's rights, of which this login has none.
create view :"login".activity_feed with (security_barrier = true) as
  select tenant_id, kind, subject, owner_id, entity, entity_id, happened_on, null::date as due_on, null::date as done_on
    from app.activities where tenant_id = :'tenant'::uuid and deleted_at is null
  union all
  select tenant_id, 'note', left(body, 120), author_id, entity, entity_id, created_on, null, null
    from app.notes where tenant_id = :'tenant'::uuid and deleted_at is null
  union all
  select tenant_id, 'task', title, assignee_id, entity, entity_id, done_on, due_on, done_on
    from app.tasks where tenant_id = :'tenant'::uuid and deleted_at is null;

alter view :"login".deals owner to platform_console;
alter view :"login".accounts owner to platform_console;
alter view :"login".contacts owner to platform_console;
alter view :"login".members owner to platform_console;
alter view :"login".teams owner to platform_console;
alter view :"login".pipelines owner to platform_console;
alter view :"login".stages owner to platform_console;
alter view :"login".activity_feed owner to platform_console;
grant usage on schema :"login" to :"login";
grant select on all tables in schema :"login" to :"login";
