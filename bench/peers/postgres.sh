#!/usr/bin/env bash
# A temporary PostgreSQL server for as long as this script's standard input stays open.
#
#   postgres.sh DIR      DIR is created; prints "ready SOCKET_FOLDER POSTMASTER_PID"
#
# Ends at end of input or on a signal, and then stops the server and removes DIR. Whoever starts it
# holds the other end of a pipe, so the server goes away even when that process is killed.
set -euo pipefail

bin=${PG_BIN:-/usr/lib/postgresql/15/bin}
dir=$(realpath -m -- "${1:?usage: postgres.sh DIR}")

as_postgres() { # PostgreSQL refuses to run as root
  if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

clean_up() {
  as_postgres "$bin/pg_ctl" -D "$dir/data" -m fast -w stop >/dev/null 2>&1 || true
  rm -rf -- "$dir"
}

mkdir -- "$dir" # fails when it exists: what is removed at the end is only what was made here
trap clean_up EXIT
trap 'exit 1' INT TERM HUP
if [ "$(id -u)" -eq 0 ]; then chown postgres "$dir"; fi
cd "$dir"

as_postgres "$bin/initdb" -D "$dir/data" -U postgres --auth=trust --encoding=UTF8 \
  --locale=C.UTF-8 >"$dir.log" 2>&1 || { cat "$dir.log" >&2; exit 1; }
rm -f -- "$dir.log"

# Memory like the other peers have; one core per query, as the other peers use; no background work
# while another peer is measured. Durability (fsync) stays on, as in the other peers.
cat >>"$dir/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$dir'
unix_socket_permissions = 0700
shared_buffers = 256MB
work_mem = 64MB
maintenance_work_mem = 256MB
max_wal_size = 2GB
max_parallel_workers_per_gather = ${PEERS_PG_WORKERS:-0}
jit = off
autovacuum = off
CONF

as_postgres "$bin/pg_ctl" -D "$dir/data" -l "$dir/log" -w start >/dev/null || {
  cat "$dir/log" >&2
  exit 1
}
echo "ready $dir $(head -n 1 "$dir/data/postmaster.pid")"
read -r _ || true # a builtin, so that a signal is handled at once
