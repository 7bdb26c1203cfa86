# Run once, after logins.sql, when the database is made: the logins get their passwords, and Keycloak its database.
psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --username=postgres --dbname=firstfill \
  --set=app="$(cat /run/secrets/FIRSTFILL_DB_APP_PASSWORD)" \
  --set=control="$(cat /run/secrets/FIRSTFILL_DB_CONTROL_PASSWORD)" \
  --set=owner="$(cat /run/secrets/FIRSTFILL_DB_OWNER_PASSWORD)" \
  --set=keycloak="$(cat /run/secrets/postgres-keycloak)" <<'SQL'
alter role firstfill_app password :'app';
alter role firstfill_control password :'control';
alter role firstfill_owner password :'owner';
create role keycloak login password :'keycloak';
create database keycloak owner keycloak;
SQL
