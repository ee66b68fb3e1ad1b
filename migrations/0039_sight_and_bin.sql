-- What hangs on a record is seen with it: notes, activities, lines, contacts and steps of a deal that somebody does not see are
-- neither shown nor counted. The subselects are cut by the tables' own policies.
create procedure app.follow_sight(target regclass, seen text)
language plpgsql set search_path = '' as $$
begin
  execute pg_catalog.format('create policy sight on %s as restrictive for select to app_rw using ((select nullif(current_setting(''app.sees'', true), '''')::uuid[]) is null or (%s))', target, seen);
end $$;
revoke execute on procedure app.follow_sight(regclass, text) from public;

call app.follow_sight('app.notes', $seen$case entity
  when 'deal' then exists (select from app.deals r where r.tenant_id = notes.tenant_id and r.id = notes.entity_id)
  when 'contact' then exists (select from app.contacts r where r.tenant_id = notes.tenant_id and r.id = notes.entity_id)
  else exists (select from app.accounts r where r.tenant_id = notes.tenant_id and r.id = notes.entity_id) end$seen$);

drop policy sight on app.activities;
call app.follow_sight('app.activities', $seen$(owner_id is null or owner_id = any (coalesce((select nullif(current_setting('app.sees', true), '')::uuid[]), '{}'))) and case entity
  when 'deal' then exists (select from app.deals r where r.tenant_id = activities.tenant_id and r.id = activities.entity_id)
  when 'contact' then exists (select from app.contacts r where r.tenant_id = activities.tenant_id and r.id = activities.entity_id)
  else exists (select from app.accounts r where r.tenant_id = activities.tenant_id and r.id = activities.entity_id) end$seen$);

call app.follow_sight('app.deal_contacts', 'exists (select from app.deals r where r.tenant_id = deal_contacts.tenant_id and r.id = deal_contacts.deal_id)');
call app.follow_sight('app.deal_lines', 'exists (select from app.deals r where r.tenant_id = deal_lines.tenant_id and r.id = deal_lines.deal_id)');
call app.follow_sight('app.stage_history', 'exists (select from app.deals r where r.tenant_id = stage_history.tenant_id and r.id = stage_history.deal_id)');

-- What is in the bin, the newest first; after 30 days it is erased.
create index accounts_in_bin on app.accounts (tenant_id, deleted_at desc, id desc) where deleted_at is not null;
create index contacts_in_bin on app.contacts (tenant_id, deleted_at desc, id desc) where deleted_at is not null;
create index deals_in_bin on app.deals (tenant_id, deleted_at desc, id desc) where deleted_at is not null;
create index tasks_in_bin on app.tasks (tenant_id, deleted_at desc, id desc) where deleted_at is not null;
