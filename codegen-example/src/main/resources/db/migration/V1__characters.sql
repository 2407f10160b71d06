create schema if not exists texts;

-- Unicode's general categories, by their standard abbreviations.
create type texts.general_category as enum (
    'Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Mn', 'Mc', 'Me', 'Nd', 'Nl', 'No', 'Pc', 'Pd', 'Ps', 'Pe',
    'Pi', 'Pf', 'Po', 'Sm', 'Sc', 'Sk', 'So', 'Zs', 'Zl', 'Zp', 'Cc', 'Cf'
);

create table texts.category (
    code        texts.general_category primary key,
    meaning     text    not null,
    code_points integer not null default 0,
    used        integer not null default 0,
    uses        bigint  not null default 0
);

insert into texts.category (code, meaning) values
    ('Lu', 'uppercase letter'),
    ('Ll', 'lowercase letter'),
    ('Lt', 'titlecase letter'),
    ('Lm', 'modifier letter'),
    ('Lo', 'other letter'),
    ('Mn', 'nonspacing mark'),
    ('Mc', 'spacing mark'),
    ('Me', 'enclosing mark'),
    ('Nd', 'decimal digit'),
    ('Nl', 'letter number'),
    ('No', 'other number'),
    ('Pc', 'connector'),
    ('Pd', 'dash'),
    ('Ps', 'opening bracket'),
    ('Pe', 'closing bracket'),
    ('Pi', 'opening quote'),
    ('Pf', 'closing quote'),
    ('Po', 'other punctuation'),
    ('Sm', 'mathematical symbol'),
    ('Sc', 'currency symbol'),
    ('Sk', 'modifier symbol'),
    ('So', 'other symbol'),
    ('Zs', 'space'),
    ('Zl', 'line separator'),
    ('Zp', 'paragraph separator'),
    ('Cc', 'control'),
    ('Cf', 'format');

create table texts.script (
    name        text    primary key,
    code_points integer not null,
    used        integer not null default 0,
    uses        bigint  not null default 0,
    last_seen   timestamptz
);

create table texts.block (
    name        text    primary key,
    code_points integer not null,
    characters  text,
    used        integer not null default 0,
    uses        bigint  not null default 0
);

-- No foreign keys to the tables above: all are filled together, and checking them would take longer than the filling.
create table texts.code_point (
    code             integer primary key check (code between 0 and 1114111),
    name             text    not null,
    script           text    not null,
    block            text    not null,
    category         texts.general_category not null,
    utf8_bytes       integer check (utf8_bytes between 1 and 4),
    uses             bigint  not null default 0,
    most_in_one_file bigint,
    first_file       text,
    files            text[]  not null default '{}',
    first_seen       timestamptz,
    last_seen        timestamptz
);

comment on column texts.code_point.files is 'the names of the texts that use it, each once, in the order they came';
comment on column texts.block.characters is 'its characters that texts used so far, in the order they came';
