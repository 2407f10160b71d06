create table stock (
    sku    varchar(20) primary key,
    copies integer not null constraint stock_copies_not_negative check (copies >= 0)
);
