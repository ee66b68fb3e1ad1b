-- How long a sign-in may last, and how long it may lie idle; null: as long as the product itself lets it.
alter table app.security_rules
  add column session_hours integer check (session_hours between 1 and 2160),
  add column idle_minutes integer check (idle_minutes between 15 and 43200);

-- When a session was used last, to the minute.
alter table app.sessions add column last_used_at timestamptz not null default now();
