-- A tenant is a company. Its row is behind its own wall; the door looks it up by exact name through app.find_tenant.
create table app.tenants (
  tenant_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9]){1,39}$'),
  name text not null check (length(name) between 1 and 200),
  status text not null default 'active' check (status in ('active', 'suspended')),
  locale text not null default 'ja' check (locale in ('ja', 'en')),
  time_zone text not null default 'Asia/Tokyo',
  currency text not null default 'JPY' check (currency ~ '^[A-Z]{3}$'),
  fiscal_year_start smallint not null default 4 check (fiscal_year_start between 1 and 12),
  plan text not null default 'trial',
  brand_colour text not null default '#23498a' check (brand_colour ~ '^#[0-9a-f]{6}$'),
  demo boolean not null default false,
  created_at timestamptz not null default now()
);
call app.fence('app.tenants', 'select, insert, update');

create policy lookup on app.tenants as permissive for select to app_lookup using (true);
grant select on app.tenants to app_lookup;

create function app.find_tenant(wanted_slug text, wanted_id uuid)
returns table (tenant_id uuid, slug text, name text, status text, locale text, time_zone text, currency text,
               fiscal_year_start smallint, plan text, brand_colour text, demo boolean)
language sql stable security definer set search_path = '' as $$
  select t.tenant_id, t.slug, t.name, t.status, t.locale, t.time_zone, t.currency, t.fiscal_year_start, t.plan, t.brand_colour, t.demo
  from app.tenants t where t.slug = wanted_slug or t.tenant_id = wanted_id
$$;
grant create on schema app to app_lookup;
alter function app.find_tenant(text, uuid) owner to app_lookup;
revoke create on schema app from app_lookup;
revoke execute on function app.find_tenant(text, uuid) from public;
grant execute on function app.find_tenant(text, uuid) to app_rw;

-- Every instance hears of a change and forgets what it knew; the message is the id alone.
create function app.tell_tenant_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('tenant_changed', new.tenant_id::text);
  return null;
end $$;
create trigger tenant_changed after insert or update on app.tenants for each row execute function app.tell_tenant_changed();
