-- An address that belongs to nobody counts its tries and is locked as an account is, on every instance. Only a keyed hash of
-- it is kept, in place of an id, and only for as long as the tries count.
create table app.decoys (
  tenant_id uuid not null,
  id uuid not null,
  failures integer not null default 0 check (failures >= 0),
  failed_at timestamptz not null,
  locked_until timestamptz,
  primary key (tenant_id, id)
);
create index decoys_by_time on app.decoys (tenant_id, failed_at);
call app.fence('app.decoys');

-- Wrong passwords are forgotten after a while, of an account as of a decoy: how many are left tells nothing of who came in meanwhile.
alter table app.members add column failed_at timestamptz;
