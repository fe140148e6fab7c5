#!/bin/bash
# One schema and one login of the same name for each service, and for Asterisk's records (pbx). Postgres runs it when
# its volume is empty; it may be run again, e.g. after a password was changed in .env (docs/operations.md).
set -eu
export PGOPTIONS="-c client_min_messages=warning"

database=${POSTGRES_DB:?}
: "${GATEWAY_DB_PASSWORD:?}" "${IVR_DB_PASSWORD:?}" "${TICKET_DB_PASSWORD:?}" "${HR_DB_PASSWORD:?}" "${PBX_DB_PASSWORD:?}"

run_sql() { psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:?}" --dbname "$database" "$@"; }

# Names are looked for in Chinese, which pg_trgm can do under C.UTF-8 and not under C.
locale=$(run_sql --tuples-only --no-align --command "SELECT datcollate FROM pg_database WHERE datname = current_database()")
case $locale in
  C | POSIX) echo "10-switchyard.sh: the database's locale is $locale; it must be C.UTF-8" >&2; exit 1 ;;
esac

run_sql <<'SQL'
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database()) \gexec
SQL

for name in gateway ivr ticket hr pbx; do
  variable=$(printf '%s_DB_PASSWORD' "$name" | tr '[:lower:]' '[:upper:]')
  # \getenv keeps the password out of every process list.
  run_sql --set name="$name" --set variable="$variable" <<'SQL'
\getenv password :variable
SELECT format('CREATE ROLE %I', :'name') WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'name') \gexec
ALTER ROLE :"name" LOGIN PASSWORD :'password';
CREATE SCHEMA IF NOT EXISTS :"name" AUTHORIZATION :"name";
ALTER ROLE :"name" SET search_path = :"name", public;
SELECT format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', current_database(), :'name') \gexec
SQL
done

# Asterisk's login owns its tables; ivr alone may read them.
{ echo 'SET ROLE pbx;'; cat "${PBX_SCHEMA_SQL:-/opt/switchyard/pbx-schema.sql}"; } | run_sql
