-- What the page on running safely writes.

create table feed_price (
    sku text primary key,
    amount numeric(10, 2) not null check (amount >= 0),
    changes int not null default 0
);
