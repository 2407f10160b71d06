-- Makes a migrated database one of Citus, whose shards are all on this server: databases that are copies of it work then.
-- Each table is distributed by the first column of its primary key, or else of a unique constraint or index; where Citus
-- can't, such as where other unique keys lack that column, and where foreign keys point to it, it becomes a reference
-- table; where that can't be either, it stays local.
create extension if not exists citus;

select citus_set_coordinator_host('localhost', inet_server_port());

select citus_set_node_property('localhost', inet_server_port(), 'shouldhaveshards', true);

set citus.shard_count = 4;

set citus.multi_shard_modify_mode = 'sequential';

do $$
declare
  -- all of them before the first, since Citus renames tables and creates others
  tables text[][];
  keyed text[];
begin
  select array_agg(array[t."table", t.key, t.is_referenced::text] order by t.is_referenced desc, t.oid)
  into tables
  from (
    select
      c.oid,
      format('%I.%I', s.nspname, c.relname) as "table",
      a.attname as key,
      exists (select 1 from pg_constraint f where f.contype = 'f' and f.confrelid = c.oid and f.conrelid <> c.oid)
        as is_referenced
    from pg_class c
    join pg_namespace s on s.oid = c.relnamespace
    join lateral (
      select i.indkey[0] as column_number
      from pg_index i
      where i.indrelid = c.oid and i.indisunique and i.indpred is null and i.indkey[0] > 0
      order by i.indisprimary desc, i.indexrelid
      limit 1
    ) k on true
    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.column_number
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and s.nspname not in ('pg_catalog', 'information_schema', 'citus', 'columnar')
      and c.relname <> 'flyway_schema_history'
      and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  ) t;

  foreach keyed slice 1 in array coalesce(tables, '{}') loop
    begin
      if keyed[3]::boolean then
        perform create_reference_table(keyed[1]::regclass);
      else
        perform create_distributed_table(keyed[1]::regclass, keyed[2]);
      end if;
    exception when others then
      raise notice '% isn''t distributed: %', keyed[1], sqlerrm;
      begin
        perform create_reference_table(keyed[1]::regclass);
      exception when others then
        raise notice '% stays local: %', keyed[1], sqlerrm;
      end;
    end;
  end loop;
end $$;
