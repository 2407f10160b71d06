create table counter (
    id    bigint  primary key,
    hits  bigint  not null default 0,
    label text
);
