-- The shop of the manual's pages.

create table book (
    isbn text primary key,
    title text not null,
    price numeric(10, 2),
    stock int not null default 0,
    tags text[],
    changed_at timestamptz
);

create table hit (
    path text,
    day date,
    hits bigint not null,
    primary key (path, day)
);
