-- rows that refer to rows of the same table
create table employee (
  id integer primary key,
  boss integer references employee,
  pay integer not null check (pay > 0)
);
