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
