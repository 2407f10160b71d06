-- What upserts, inserts, syncs and optimistic locking meet.

-- jOOQ is told that "version" counts changes
create table document (
  id integer primary key,
  title varchar(50) not null,
  body text,
  version integer not null
);

-- jOOQ is told that "changed_at" is the time of the last change
create table memo (
  id integer primary key,
  body text,
  changed_at timestamptz
);

-- unique by an expression
create table account (
  id bigint generated always as identity primary key,
  email text not null,
  visits integer not null default 0
);

create unique index account_email on account (lower(email));

-- unique among some of the rows
create table ticket (
  id bigint generated always as identity primary key,
  seat text not null,
  holder text,
  cancelled boolean not null default false
);

create unique index ticket_seat on ticket (seat) where not cancelled;

-- null is a key like any other; before PostgreSQL 15 a unique index can't say so
create table slot (
  id serial primary key,
  a integer,
  b integer,
  v varchar(20)
);

do $$
begin
  if current_setting('server_version_num')::integer >= 150000 then
    execute 'alter table slot add constraint slot_a_b unique nulls not distinct (a, b)';
  end if;
end $$;

-- what the database generates
create table member (
  id bigint generated always as identity primary key,
  name text not null unique,
  shout text generated always as (upper(name)) stored,
  token uuid not null default gen_random_uuid(),
  joined timestamptz not null default now(),
  points integer default 10
);

-- to be brought into line with a feed
create table offer (
  sku varchar(20) primary key,
  supplier text not null,
  price numeric(10, 2),
  position integer unique,
  removed_at timestamptz,
  removed_by text
);

-- without any key
create table hit (
  page text,
  visitor text not null,
  hits integer
);
