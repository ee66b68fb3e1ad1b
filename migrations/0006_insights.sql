-- What somebody asked the assistant, and what it answered: theirs alone.
create table app.conversations (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  title text not null check (length(title) <= 500),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, member_id) references app.members (tenant_id, id) on delete cascade
);
create index conversations_of_member on app.conversations (tenant_id, member_id, updated_at desc, id desc);
call app.fence('app.conversations');

create table app.conversation_turns (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  utterance text not null check (length(utterance) <= 2000),
  status text not null check (status in ('chart', 'question', 'refused')),
  interpreter text not null,
  query jsonb,
  reading jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, conversation_id) references app.conversations (tenant_id, id) on delete cascade
);
create index conversation_turns_of_conversation on app.conversation_turns (tenant_id, conversation_id, id);
call app.fence('app.conversation_turns');
