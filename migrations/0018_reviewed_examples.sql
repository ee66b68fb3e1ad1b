-- What a language model costs, by its price list, so that each call's cost can be kept with it.
alter table app.language_models
  add column input_price numeric(12, 4) check (input_price >= 0),
  add column output_price numeric(12, 4) check (output_price >= 0),
  add column price_currency text check (price_currency ~ '^[A-Z]{3}$'),
  add column keeps_for_review boolean not null default true;
alter table app.language_model_calls
  add column cost numeric(18, 8) check (cost >= 0),
  add column currency text check (currency ~ '^[A-Z]{3}$'),
  add check ((cost is null) = (currency is null));

-- Words and the query that the company's analysts say they mean. The key is a digest of the words with case, width and the like made equal.
create table app.reviewed_examples (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  words_key text not null check (words_key ~ '^[0-9a-f]{64}$'),
  dataset text not null check (length(dataset) <= 200),
  query jsonb not null check (jsonb_typeof(query) = 'object'),
  made_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, words_key),
  foreign key (tenant_id, made_by) references app.members (tenant_id, id) on delete set null (made_by)
);
create index reviewed_examples_of_maker on app.reviewed_examples (tenant_id, made_by);
create index reviewed_examples_recent on app.reviewed_examples (tenant_id, updated_at desc, id desc);
call app.fence('app.reviewed_examples');
