-- A thousand companies and one big one. Parameters: @tenants, @deals, @hash.
insert into app.tenants (tenant_id, slug, name) select gen_random_uuid(), case when n = 0 then 'big' else 'small-' || n end, 'Company ' || n from generate_series(0, @tenants::int) n;
insert into app.members (tenant_id, id, email, normalized_email, name, role, password_hash, security_stamp, created_at)
  select t.tenant_id, gen_random_uuid(), case when n = 0 then 'owner' else 'm' || n end || '@' || t.slug || '.example', upper(case when n = 0 then 'owner' else 'm' || n end || '@' || t.slug || '.example'),
         'Person ' || n, case when n = 0 then 'owner' else 'member' end, @hash::text, 'stamp', now() from app.tenants t cross join generate_series(0, 7) n;
insert into app.plans (tenant_id, id, name) select tenant_id, gen_random_uuid(), 'trial' from app.tenants;
insert into app.seats (tenant_id, id, member_id, created_at) select tenant_id, gen_random_uuid(), id, now() from app.members;
insert into app.pipelines (tenant_id, id, name, rank, created_at) select tenant_id, gen_random_uuid(), 'Sales', 'a', now() from app.tenants;
insert into app.stages (tenant_id, id, pipeline_id, name, probability, rank)
  select p.tenant_id, gen_random_uuid(), p.id, 'Stage ' || n, 10 + 20 * n, 'a' || n from app.pipelines p cross join generate_series(0, 4) n;
insert into app.accounts (tenant_id, id, name, industry, created_at, updated_at)
  select t.tenant_id, gen_random_uuid(), 'Account ' || n, 'Industry ' || n % 12, now(), now() from app.tenants t cross join lateral generate_series(1, case when t.slug = 'big' then 5000 else 20 end) n;
with
  people as (select tenant_id, array_agg(id) ids from app.members group by tenant_id),
  steps as (select tenant_id, pipeline_id, array_agg(id order by rank) ids from app.stages group by tenant_id, pipeline_id),
  firms as (select tenant_id, array_agg(id) ids from app.accounts group by tenant_id)
insert into app.deals (tenant_id, id, name, account_id, pipeline_id, stage_id, owner_id, amount_minor, currency, probability, expected_close_on, status, closed_on, next_step, next_step_on, rank, stage_entered_at, created_on, created_at, updated_at)
  select t.tenant_id, gen_random_uuid(), 'Deal number ' || n, firms.ids[1 + n % cardinality(firms.ids)], steps.pipeline_id, steps.ids[1 + n / 10 % 5], people.ids[1 + n / 10 % 8],
         10000 * (1 + n % 900), 'JPY', 10 + 20 * (n / 10 % 5), current_date + n % 90,
         s.status, case when s.status <> 'open' then current_date - n % 1000 end, 'Call them', current_date + n % 30, 'm' || lpad(n::text, 8, '0'),
         now() - make_interval(days => n % 60), current_date - n % 1000, now() - make_interval(days => n % 1000), now() - make_interval(mins => n)
  from app.tenants t
  join people on people.tenant_id = t.tenant_id join steps on steps.tenant_id = t.tenant_id join firms on firms.tenant_id = t.tenant_id
  cross join lateral generate_series(1, case when t.slug = 'big' then @deals::int else 50 end) n
  cross join lateral (select case n % 10 when 0 then 'open' when 1 then 'lost' when 2 then 'lost' when 3 then 'lost' else 'won' end as status) s;

insert into app.contacts (tenant_id, id, family_name, given_name, account_id, job_title, created_at, updated_at)
  select tenant_id, gen_random_uuid(), 'Family ' || left(id::text, 4), 'Given', id, 'Buyer', now(), now() from app.accounts;
insert into app.deal_contacts (tenant_id, id, deal_id, contact_id, role)
  select d.tenant_id, gen_random_uuid(), d.id, c.id, 'decides' from app.deals d join app.contacts c on c.tenant_id = d.tenant_id and c.account_id = d.account_id;
insert into app.deal_lines (tenant_id, id, deal_id, position, name, quantity, unit_price_minor)
  select d.tenant_id, gen_random_uuid(), d.id, n, 'Piece ' || n, 1 + n, 5000 from app.deals d cross join generate_series(0, 1) n;
