-- Which language model a company's questions go to: the installation's, one of its own, or none. The key is wrapped by the app.
create table app.language_models (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  source text not null check (source in ('installation', 'own', 'none')),
  provider text check (provider in ('openai', 'azure_openai', 'gemini', 'ollama', 'vllm', 'compatible', 'anthropic')),
  endpoint text check (length(endpoint) <= 500),
  model text check (length(model) <= 200),
  wrapped_key bytea check (length(wrapped_key) <= 2000),
  key_ending text check (length(key_ending) <= 4),
  key_set_at timestamptz,
  share_values boolean not null default true,
  monthly_tokens bigint check (monthly_tokens > 0),
  time_out_seconds smallint not null default 12 check (time_out_seconds between 2 and 20),
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id),
  check (source <> 'own' or (provider is not null and endpoint is not null and model is not null))
);
call app.fence('app.language_models');

-- What each call cost and how it ended; of what was said, nothing.
create table app.language_model_calls (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  at timestamptz not null,
  member_id uuid not null,
  provider text not null check (length(provider) <= 40),
  model text not null check (length(model) <= 200),
  input_tokens integer not null check (input_tokens >= 0),
  output_tokens integer not null check (output_tokens >= 0),
  milliseconds integer not null check (milliseconds >= 0),
  outcome text not null check (length(outcome) <= 40),
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
create index language_model_calls_of_member on app.language_model_calls (tenant_id, member_id);
call app.fence('app.language_model_calls', 'select, insert, delete');

-- The month's sum, so that a budget is one row to read. Months are the company's own.
create table app.language_model_months (
  tenant_id uuid not null references app.tenants (tenant_id),
  month date not null check (extract(day from month) = 1),
  calls bigint not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  primary key (tenant_id, month)
);
call app.fence('app.language_model_months');
