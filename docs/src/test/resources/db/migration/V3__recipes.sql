-- The tables of the recipes.

-- Sync with somebody's feed.
create table supplier_price (
    supplier text,
    sku text,
    amount numeric(10, 2) not null,
    changed_at timestamptz not null,
    primary key (supplier, sku)
);

-- A bulk endpoint.
create table contact (
    email text primary key check (email like '%@%'),
    name varchar(40) not null,
    phone text unique
);

-- A last-seen log.
create table device (
    id text primary key,
    first_seen timestamptz not null,
    last_seen timestamptz not null,
    state text
);

-- Tags in arrays.
create table note (
    id bigint primary key,
    tags text[] not null default '{}'
);

create index note_tags_idx on note using gin (tags);

-- Documents in jsonb.
create table profile (
    user_id bigint primary key,
    settings jsonb not null default '{}',
    changed_at timestamptz not null default now()
);

-- Soft delete, by a key that is never given twice.
create table employee (
    number text primary key,
    name text not null,
    left_at timestamptz
);

-- Soft delete, by a key that is free again when its owner is gone.
create table mailbox (
    id bigint generated always as identity primary key,
    address text not null,
    owner text not null,
    closed_at timestamptz
);

create unique index mailbox_open_idx on mailbox (address) where closed_at is null;

-- Lookup rows, got or created.
create table maker (
    id bigint generated always as identity primary key,
    name text not null unique
);

create table gadget (
    sku text primary key,
    title text not null,
    maker_id bigint references maker
);
