#!/bin/sh
# Writes pgbouncer.ini and the file of who may sign in, for its own eyes only, and becomes PgBouncer.
set -eu
: "${DATABASE_HOST:?}" "${APP_RW_PASSWORD:?}"
folder=${PGBOUNCER_FOLDER:-/run/pgbouncer}
umask 077
quoted=$(printf %s "$APP_RW_PASSWORD" | sed 's/"/""/g')
printf '"app_rw" "%s"\n' "$quoted" > "$folder/users.txt"
# No server_reset_query: the app sets nothing that outlives a transaction.
cat > "$folder/pgbouncer.ini" <<INI
[databases]
tsumugi = host=$DATABASE_HOST port=${DATABASE_PORT:-5432} dbname=${DATABASE_NAME:-tsumugi}
[pgbouncer]
listen_addr = ${LISTEN_ADDRESS:-0.0.0.0}
listen_port = ${LISTEN_PORT:-6432}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = $folder/users.txt
pool_mode = transaction
default_pool_size = ${POOL_SIZE:-20}
max_client_conn = ${MAX_CLIENTS:-1000}
query_wait_timeout = 15
server_lifetime = 3600
log_connections = 0
log_disconnections = 0
INI
unset APP_RW_PASSWORD
exec "$(command -v pgbouncer || echo /usr/sbin/pgbouncer)" "$folder/pgbouncer.ini"
