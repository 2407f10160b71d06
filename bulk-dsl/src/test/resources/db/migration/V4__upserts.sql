create table price (
  sku varchar(20) primary key,
  amount numeric(10, 2),
  seen integer not null default 0,
  labels text[],
  note json,
  first_seen timestamptz,
  updated_at timestamptz,
  source text not null default 'feed'
);

create table tag (
  name citext primary key,
  hits integer not null
);
