-- Every value of a text column is known by name, however many there are. Those that are too many to list stand here, each
-- under a key of its letters and words as the interpreter compares them; they belong to the table of one load's rows.
create table app.dataset_values (
  tenant_id uuid not null,
  key bigint not null,
  load_id uuid not null,
  place smallint not null check (place between 0 and 299),
  value text collate "C" not null check (length(value) between 1 and 200),
  primary key (tenant_id, key, load_id, place, value),
  foreign key (tenant_id, load_id) references app.dataset_loads (tenant_id, id) on delete cascade
);
create index dataset_values_of_load on app.dataset_values (tenant_id, load_id, place);
call app.fence('app.dataset_values', 'select, insert, delete');

-- Which columns stand there, all of their values, and by which edition of the keys; 0: nobody looked yet.
alter table app.datasets
  add column looked_up smallint[] not null default '{}',
  add column values_edition integer not null default 0;

-- A name's letters and digits alone: width, case, accents, marks, spaces and the two kana are one, as in the interpreter.
create function app.name_key(name text) returns text
language sql immutable parallel safe as $$
  select translate(
    regexp_replace(
      regexp_replace(
        regexp_replace(
          normalize(regexp_replace(lower(normalize(name, NFKD)), '[\u0300-\u036F]', '', 'g'), NFKC),
          '([a-z0-9])[''’]s(?![a-z0-9])', '\1', 'g'),
        '([ァ-ヺー]{2})ー(?![ァ-ヺー])', '\1', 'g'),
      '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF\u00D7\u00F7\u2000-\u206F\u20A0-\u20CF\u2190-\u2BFF\u3000-\u3004\u3008-\u3020\u3030\u303D-\u303F\u30FB]', '', 'g'),
    'ァアィイゥウェエォオカガキギクグケゲコゴサザシジスズセゼソゾタダチヂッツヅテデトドナニヌネノハバパヒビピフブプヘベペホボポマミムメモャヤュユョヨラリルレロヮワヰヱヲンヴヵヶ',
    'ぁあぃいぅうぇえぉおかがきぎくぐけげこごさざしじすずせぜそぞただちぢっつづてでとどなにぬねのはばぱひびぴふぶぷへべぺほぼぽまみむめもゃやゅゆょよらりるれろゎわゐゑをんゔゕゖ')
$$;
grant execute on function app.name_key(text) to app_rw, platform_console;

alter table app.accounts add column name_key text collate "C" not null generated always as (app.name_key(name)) stored;
create index accounts_by_name_key on app.accounts (tenant_id, name_key) where deleted_at is null;
alter table app.deals add column name_key text collate "C" not null generated always as (app.name_key(name)) stored;
create index deals_by_name_key on app.deals (tenant_id, name_key) where deleted_at is null;
