-- Run once per database by a superuser, connected to the database that shall hold the pharmacies.
-- Passwords are not in here: set them afterwards (alter role … password …), from wherever secrets are kept.
--
-- Three logins, because three kinds of work must not be able to do each other's:
--   firstfill_app      serves requests. Owns nothing, may read nothing, can only become a tenant role.
--   firstfill_control  reads and writes the catalogue. Cannot reach any tenant's tables.
--   firstfill_owner    provisions and migrates: owns the schemas, creates the tenant roles. Never serves a request.

do $$
begin
  -- Logins belong to the cluster: a second database on the same server finds them there.
  if not exists (select from pg_catalog.pg_roles where rolname = 'firstfill_owner') then
    create role firstfill_owner login createrole;
    create role firstfill_control login;
    create role firstfill_app login noinherit;
  end if;
  execute format('alter database %I owner to firstfill_owner', current_database());
  -- Temporary tables outlive a role switch, so the next tenant on the connection could meet them.
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to firstfill_control, firstfill_app', current_database());
end
$$;

revoke all on schema public from public;
drop schema public;

-- What stays with a session would meet the next tenant on the connection: another role, a lock, a large object whose
-- owner nobody can drop. The door lets no statement name these; this stops those it cannot see, such as a function
-- called by a text that is run as a statement. Needs a true superuser; a managed server may only warn.
do $$
declare
  callable regprocedure;
begin
  for callable in
    select p.oid
    from pg_catalog.pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace
      and p.proname in (
        'set_config', 'pg_advisory_lock', 'pg_advisory_lock_shared', 'pg_try_advisory_lock',
        'pg_try_advisory_lock_shared', 'lo_creat', 'lo_create', 'lo_from_bytea')
  loop
    execute format('revoke execute on function %s from public', callable);
    execute format('grant execute on function %s to firstfill_owner', callable);
  end loop;
end
$$;

-- Names are always qualified. A name that is not must not be found, whoever looks for it.
alter role firstfill_app set search_path = '';
alter role firstfill_control set search_path = '';
alter role firstfill_owner set search_path = '';

-- A forgotten time-out must not hold a lock for ever; callers set shorter ones.
alter role firstfill_app set statement_timeout = '10s';
-- Shorter than the second in which an answer is promised or refused: whoever waits for a lock that long, on the audit
-- ledger above all, is told to come again, and gives the connection back to those who can be served.
alter role firstfill_app set lock_timeout = '800ms';
alter role firstfill_app set idle_in_transaction_session_timeout = '15s';
alter role firstfill_control set statement_timeout = '10s';
alter role firstfill_control set lock_timeout = '3s';
alter role firstfill_control set idle_in_transaction_session_timeout = '15s';
