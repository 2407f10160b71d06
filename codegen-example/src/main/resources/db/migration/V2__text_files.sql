-- A text is known by what it says, not by where it lies: a copy under another name is not counted again.
create table texts.text_file (
    sha256     text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    names      text[]      not null,
    characters bigint      not null,
    lines      bigint      not null,
    bytes      bigint      not null,
    times_read bigint      not null default 1,
    first_read timestamptz not null default now(),
    last_read  timestamptz not null default now()
);
