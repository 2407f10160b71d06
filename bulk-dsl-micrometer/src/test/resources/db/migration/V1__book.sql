create table book (
  isbn text primary key,
  stock integer not null check (stock >= 0)
);
