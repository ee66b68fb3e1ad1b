-- The CRM: companies and people we sell to, what we hope to sell them, and what we do about it.
-- Money is minor units beside its currency. Days are the company's own days, kept beside the instants they were
-- made from, so that no query has to convert a zone. Search and sort keys are stored: only plain comparison of
-- stored columns uses an index behind the wall.

create function app.search_key(variadic parts text[]) returns text
language sql immutable parallel safe as $$
  select lower(normalize(array_to_string(parts, ' '), NFKC))
$$;
grant execute on function app.search_key(text[]) to app_rw, platform_console;

create table app.accounts (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  name_kana text check (length(name_kana) <= 200),
  domain text check (length(domain) <= 253),
  website text check (length(website) <= 500),
  phones text[] not null default '{}',
  industry text check (length(industry) <= 120),
  employees integer check (employees >= 0),
  postal_code text check (length(postal_code) <= 20),
  region text check (length(region) <= 120),
  city text check (length(city) <= 120),
  address_line text check (length(address_line) <= 300),
  owner_id uuid,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  sort_key text collate "C" not null generated always as (app.search_key(coalesce(name_kana, name))) stored,
  search_key text collate "C" not null generated always as (app.search_key(name, name_kana, domain)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, owner_id) references app.members (tenant_id, id) on delete set null (owner_id)
);
create index accounts_recent on app.accounts (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index accounts_by_name on app.accounts (tenant_id, sort_key, id) where deleted_at is null;
create index accounts_of_owner on app.accounts (tenant_id, owner_id, updated_at desc, id desc);
create index accounts_of_industry on app.accounts (tenant_id, industry, updated_at desc, id desc) where deleted_at is null;
call app.fence('app.accounts');

create table app.contacts (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  family_name text not null check (length(family_name) between 1 and 120),
  given_name text check (length(given_name) <= 120),
  family_name_kana text check (length(family_name_kana) <= 120),
  given_name_kana text check (length(given_name_kana) <= 120),
  account_id uuid,
  emails text[] not null default '{}',
  phones text[] not null default '{}',
  job_title text check (length(job_title) <= 200),
  owner_id uuid,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  sort_key text collate "C" not null generated always as
    (app.search_key(coalesce(family_name_kana, family_name), coalesce(given_name_kana, given_name))) stored,
  search_key text collate "C" not null generated always as
    (app.search_key(variadic array[family_name, given_name, family_name_kana, given_name_kana] || emails)) stored,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references app.accounts (tenant_id, id) on delete set null (account_id),
  foreign key (tenant_id, owner_id) references app.members (tenant_id, id) on delete set null (owner_id)
);
create index contacts_recent on app.contacts (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index contacts_by_name on app.contacts (tenant_id, sort_key, id) where deleted_at is null;
create index contacts_of_account on app.contacts (tenant_id, account_id, updated_at desc, id desc);
create index contacts_of_owner on app.contacts (tenant_id, owner_id, updated_at desc, id desc);
call app.fence('app.contacts');

create table app.pipelines (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 120),
  rank text collate "C" not null check (length(rank) between 1 and 200),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
call app.fence('app.pipelines');

create table app.stages (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  pipeline_id uuid not null,
  name text not null check (length(name) between 1 and 120),
  probability smallint not null check (probability between 0 and 100),
  rank text collate "C" not null check (length(rank) between 1 and 200),
  primary key (tenant_id, id),
  unique (tenant_id, pipeline_id, id),
  unique (tenant_id, pipeline_id, name),
  foreign key (tenant_id, pipeline_id) references app.pipelines (tenant_id, id) on delete cascade
);
call app.fence('app.stages');

create table app.deals (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 200),
  account_id uuid,
  pipeline_id uuid not null,
  stage_id uuid not null,
  owner_id uuid,
  amount_minor bigint check (amount_minor between -1000000000000000 and 1000000000000000),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  probability smallint not null check (probability between 0 and 100),
  expected_close_on date,
  status text not null default 'open' check (status in ('open', 'won', 'lost')),
  closed_on date,
  lost_reason text check (length(lost_reason) <= 200),
  next_step text check (length(next_step) <= 300),
  next_step_on date,
  rank text collate "C" not null check (length(rank) between 1 and 200),
  stage_entered_at timestamptz not null,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  created_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  sort_key text collate "C" not null generated always as (app.search_key(name)) stored,
  primary key (tenant_id, id),
  check ((status = 'open') = (closed_on is null)),
  check (lost_reason is null or status = 'lost'),
  foreign key (tenant_id, account_id) references app.accounts (tenant_id, id) on delete set null (account_id),
  foreign key (tenant_id, pipeline_id) references app.pipelines (tenant_id, id),
  foreign key (tenant_id, pipeline_id, stage_id) references app.stages (tenant_id, pipeline_id, id),
  foreign key (tenant_id, owner_id) references app.members (tenant_id, id) on delete set null (owner_id)
);
create index deals_recent on app.deals (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index deals_of_status on app.deals (tenant_id, status, updated_at desc, id desc) where deleted_at is null;
create index deals_by_name on app.deals (tenant_id, sort_key, id) where deleted_at is null;
create index deals_by_amount on app.deals (tenant_id, coalesce(amount_minor, -9223372036854775808), id) where deleted_at is null;
create index deals_on_board on app.deals (tenant_id, stage_id, rank, id) include (pipeline_id, amount_minor, currency, probability) where status = 'open' and deleted_at is null;
create index deals_of_stage on app.deals (tenant_id, pipeline_id, stage_id, updated_at desc, id desc);
create index deals_of_account on app.deals (tenant_id, account_id, updated_at desc, id desc);
create index deals_of_owner on app.deals (tenant_id, owner_id, updated_at desc, id desc);
create index deals_closed on app.deals (tenant_id, closed_on, status) include (amount_minor, currency, owner_id, stage_id) where deleted_at is null;
create index deals_created on app.deals (tenant_id, created_on) include (amount_minor, currency, status, owner_id) where deleted_at is null;
create index deals_by_expected on app.deals (tenant_id, coalesce(expected_close_on, date '9999-12-31'), id) where deleted_at is null;
create index deals_expected on app.deals (tenant_id, expected_close_on) include (amount_minor, probability, currency) where status = 'open' and deleted_at is null;
call app.fence('app.deals');

create table app.deal_contacts (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  deal_id uuid not null,
  contact_id uuid not null,
  role text check (length(role) <= 120),
  primary key (tenant_id, id),
  unique (tenant_id, deal_id, contact_id),
  foreign key (tenant_id, deal_id) references app.deals (tenant_id, id) on delete cascade,
  foreign key (tenant_id, contact_id) references app.contacts (tenant_id, id) on delete cascade
);
create index deal_contacts_of_contact on app.deal_contacts (tenant_id, contact_id);
call app.fence('app.deal_contacts');

create table app.deal_lines (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  deal_id uuid not null,
  position smallint not null,
  name text not null check (length(name) between 1 and 200),
  quantity numeric(14, 3) not null check (quantity > 0),
  unit_price_minor bigint not null check (unit_price_minor between -1000000000000000 and 1000000000000000),
  primary key (tenant_id, id),
  foreign key (tenant_id, deal_id) references app.deals (tenant_id, id) on delete cascade
);
create index deal_lines_of_deal on app.deal_lines (tenant_id, deal_id, position);
call app.fence('app.deal_lines');

-- Where a deal has been and how it ended, a row for each step; never changed.
create table app.stage_history (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  deal_id uuid not null,
  step text not null check (step in ('opened', 'moved', 'won', 'lost', 'reopened')),
  from_stage_id uuid,
  stage_id uuid not null,
  member_id uuid,
  at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, deal_id) references app.deals (tenant_id, id) on delete cascade,
  foreign key (tenant_id, from_stage_id) references app.stages (tenant_id, id) on delete set null (from_stage_id),
  foreign key (tenant_id, stage_id) references app.stages (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete set null (member_id)
);
create index stage_history_of_deal on app.stage_history (tenant_id, deal_id, at);
create index stage_history_from on app.stage_history (tenant_id, from_stage_id);
create index stage_history_to on app.stage_history (tenant_id, stage_id, at);
create index stage_history_by on app.stage_history (tenant_id, member_id, at);
call app.fence('app.stage_history');

create table app.tasks (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  title text not null check (length(title) between 1 and 300),
  due_on date,
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high')),
  assignee_id uuid,
  owner_id uuid,
  done_at timestamptz,
  done_on date,
  entity text check (entity in ('account', 'contact', 'deal')),
  entity_id uuid,
  tags text[] not null default '{}',
  custom jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  check ((entity is null) = (entity_id is null)),
  check ((done_at is null) = (done_on is null)),
  foreign key (tenant_id, assignee_id) references app.members (tenant_id, id) on delete set null (assignee_id),
  foreign key (tenant_id, owner_id) references app.members (tenant_id, id) on delete set null (owner_id)
);
create index tasks_recent on app.tasks (tenant_id, updated_at desc, id desc) where deleted_at is null;
create index tasks_due on app.tasks (tenant_id, due_on, id) where done_at is null and deleted_at is null;
create index tasks_of_assignee on app.tasks (tenant_id, assignee_id, due_on, id);
create index tasks_of_owner on app.tasks (tenant_id, owner_id);
create index tasks_of_record on app.tasks (tenant_id, entity_id, created_at desc) where entity_id is not null;
call app.fence('app.tasks');

create table app.notes (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  entity text not null check (entity in ('account', 'contact', 'deal')),
  entity_id uuid not null,
  body text not null check (length(body) between 1 and 20000),
  author_id uuid,
  created_on date not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, author_id) references app.members (tenant_id, id) on delete set null (author_id)
);
create index notes_of_record on app.notes (tenant_id, entity_id, created_at desc, id desc);
create index notes_of_author on app.notes (tenant_id, author_id, created_on);
call app.fence('app.notes');

-- What was said and done with a customer: calls, mails, meetings.
create table app.activities (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  kind text not null check (kind in ('call', 'mail', 'meeting')),
  subject text not null check (length(subject) between 1 and 300),
  body text check (length(body) <= 20000),
  entity text not null check (entity in ('account', 'contact', 'deal')),
  entity_id uuid not null,
  contact_id uuid,
  incoming boolean not null default false,
  minutes integer check (minutes between 0 and 10000),
  owner_id uuid,
  happened_on date not null,
  happened_at timestamptz not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, contact_id) references app.contacts (tenant_id, id) on delete set null (contact_id),
  foreign key (tenant_id, owner_id) references app.members (tenant_id, id) on delete set null (owner_id)
);
create index activities_of_record on app.activities (tenant_id, entity_id, happened_at desc, id desc);
create index activities_happened on app.activities (tenant_id, happened_on) where deleted_at is null;
create index activities_of_contact on app.activities (tenant_id, contact_id);
create index activities_of_owner on app.activities (tenant_id, owner_id, happened_on);
call app.fence('app.activities');

-- Everything that people did or mean to do, in one shape, for charts. A task counts on the day it was done.
create view app.activity_feed with (security_invoker = true) as
  select tenant_id, kind, subject, owner_id, entity, entity_id, happened_on, null::date as due_on, null::date as done_on
    from app.activities where deleted_at is null
  union all
  select tenant_id, 'note', left(body, 120), author_id, entity, entity_id, created_on, null, null
    from app.notes where deleted_at is null
  union all
  select tenant_id, 'task', title, assignee_id, entity, entity_id, done_on, due_on, done_on
    from app.tasks where deleted_at is null;
grant select on app.activity_feed to app_rw, platform_console;
