#!/bin/sh
# Puts a copy from standard input into an empty database whose roles are made (roles.sh), all of it or nothing.
set -eu
database=${PGDATABASE:-tsumugi}
held=$(psql --no-psqlrc --tuples-only --no-align --dbname "$database" --command "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('app', 'app_data')")
[ "$held" = 0 ] || { echo "$database holds an installation already; restore into an empty database." >&2; exit 1; }
# The two schemas come with the copy; the ones that roles.sh made are empty and in its way.
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname "$database" --command "drop schema if exists app, app_data"
exec pg_restore --exit-on-error --single-transaction --dbname "$database"
