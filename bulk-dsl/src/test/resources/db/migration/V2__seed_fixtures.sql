-- The tables of the cases that django-pg-bulk-update is known by, so that each case can run here by its number.

create table tm (
  id serial primary key,
  name varchar(50),
  int_field integer,
  array_field integer[],
  big_array_field bigint[] not null default '{}',
  hstore_field hstore,
  json_field jsonb,
  unique (id, name)
);

create table an (
  id serial primary key,
  created timestamptz not null default now(),
  updated date not null default current_date,
  checked timestamptz
);

create table up (id serial primary key, "UpperCaseName" varchar(30) not null);

create table uu (
  id uuid primary key default gen_random_uuid(),
  key_field integer not null unique,
  char_field varchar(10) not null default ''
);

create table un (id serial primary key, int_field integer not null unique);

create table re (
  id serial primary key,
  int_field integer,
  fk_id integer references tm,
  o2o_id integer unique references tm
);

create schema appschema;

create table appschema.testmodel (id serial primary key, name varchar(50), int_field integer);

create table twokey (
  id serial primary key,
  a integer,
  b integer,
  v varchar(20),
  unique (a, b)
);

create table wide (
  id serial primary key,
  code varchar(5) unique,
  si smallint,
  bi bigint,
  fl double precision,
  de numeric(10, 2),
  tx text,
  bo boolean,
  da date,
  dt timestamptz,
  ti time,
  du interval,
  uu uuid,
  bin bytea,
  ip inet,
  ia integer[],
  ta varchar(5)[],
  ia2 integer[][],
  hs hstore,
  js jsonb,
  ir int4range,
  dr daterange,
  fk_id integer,
  dflt integer not null default 7,
  dflt_null integer default 7,
  nn varchar(10) not null default 'dd'
);

create table deckey (id serial primary key, k numeric(10, 2) unique, v varchar(20));

create table arrkey (id serial primary key, k integer[] unique, v varchar(20));

create table nodef (id serial primary key, a integer not null, t varchar(10) not null);
