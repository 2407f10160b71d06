-- One shape, (sku, zone, amount), as every kind of table.

create table stock (
  sku    text,
  zone   text default 'north',
  amount integer,
  primary key (sku, zone)
);

create table stock_parted (
  sku    text,
  zone   text,
  amount integer,
  primary key (sku, zone)
) partition by list (zone);

create table stock_north partition of stock_parted for values in ('north');

-- its columns in another order, as partitions that were tables before have them
create table stock_south (
  amount integer,
  zone   text,
  sku    text,
  primary key (sku, zone)
);

alter table stock_parted attach partition stock_south for values in ('south');

create table stock_parent (
  sku    text,
  zone   text,
  amount integer,
  primary key (sku, zone)
);

create table stock_child (color text) inherits (stock_parent);

-- simple, so that PostgreSQL updates stock through it
create view stock_view as select sku, zone, amount from stock;

create view stock_checked as select sku, zone, amount from stock where amount > 0 with check option;

-- not simple: triggers write
create view stock_instead as select sku, zone, max(amount) as amount from stock group by sku, zone;

create function stock_instead() returns trigger language plpgsql as $$
begin
  case tg_op
    when 'INSERT' then insert into stock values (new.sku, new.zone, new.amount);
    when 'UPDATE' then update stock set amount = new.amount where sku = old.sku and zone = old.zone;
    else delete from stock where sku = old.sku and zone = old.zone; return old;
  end case;
  return new;
end $$;

create trigger instead instead of insert or update or delete on stock_instead
  for each row execute function stock_instead();

create materialized view stock_seen as select sku, zone, amount from stock;

-- stock by way of another server; which one, the tests say
create extension postgres_fdw;
create server elsewhere foreign data wrapper postgres_fdw;
create foreign table stock_remote (sku text, zone text, amount integer)
  server elsewhere options (schema_name 'public', table_name 'stock');

create table stock_ruled (
  sku    text,
  zone   text,
  amount integer,
  primary key (sku, zone)
);

create table stock_log (what text);

create rule told as on update to stock_ruled do also insert into stock_log values (new.sku);

-- keys, and a column, that the database makes
create table stock_made (
  id     bigint generated always as identity primary key,
  sku    text unique,
  amount integer,
  twice  integer generated always as (amount * 2) stored
);

-- what triggers saw
create table stock_seen_by (trigger text, rows integer);
