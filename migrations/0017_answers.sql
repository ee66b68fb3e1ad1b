-- A conversation is found by its title and by what was said in it; what was taken back stays, so that it can come again.
alter table app.conversations
  add column deleted_at timestamptz,
  add column search_key text collate "C" not null generated always as (app.search_key(title)) stored;
alter table app.conversation_turns
  add column undone_at timestamptz,
  add column shared_at timestamptz,
  add column search_key text collate "C" not null generated always as (app.search_key(utterance)) stored;

-- What people thought of an answer: one opinion each, and every time that they changed what was read from their words.
create table app.answer_feedback (
  tenant_id uuid not null,
  id uuid not null,
  turn_id uuid not null,
  member_id uuid not null,
  verdict text not null check (verdict in ('up', 'down', 'changed')),
  reason text check (reason in ('data', 'measure', 'groups', 'conditions', 'period', 'chart', 'other')),
  words text check (length(words) <= 2000),
  corrected_query jsonb check (jsonb_typeof(corrected_query) = 'object'),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, turn_id) references app.conversation_turns (tenant_id, id) on delete cascade,
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
create unique index answer_feedback_once on app.answer_feedback (tenant_id, turn_id, member_id) where verdict <> 'changed';
create index answer_feedback_of_turn on app.answer_feedback (tenant_id, turn_id, created_at);
create index answer_feedback_of_member on app.answer_feedback (tenant_id, member_id);
create index answer_feedback_recent on app.answer_feedback (tenant_id, created_at desc, id desc);
call app.fence('app.answer_feedback');

-- Each activity by its own id, so that a list of them can go on where it ended.
create or replace view app.activity_feed with (security_invoker = true) as
  select tenant_id, kind, subject, owner_id, entity, entity_id, happened_on, null::date as due_on, null::date as done_on, id
    from app.activities where deleted_at is null
  union all
  select tenant_id, 'note', left(body, 120), author_id, entity, entity_id, created_on, null, null, id
    from app.notes where deleted_at is null
  union all
  select tenant_id, 'task', title, assignee_id, entity, entity_id, done_on, due_on, done_on, id
    from app.tasks where deleted_at is null;
