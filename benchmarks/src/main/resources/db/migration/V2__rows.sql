-- What a row holds, by its seed and version: said here for the server and once more in Java, so that neither can hide what
-- the other gets wrong. In FROM these are inlined, so that a million rows take a second.
create function bench.narrow_row(id bigint, seed bigint, version integer) returns setof bench.narrow
    language sql stable rows 1 as
$$
select id, ((seed * 31 + version * 17) % 1000000)::integer, 'name ' || (seed * 31 + version * 17)
$$;

create function bench.wide_row(id bigint, seed bigint, version integer) returns setof bench.wide
    language sql stable rows 1 as
$$
select id,
       'sku-' || seed * 31 + version * 17,
       'title ' || seed * 31 + version * 17,
       'a description of the thing with the number ' || seed * 31 + version * 17,
       'category ' || (seed * 31 + version * 17) % 100,
       case when (seed * 31 + version * 17) % 5 > 0 then 'brand ' || (seed * 31 + version * 17) % 1000 end,
       case when (seed * 31 + version * 17) % 4 > 0 then 'noted "' || (seed * 31 + version * 17) || E'",\tby \\ hand' end,
       ((seed * 31 + version * 17) % 1000000) / 100.0,
       case when (seed * 31 + version * 17) % 7 > 0 then ((seed * 31 + version * 17) % 500000) / 100.0 end,
       ((seed * 31 + version * 17) % 10000) / 10000.0,
       ((seed * 31 + version * 17) % 8000) / 8::double precision,
       ((seed * 31 + version * 17) % 900) / 16::double precision,
       ((seed * 31 + version * 17) % 700) / 32::double precision,
       case when (seed * 31 + version * 17) % 3 > 0 then (((seed * 31 + version * 17) % 40) / 8::double precision)::real end,
       ((seed * 31 + version * 17) % 2000)::smallint,
       ((seed * 31 + version * 17) % 100000)::integer,
       ((seed * 31 + version * 17) % 300)::integer,
       ((seed * 31 + version * 17) % 200)::integer,
       case when (seed * 31 + version * 17) % 6 > 0 then ((seed * 31 + version * 17) % 50)::integer end,
       (seed * 31 + version * 17) * 1000003,
       (seed * 31 + version * 17) * 7,
       (seed * 31 + version * 17) % 2 = 0,
       (seed * 31 + version * 17) % 3 = 0,
       case when (seed * 31 + version * 17) % 4 > 0 then (seed * 31 + version * 17) % 8 = 1 end,
       date '2000-01-01' + ((seed * 31 + version * 17) % 9000)::integer,
       case when (seed * 31 + version * 17) % 9 = 0 then date '2020-01-01' + ((seed * 31 + version * 17) % 2000)::integer end,
       case when (seed * 31 + version * 17) % 5 > 0
           then timestamp '2021-01-01' + ((seed * 31 + version * 17) % 10000000) * interval '1 second' end,
       timestamptz '2010-01-01Z' + ((seed * 31 + version * 17) % 300000000) * interval '1 second',
       ('00000000-0000-4000-8000-' || lpad(to_hex(seed * 31 + version * 17), 12, '0'))::uuid,
       jsonb_build_object('colour', 'c' || (seed * 31 + version * 17) % 64, 'size', (seed * 31 + version * 17) % 12)
$$;
-- The expression is repeated, because a subquery for it would not be inlined away.

create function bench.pair_row(id bigint, seed bigint, version integer) returns setof bench.pair
    language sql stable rows 1 as
$$
select id, (seed / 97)::integer, (seed % 97)::integer, 'note ' || (seed * 31 + version * 17)
$$;
