create table book (
    isbn text primary key,
    title text not null,
    stock int not null default 0,
    restocked_at timestamptz
);

create table price (
    sku text primary key,
    amount numeric(10, 2) not null check (amount > 0),
    first_seen timestamptz not null
);
