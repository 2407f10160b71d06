create table price (
    sku        varchar(20) primary key,
    amount     numeric(10, 2) not null constraint price_amount_positive check (amount > 0),
    first_seen timestamptz not null
);

create table stock (
    sku    varchar(20) primary key,
    copies integer not null constraint stock_copies_not_negative check (copies >= 0),
    shelf  varchar(10) constraint stock_shelf_unique unique
);
