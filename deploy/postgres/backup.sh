#!/bin/sh
# One consistent copy of the database to standard output, as PGUSER (a superuser, for it must see the rows of every company).
set -eu
exec pg_dump --format custom --dbname "${PGDATABASE:-tsumugi}"
