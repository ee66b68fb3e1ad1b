-- Every instance hears that a company's stages or people changed and forgets what it knew; the message is the company's id alone.
create function app.tell_remembered_changed() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform pg_catalog.pg_notify('remembered_changed', coalesce(new.tenant_id, old.tenant_id)::text);
  return null;
end $$;
create trigger remembered_changed after insert or update or delete on app.pipelines for each row execute function app.tell_remembered_changed();
create trigger remembered_changed after insert or update or delete on app.stages for each row execute function app.tell_remembered_changed();
create trigger remembered_came_or_went after insert or delete on app.members for each row execute function app.tell_remembered_changed();
create trigger remembered_changed after update of name, deactivated_at on app.members for each row execute function app.tell_remembered_changed();
