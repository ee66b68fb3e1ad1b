-- Which records are sample data: they go in one act, and what people added stays.
create table app.sample_records (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null, -- the record's
  entity text not null check (entity in ('account', 'contact', 'deal', 'task', 'note', 'activity')),
  made_at timestamptz not null,
  primary key (tenant_id, id)
);
call app.fence('app.sample_records');

-- Takes the sample data of the entered company away. A sample record that people have built upon (a note on it, a deal of
-- theirs with it) is theirs from now on and stays. Says how many went and how many stay.
create function app.remove_sample() returns table (gone bigint, kept bigint)
language plpgsql volatile set search_path = '' as $$
declare
  mine constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
  step bigint;
begin
  gone := 0;
  kept := 0;
  perform 1 from app.sample_records s where s.tenant_id = mine order by s.id for update;
  -- What people wrote about a sample record, or did with it, makes it theirs.
  with own as (
    select n.entity_id as record from app.notes n where n.tenant_id = mine and not exists (select from app.sample_records s where s.tenant_id = mine and s.id = n.id)
    union select t.entity_id from app.tasks t where t.tenant_id = mine and not exists (select from app.sample_records s where s.tenant_id = mine and s.id = t.id)
    union select a.entity_id from app.activities a where a.tenant_id = mine and not exists (select from app.sample_records s where s.tenant_id = mine and s.id = a.id)
    union select a.contact_id from app.activities a where a.tenant_id = mine and not exists (select from app.sample_records s where s.tenant_id = mine and s.id = a.id))
  delete from app.sample_records s using own where s.tenant_id = mine and s.id = own.record;
  get diagnostics step = row_count;
  kept := kept + step;
  -- Then whoever stands in a deal that stays,
  delete from app.sample_records s where s.tenant_id = mine and s.entity = 'contact' and exists (
    select from app.deal_contacts p where p.tenant_id = mine and p.contact_id = s.id and not exists (select from app.sample_records d where d.tenant_id = mine and d.id = p.deal_id));
  get diagnostics step = row_count;
  kept := kept + step;
  -- and the companies of people and deals that stay.
  delete from app.sample_records s where s.tenant_id = mine and s.entity = 'account' and (
    exists (select from app.contacts c where c.tenant_id = mine and c.account_id = s.id and not exists (select from app.sample_records x where x.tenant_id = mine and x.id = c.id))
    or exists (select from app.deals d where d.tenant_id = mine and d.account_id = s.id and not exists (select from app.sample_records x where x.tenant_id = mine and x.id = d.id)));
  get diagnostics step = row_count;
  kept := kept + step;
  select count(*) into gone from app.sample_records s where s.tenant_id = mine;
  delete from app.activities r using app.sample_records s where r.tenant_id = mine and s.tenant_id = mine and s.id = r.id;
  delete from app.notes r using app.sample_records s where r.tenant_id = mine and s.tenant_id = mine and s.id = r.id;
  delete from app.tasks r using app.sample_records s where r.tenant_id = mine and s.tenant_id = mine and s.id = r.id;
  delete from app.deals r using app.sample_records s where r.tenant_id = mine and s.tenant_id = mine and s.id = r.id;
  delete from app.contacts r using app.sample_records s where r.tenant_id = mine and s.tenant_id = mine and s.id = r.id;
  delete from app.accounts r using app.sample_records s where r.tenant_id = mine and s.tenant_id = mine and s.id = r.id;
  delete from app.sample_records s where s.tenant_id = mine;
  return next;
end $$;
revoke execute on function app.remove_sample() from public;
grant execute on function app.remove_sample() to app_rw;
