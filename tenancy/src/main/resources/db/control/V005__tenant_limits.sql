-- How much of the platform a pharmacy may take, so that one that is noisy costs the others nothing. The defaults are
-- those of every pharmacy that the operator has not spoken of.
alter table control.tenant
  add column requests_per_minute integer not null default 6000,
  add column concurrent_acts     integer not null default 10,
  add constraint tenant_requests_are_bounded check (requests_per_minute between 60 and 1000000),
  add constraint tenant_acts_are_bounded check (concurrent_acts between 1 and 1000);
comment on column control.tenant.requests_per_minute is 'Of each of its clients, over all replicas together.';
comment on column control.tenant.concurrent_acts is 'On each replica; those beyond wait for their turn.';
