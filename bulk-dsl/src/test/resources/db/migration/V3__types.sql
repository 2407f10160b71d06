-- One column of every kind that jOOQ treats in a way of its own.
create table kinds (
  id integer primary key,
  a_char char(3),
  a_citext citext,
  a_real real,
  a_timestamp timestamp,
  a_timestamp0 timestamp(0),
  a_timetz timetz,
  a_json json,
  a_xml xml,
  a_mood mood,
  moods mood[],
  an_isbn isbn,
  an_address address,
  numbers numeric(10, 2)[],
  chars char(3)[],
  labels varchar(5)[],
  days date[],
  hours time[],
  offset_hours timetz[],
  stamps timestamp[],
  moments timestamptz(3)[],
  periods interval[],
  timetable interval[][],
  a_money_amount numeric(12, 4),
  a_year smallint
);

create collation caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

create table caseless (
  name text collate caseless primary key,
  hits integer not null default 0
);

create table log_entry (level text, message text, seen integer);

create table incoming (id integer primary key, row_number integer, id_2 integer);

create schema "Odd ""schema""";

create table "Odd ""schema"""."or der; drop table book;--" (
  "select" integer primary key,
  "it's ""quoted""" text,
  "UPPER and lower" text,
  "😀 emoji {0} ? :name" text,
  "a23456789012345678901234567890123456789012345678901234567890abc" text,
  "ä2345678901234567890123456789012345678901234567890123456789abc" integer
);
