-- A person the pharmacy cares for. What identifies or describes the person is sealed in one document, because it is
-- only ever read whole. What lists and searches need stands beside it: tokens, which say nothing without the
-- pharmacy's key. One array with one index serves every kind of search; a table of tokens would cost four relations.
create table pharmacy.patient (
  id            uuid        not null constraint patient_pk primary key,
  number        bigint      not null generated always as identity (start with 1001)
                            constraint patient_number_unique unique,
  version       integer     not null constraint patient_version_positive check (version > 0),
  record        bytea       not null,
  search_tokens bigint[]    not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null
);

create index patient_search_tokens on pharmacy.patient using gin (search_tokens);

grant select, insert, update on pharmacy.patient to pharmacy_role;
