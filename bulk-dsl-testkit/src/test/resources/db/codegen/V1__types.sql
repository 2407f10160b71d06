create type mood as enum ('happy', 'sad');
create domain isbn as text check (value ~ '^[0-9-]+$');
create type address as (street text, zip varchar(5));
create table book (
    id      bigint generated always as identity primary key,
    isbn    isbn not null unique,
    mood    mood,
    tags    text[] not null default '{}',
    extra   jsonb,
    shop    address,
    price   numeric(10, 2) not null,
    gross   numeric generated always as (price * 1.19) stored
);
create view happy_book as select id, isbn from book where mood = 'happy';
comment on table book is '${remark}';
