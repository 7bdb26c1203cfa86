-- Answers to writes, kept two days for whoever sends the same wish again. Written in the transaction of the write.
create table pharmacy.idempotency_key (
  id      uuid        not null constraint idempotency_key_pk primary key,
  request bigint      not null,
  noun    text        not null,
  person  uuid,
  status  smallint    not null,
  headers jsonb       not null,
  answer  bytea       not null,
  at      timestamptz not null
);
comment on column pharmacy.idempotency_key.request is 'A keyed hash of the request: tells another one, and nothing else.';
comment on column pharmacy.idempotency_key.answer is 'sealed: by the person in person, else by the pharmacy';

create index idempotency_key_at on pharmacy.idempotency_key (at);

grant select, insert, delete on pharmacy.idempotency_key to pharmacy_role;
