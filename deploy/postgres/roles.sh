#!/bin/sh
# Makes the roles of the installation, or puts them right, and gives them their passwords: at every start, before the migrations.
# Signs in as PGUSER, a superuser; the passwords come from the environment and never stand on a command line.
set -eu
: "${APP_RW_PASSWORD:?}" "${APP_MIGRATOR_PASSWORD:?}" "${PLATFORM_CONSOLE_PASSWORD:?}"
exec psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --single-transaction --file "${ROLES_SQL:-/roles.sql}" --file - <<'SQL'
\getenv app_rw APP_RW_PASSWORD
\getenv app_migrator APP_MIGRATOR_PASSWORD
\getenv platform_console PLATFORM_CONSOLE_PASSWORD
alter role app_rw password :'app_rw';
alter role app_migrator password :'app_migrator';
alter role platform_console password :'platform_console';
SQL
