-- What the company's analysts did about words that were asked in vain or read wrongly; taken back where undone_at stands.
create table app.review_decisions (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  words text not null check (length(words) between 1 and 2000),
  words_key text not null check (words_key ~ '^[0-9a-f]{64}$'),
  kind text not null check (kind in ('example', 'synonym', 'measure', 'dismissed')),
  reason text check (length(reason) <= 500),
  dataset text check (length(dataset) <= 200),
  detail jsonb not null check (jsonb_typeof(detail) = 'object'),
  decided_by uuid,
  decided_at timestamptz not null,
  undone_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, decided_by) references app.members (tenant_id, id) on delete set null (decided_by)
);
create index review_decisions_of_words on app.review_decisions (tenant_id, words_key, decided_at desc);
create index review_decisions_recent on app.review_decisions (tenant_id, decided_at desc, id desc);
create index review_decisions_of_member on app.review_decisions (tenant_id, decided_by);
call app.fence('app.review_decisions');

-- How the built-in rules read all examples at one time: one verdict for each.
create table app.example_runs (
  tenant_id uuid not null references app.tenants (tenant_id),
  id uuid not null,
  job_id uuid,
  started_by uuid,
  started_at timestamptz not null,
  ended_at timestamptz,
  verdicts jsonb not null check (jsonb_typeof(verdicts) = 'object'),
  primary key (tenant_id, id),
  foreign key (tenant_id, job_id) references app.jobs (tenant_id, id) on delete set null (job_id),
  foreign key (tenant_id, started_by) references app.members (tenant_id, id) on delete set null (started_by)
);
create index example_runs_recent on app.example_runs (tenant_id, started_at desc, id desc);
create index example_runs_of_job on app.example_runs (tenant_id, job_id);
create index example_runs_of_member on app.example_runs (tenant_id, started_by);
call app.fence('app.example_runs');

-- Requests without a chart are few among many; the review looks for them by their time.
create index conversation_turns_without_chart on app.conversation_turns (tenant_id, created_at desc, id desc) where status <> 'chart';
