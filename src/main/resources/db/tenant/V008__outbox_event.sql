-- What happened and has to be told to somebody outside. Written in the transaction of what happened, relayed after it.
-- It names things and holds nothing of what is in them.
create table pharmacy.outbox_event (
  seq        bigint      not null generated always as identity constraint outbox_event_pk primary key,
  id         uuid        not null,
  type       text        storage plain not null,
  subject    text        storage plain not null,
  subject_id uuid        not null,
  version    integer     not null,
  at         timestamptz not null,
  state      text        storage plain not null default 'waiting' constraint outbox_event_state_known
                         check (state in ('waiting', 'delivered', 'parked')),
  attempts   integer     not null default 0,
  due_at     timestamptz not null,
  failure    text        storage plain
);

create index outbox_event_waiting on pharmacy.outbox_event (subject_id, seq) where state <> 'delivered';

grant select, insert, update, delete on pharmacy.outbox_event to pharmacy_role;
