-- What somebody has to do next. Notes are short and sealed together, so a row needs no TOAST table; the checks on lengths
-- are what keeps the longest one within a page.
create table pharmacy.task (
  id             uuid        not null constraint task_pk primary key,
  version        integer     not null constraint task_version_positive check (version > 0),
  type           text        storage plain not null constraint task_type_short check (octet_length(type) <= 40),
  queue          text        storage plain not null constraint task_queue_short check (octet_length(queue) <= 40),
  source         text        storage plain not null constraint task_source_known check
                             (source in ('WORKFLOW', 'TIMER', 'COLLEAGUE')),
  case_id        uuid        constraint task_of_case references pharmacy.patient_case (id),
  patient_id     uuid        not null constraint task_of_patient references pharmacy.patient (id),
  state          text        storage plain not null constraint task_state_known check
                             (state in ('WAITING', 'ASSIGNED', 'COMPLETED', 'CANCELLED')),
  priority       text        storage plain not null constraint task_priority_known check
                             (priority in ('URGENT', 'HIGH', 'NORMAL', 'LOW')),
  licence        text        storage plain constraint task_licence_is_a_state check (octet_length(licence) = 2),
  skill          text        storage plain constraint task_skill_short check (octet_length(skill) <= 40),
  opened_at      timestamptz not null,
  opened_by_id   text        storage plain not null,
  opened_by_name text        storage plain not null,
  visible_from   timestamptz not null,
  due_at         timestamptz,
  pull_by        timestamptz not null,
  assignee_id    text        storage plain,
  assignee_name  text        storage plain,
  assigned_at    timestamptz,
  outcome        text        storage plain constraint task_outcome_short check (octet_length(outcome) <= 60),
  closed_at      timestamptz,
  closed_by_id   text        storage plain,
  closed_by_name text        storage plain,
  notes          bytea       storage plain constraint task_notes_short check (octet_length(notes) <= 3900),
  constraint task_colleagues_short check (
    octet_length(opened_by_id) + octet_length(coalesce(assignee_id, '')) + octet_length(coalesce(closed_by_id, '')) <= 765
    and octet_length(opened_by_name) + octet_length(coalesce(assignee_name, ''))
        + octet_length(coalesce(closed_by_name, '')) <= 3060),
  constraint task_assigned_to_somebody check
    (num_nulls(assignee_id, assignee_name, assigned_at) in (0, 3) and (state <> 'ASSIGNED' or assignee_id is not null)),
  constraint task_waits_for_anybody check (state <> 'WAITING' or assignee_id is null),
  constraint task_closed_with_an_outcome check (
    num_nulls(outcome, closed_at, closed_by_id, closed_by_name)
      = case when state in ('COMPLETED', 'CANCELLED') then 0 else 4 end),
  constraint task_of_workflow_on_a_case check (source = 'COLLEAGUE' or case_id is not null),
  -- Or it would stand before others while nobody may have it, and be looked at by every pull.
  constraint task_not_pulled_before_visible check (pull_by >= visible_from)
);
comment on column pharmacy.task.notes is 'sealed: by the person in patient_id';

-- Those that wait, queue by queue, in the order they are pulled in; and, under their name, what each colleague has.
create index task_to_do on pharmacy.task (coalesce(assignee_id, ''), queue, pull_by, id) where closed_at is null;
create index task_about on pharmacy.task (patient_id, case_id);

grant select, insert, update on pharmacy.task to pharmacy_role;
