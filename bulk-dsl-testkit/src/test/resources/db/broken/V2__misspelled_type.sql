create table first (id bigint primary key);

create table second (
    id bigint primary key,
    name txt
);
