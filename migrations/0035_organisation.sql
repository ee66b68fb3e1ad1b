-- What a company calls the product, its logo, and when it will be erased if it is being closed; the door knows them by name.
alter table app.tenants
  add column product_name text check (length(product_name) between 1 and 40 and product_name !~ '[[:cntrl:]]'),
  add column logo_hash text check (logo_hash ~ '^[0-9a-f]{64}$'),
  add column closing_since timestamptz,
  add column erase_at timestamptz,
  drop constraint tenants_status_check,
  add constraint tenants_status_check check (status in ('active', 'suspended', 'unproven', 'closing')),
  add constraint tenants_closing_check check ((status = 'closing') = (erase_at is not null) and (erase_at is null) = (closing_since is null));

drop function app.find_tenant(text, uuid);
create function app.find_tenant(wanted_slug text, wanted_id uuid)
returns table (tenant_id uuid, slug text, name text, status text, locale text, time_zone text, currency text,
               fiscal_year_start smallint, plan text, brand_colour text, demo boolean, product_name text, logo_hash text, erase_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select t.tenant_id, t.slug, t.name, t.status, t.locale, t.time_zone, t.currency, t.fiscal_year_start, t.plan, t.brand_colour, t.demo,
         t.product_name, t.logo_hash, t.erase_at
  from app.tenants t where t.slug = wanted_slug or t.tenant_id = wanted_id
$$;
grant create on schema app to app_lookup;
alter function app.find_tenant(text, uuid) owner to app_lookup;
revoke create on schema app from app_lookup;
revoke execute on function app.find_tenant(text, uuid) from public;
grant execute on function app.find_tenant(text, uuid) to app_rw;

-- A company's logos, the newest and a few before it: letters that went out still show theirs. Named by the hash of what is in them.
create table app.brand_files (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in ('image/png', 'image/jpeg', 'image/webp')),
  width integer not null check (width between 1 and 4096),
  height integer not null check (height between 1 and 4096),
  bytes bytea not null check (length(bytes) between 1 and 524288),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, hash)
);
alter table app.brand_files alter column bytes set storage external;
call app.fence('app.brand_files');
