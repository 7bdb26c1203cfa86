-- Which pharmacies exist, where they lie, and who changed what about them. It holds no patient data.
-- Owned by firstfill_owner; the API and bin/tenant write it as firstfill_control, which may never delete.

create table control.node (
  name     text primary key,
  address  text not null,
  added_at timestamptz not null default now(),
  constraint node_name_is_short check (name ~ '^[a-z][a-z0-9-]{0,30}$')
);
comment on column control.node.address is
  'For people: connections take the address from configuration, because replicas may reach a node by different names.';

-- One row, locked by every change until it commits: so revisions become visible in their order, and whoever
-- asks for "greater than the last I saw" misses nothing. A sequence would not give that.
create table control.revision (
  only_row boolean primary key default true,
  value    bigint not null,
  constraint revision_is_one_row check (only_row)
);
insert into control.revision (value) values (0);

create table control.tenant (
  id             uuid primary key,
  slug           text not null,
  name           text not null,
  state          text not null default 'PROVISIONING',
  organisation   text,
  schema_version integer not null default 0,
  node           text not null references control.node (name),
  sandbox        boolean not null,
  time_zone      text not null,
  revision       bigint not null,
  created_at     timestamptz not null default now(),
  changed_at     timestamptz not null default now(),
  constraint tenant_slug_is_well_formed check (slug ~ '^[a-z][a-z0-9-]{1,38}[a-z0-9]$'),
  constraint tenant_name_is_bounded check (length(name) between 1 and 200),
  constraint tenant_state_is_known check (state in ('PROVISIONING', 'ACTIVE', 'SUSPENDED', 'OFFBOARDING', 'CLOSED')),
  constraint tenant_has_schema_once_provisioned check (state in ('PROVISIONING', 'CLOSED') or schema_version > 0)
);
-- A slug is free again when its pharmacy has left; the id never is.
create unique index tenant_slug_is_unique on control.tenant (slug) where state <> 'CLOSED';
create unique index tenant_organisation_is_unique on control.tenant (organisation) where state <> 'CLOSED';
create unique index tenant_revision_is_unique on control.tenant (revision);

-- A trigger, so that no statement, not even one typed by hand, can change a row and leave it unseen.
create function control.take_revision() returns trigger
  language plpgsql
  set search_path = ''
as $$
begin
  update control.revision set value = value + 1 returning value into new.revision;
  new.changed_at := clock_timestamp();
  return new;
end
$$;
create trigger tenant_takes_revision
  before insert or update on control.tenant
  for each row execute function control.take_revision();

create table control.tenant_event (
  id        bigint generated always as identity primary key,
  tenant_id uuid not null references control.tenant (id),
  at        timestamptz not null default clock_timestamp(),
  actor     text not null,
  what      text not null,
  details   jsonb not null,
  constraint tenant_event_names_its_actor check (length(actor) between 1 and 200)
);
create index tenant_event_by_tenant on control.tenant_event (tenant_id, id);

grant usage on schema control to firstfill_control;
grant select on control.node to firstfill_control;
grant select, update on control.revision to firstfill_control;
grant select, insert, update on control.tenant to firstfill_control;
grant select, insert on control.tenant_event to firstfill_control;
