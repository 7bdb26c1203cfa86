-- History that another system hands over. A source key may be a medical record number, so it is kept as a blind token
-- and never in clear; of a line that was refused, where it was wrong is kept and nothing that stood in it. All texts
-- are short codes: plain storage saves the relations of TOAST tables.
create table pharmacy.import_job (
  id               uuid        not null constraint import_job_pk primary key,
  version          integer     not null constraint import_job_version_positive check (version > 0),
  source           text        storage plain not null,
  state            text        storage plain not null constraint import_job_state_known
                               check (state in ('OPEN', 'COMPLETED')),
  last_line        bigint      not null constraint import_job_last_line_not_negative check (last_line >= 0),
  begun_at         timestamptz not null,
  begun_by_id      text        storage plain not null,
  begun_by_name    text        storage plain not null,
  completed_at     timestamptz,
  constraint import_job_completed_at_a_time check ((state = 'COMPLETED') = (completed_at is not null))
);

-- Batches of one source wait for each other at the job's row, so that no key is imported twice.
create unique index import_job_one_open on pharmacy.import_job (source) where state = 'OPEN';

create table pharmacy.import_key (
  source text   storage plain not null,
  kind   text   storage plain not null,
  token  bigint not null,
  id     uuid   not null,
  constraint import_key_pk primary key (source, kind, token)
);

create table pharmacy.import_line (
  job_id  uuid   not null constraint import_line_of_job references pharmacy.import_job (id),
  line    bigint not null constraint import_line_positive check (line > 0),
  kind    text   storage plain,
  result  text   storage plain not null constraint import_line_result_known
                 check (result in ('CREATED', 'PRESENT', 'REFUSED')),
  code    text   storage plain,
  pointer text   storage plain,
  constraint import_line_pk primary key (job_id, line),
  constraint import_line_refused_for_a_reason check ((result = 'REFUSED') = (code is not null))
);

grant select, insert, update on pharmacy.import_job to pharmacy_role;
grant select, insert on pharmacy.import_key to pharmacy_role;
grant select, insert, update on pharmacy.import_line to pharmacy_role;
