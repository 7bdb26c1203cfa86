-- The test clocks of sandbox pharmacies. A table of its own: its rows change with every step of an advance, which must
-- neither take the catalogue's revision nor wait until the replicas next look at the catalogue. Real pharmacies have no
-- row here and can have none.

-- Whether a pharmacy holds invented people is decided once: what was tried out never becomes real, nor the other way.
create function control.keep_sandbox() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  raise exception using errcode = 'check_violation', constraint = 'tenant_sandbox_is_for_good',
    message = 'A pharmacy is a sandbox from its first day to its last, or never.';
end
$$;
create trigger tenant_keeps_sandbox
  before update of sandbox on control.tenant
  for each row when (old.sandbox is distinct from new.sandbox)
  execute function control.keep_sandbox();

alter table control.tenant add constraint tenant_is_known_as_sandbox unique (id, sandbox);

create table control.test_clock (
  tenant_id     uuid primary key,
  sandbox       boolean not null default true,
  now           timestamptz,
  advance       uuid,
  advance_until timestamptz,
  constraint test_clock_of_sandboxes_only check (sandbox),
  constraint test_clock_of_a_sandbox foreign key (tenant_id, sandbox) references control.tenant (id, sandbox),
  constraint test_clock_advance_has_an_end check ((advance is null) = (advance_until is null))
);
comment on column control.test_clock.now is 'Where the clock stands; null until it is first set, and till then it is real.';
comment on column control.test_clock.advance is
  'Who moves the clock at present, and in advance_until for how long that is believed, in real time.';

grant select, insert, update on control.test_clock to firstfill_control;
