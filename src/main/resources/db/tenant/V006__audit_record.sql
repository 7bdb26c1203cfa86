-- Who did what to whose data. Nobody who serves requests can change or delete a record: the pharmacy's role may insert
-- and read, and that is all. Each hash covers the one before it; see dev.firstfill.tenancy.audit.Chain.
create table pharmacy.audit_record (
  seq     bigint      not null constraint audit_record_pk primary key
                      constraint audit_record_seq_positive check (seq > 0),
  hash    bytea       not null constraint audit_record_hash_is_sha256 check (length(hash) = 32),
  id      uuid        not null,
  at      timestamptz not null,
  actor   text        not null,
  act     text        not null,
  outcome text        not null constraint audit_record_outcome_known
                      check (outcome in ('done', 'refused', 'undone', 'failed')),
  person  uuid,
  persons uuid[],
  entry   json        not null,
  sealed  bytea
);
comment on column pharmacy.audit_record.person is 'The one person it is about; persons, when there are several.';
comment on column pharmacy.audit_record.hash is 'plain: a hash';
comment on column pharmacy.audit_record.sealed is 'sealed: by the person in entry sealedFor, else by the pharmacy';

create index audit_record_person on pharmacy.audit_record (person, seq) where person is not null;
create index audit_record_persons on pharmacy.audit_record using gin (persons) where persons is not null;
create index audit_record_actor on pharmacy.audit_record (actor, seq);

grant select, insert on pharmacy.audit_record to pharmacy_role;
