-- What happened, for whoever has the page open: a topic and an id, never content. The tenant is the one that this
-- transaction has entered, so nobody can tell another company anything; it leaves with the commit or not at all.
create function app.tell(topic text, record uuid, member uuid) returns void
language plpgsql set search_path = '' as $$
declare
  tenant constant uuid := nullif(pg_catalog.current_setting('app.tenant_id', true), '')::uuid;
begin
  if tenant is null or topic !~ '^[a-z][a-z_]{0,39}$' then
    raise exception 'nothing can be told' using errcode = '22023';
  end if;
  perform pg_catalog.pg_notify('live', pg_catalog.concat_ws(' ', tenant, topic, record, member));
end $$;
revoke execute on function app.tell(text, uuid, uuid) from public;
grant execute on function app.tell(text, uuid, uuid) to app_rw;
