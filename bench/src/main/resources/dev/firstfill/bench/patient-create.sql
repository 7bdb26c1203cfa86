\set n random(1, 9000000000000000)
\startpipeline
begin;
select pg_try_advisory_xact_lock(:n);
select k.request, k.noun, k.person, k.status, k.headers::text, k.answer, p.wrapped
from pharmacy.idempotency_key k left join pharmacy.patient_key p on p.patient_id = k.person
where k.id = lpad(to_hex(:n::bigint), 32, '0')::uuid;
select cf1_0.id,cf1_0.created_at,cf1_0.definition,cf1_0.key,cf1_0.updated_at,cf1_0.version
from pharmacy.custom_field cf1_0 order by cf1_0.id;
with added as (
  insert into pharmacy.patient (id, version, record, search_tokens, created_at, updated_at)
  values (lpad(to_hex(:n::bigint), 32, '0')::uuid, 1, :record, :tokens, now(), now())
  returning number
), key as (
  insert into pharmacy.patient_key (patient_id, wrapped) values (lpad(to_hex(:n::bigint), 32, '0')::uuid, :wrapped)
)
select number from added;
insert into pharmacy.outbox_event (id, type, subject, subject_id, version, at, due_at)
select e.id, e.type, e.subject, e.subject_id, e.version, now(), now()
from unnest(array[lpad(to_hex(:n::bigint), 32, '0')::uuid], array['patient.created'], array['patient'],
            array[lpad(to_hex(:n::bigint), 32, '0')::uuid], array[1])
  with ordinality as e (id, type, subject, subject_id, version, place)
order by e.place;
with expired as (
  delete from pharmacy.idempotency_key
  where id in (select id from pharmacy.idempotency_key where at < now() - interval '48 hours' order by at limit 2)
)
insert into pharmacy.idempotency_key (id, request, noun, person, status, headers, answer, at)
values (lpad(to_hex(:n::bigint), 32, '0')::uuid, :n, 'patient', lpad(to_hex(:n::bigint), 32, '0')::uuid, 201,
        :headers::text::jsonb, :answer, now());
select pg_advisory_xact_lock(:lock);
with recursive
  head (seq, hash) as (
    select seq, hash
    from (
      (select seq, hash from pharmacy.audit_record order by seq desc limit 1)
      union all
      select 0, :hash::bytea
    ) last_or_first
    order by seq desc
    limit 1
  ),
  chain (place, seq, hash) as (
    select 0, seq, hash from head
    union all
    select place + 1, seq + 1, sha256(hash || (array[:hash::bytea])[place + 1])
    from chain
    where place < cardinality(array[:hash::bytea])
  )
insert into pharmacy.audit_record
  (seq, hash, id, at, actor, act, outcome, person, persons, entry, sealed)
select chain.seq, chain.hash, r.id, r.at, r.actor, r.act, r.outcome, r.person, r.persons::uuid[],
       r.entry::json, r.sealed
from unnest(array[lpad(to_hex(:n::bigint), 32, '0')::uuid], array[now()], array[:actor::text], array[:act::text],
            array['done'], array[lpad(to_hex(:n::bigint), 32, '0')::uuid], array[null::text], array[:entry::text],
            array[:sealed::bytea])
  with ordinality as r (id, at, actor, act, outcome, person, persons, entry, sealed, place)
join chain on chain.place = r.place;
commit;
\endpipeline
