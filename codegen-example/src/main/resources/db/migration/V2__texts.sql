-- A text is known by what it says, not by where it lies: the same under another name is the same text.
create table texts.text (
    sha256     text        primary key check (sha256 ~ '^[0-9a-f]{64}$'),
    characters bigint      not null,
    lines      bigint      not null,
    bytes      bigint      not null,
    first_read timestamptz not null default now()
);

create table texts.text_character (
    sha256 text    references texts.text,
    code   integer check (code between 0 and 1114111),
    times  bigint  not null check (times > 0),
    primary key (sha256, code)
);

-- Nothing counts how often a file was read, nor when: reading the same again is to change nothing.
create table texts.text_file (
    name       text        primary key,
    sha256     text        not null references texts.text,
    updated_at timestamptz not null
);

comment on column texts.text_file.sha256 is 'the text it held when it was last read';
comment on column texts.text_file.updated_at is 'when it was first read, or first found with another text than before';
