// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.proofs;

import static org.jooq.impl.DSL.inline;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Values of any type of the server, as SQL; of small numbers, another for each. */
final class SqlValues {

    private static final int VARLENA_HEADER = 4;
    private static final int SCALE_BITS = 16;

    private final DSLContext ctx;
    private final Map<List<?>, Record> types = new HashMap<>();

    SqlValues(DSLContext ctx) {
        this.ctx = ctx;
    }

    /**
     * @param type the type's oid
     * @param modifier what the column makes of it, such as its length; -1 if nothing
     */
    String of(long type, int modifier, int number) {
        Record known = types.computeIfAbsent(List.of(type, modifier), absent -> known(type, modifier));
        return "cast(" + value(known, modifier, number) + " as " + known.get("name") + ")";
    }

    private Record known(long type, int modifier) {
        return ctx.fetchSingle("""
                select typtype, typcategory, typname, typbasetype, typtypmod, typelem, format_type(oid, {1}) as name,
                    (select array_agg(enumlabel::text order by enumsortorder) from pg_enum where enumtypid = t.oid) as labels,
                    (select string_agg(atttypid || ' ' || atttypmod, ',' order by attnum) from pg_attribute
                        where attrelid = typrelid and attnum > 0 and not attisdropped) as members,
                    (select rngsubtype from pg_range where rngtypid = t.oid) as bound,
                    (select rngtypid from pg_range where rngmultitypid = t.oid) as range
                from pg_type t where oid = {0}""", inline(type), inline(modifier));
    }

    private String value(Record type, int modifier, int number) {
        return switch (type.get("typtype", String.class)) {
            case "e" -> {
                String[] labels = type.get("labels", String[].class);
                yield inline(labels[number % labels.length]).toString();
            }
            case "d" -> of(type.get("typbasetype", Long.class), type.get("typtypmod", Integer.class), number);
            case "c" ->
                Arrays.stream(type.get("members", String.class).split(","))
                        .map(member -> member.split(" "))
                        .map(member -> of(Long.parseLong(member[0]), Integer.parseInt(member[1]), number))
                        .collect(Collectors.joining(", ", "row(", ")"));
            case "r" -> twice(type, type.get("bound", Long.class), number, number + 1);
            case "m" -> twice(type, type.get("range", Long.class), number, number + 2);
            default -> {
                if (type.get("typcategory", String.class).equals("A")) {
                    long element = type.get("typelem", Long.class);
                    yield "array[" + of(element, modifier, number) + ", null, " + of(element, modifier, number + 1)
                            + "]";
                }
                yield scalar(type.get("typname", String.class), modifier, number);
            }
        };
    }

    /** Ranges and multiranges have constructors of the same name. */
    private String twice(Record type, long of, int first, int second) {
        return type.get("name") + "(" + of(of, -1, first) + ", " + of(of, -1, second) + ")";
    }

    private static String scalar(String type, int modifier, int number) {
        String day = "timestamp '2020-02-28 23:59:59.123456' + " + number + " * interval '1 day'";
        return switch (type) {
            case "bool" -> String.valueOf(number % 2 == 0);
            case "int2", "int4", "int8", "oid", "xid8" -> "'" + number + "'";
            case "float4", "float8" -> number + ".25";
            case "numeric" -> numeric(modifier, number);
            case "money" -> "'" + number + ".05'";
            case "text", "citext" -> text(number, Integer.MAX_VALUE);
            case "varchar", "bpchar" -> text(number, modifier < 0 ? Integer.MAX_VALUE : modifier - VARLENA_HEADER);
            case "name" -> text(number, 20);
            case "char" -> text(number, 1);
            case "bytea" -> "'\\x00ff5c0a27%02x'".formatted(number);
            case "date", "timestamp" -> day;
            case "timestamptz" -> "(" + day + ") at time zone 'Asia/Kathmandu'";
            // Of whole seconds: of a time jOOQ reads no more.
            case "time" -> "time '10:11:12' + " + number + " * interval '1 minute'";
            case "timetz" -> "'10:11:%02d.123456+05:45'".formatted(number);
            case "interval" -> "'-1 year 2 mons %d days -04:05:06.789012'".formatted(number);
            case "uuid" -> "md5('" + number + "')";
            case "json", "jsonb" -> "'{\"n\": %d, \"m\": [null, \"\\\"\\\\\\té\"], \"e\": {}}'".formatted(number);
            case "xml" -> "'<n a=\"é\">%d &amp; </n>'".formatted(number);
            case "tsvector" -> "to_tsvector('simple', 'it''s n%d and \\ another')".formatted(number);
            case "tsquery" -> "'n%d & !(a | ''b c'')'".formatted(number);
            case "inet" -> "'10.1.2.%d/24'".formatted(number);
            case "cidr" -> "'10.1.%d.0/24'".formatted(number);
            case "macaddr" -> "'08:00:2b:01:02:%02x'".formatted(number);
            case "macaddr8" -> "'08:00:2b:01:02:03:04:%02x'".formatted(number);
            case "bit" -> number + "::bit(" + Math.max(modifier, 1) + ")";
            case "varbit" -> "(" + number + "::bit(5))::varbit";
            case "point" -> "'(%d,0.5)'".formatted(number);
            case "line" -> "'{%d,1,2}'".formatted(number);
            case "lseg", "box" -> "'(%d,2),(0,0.5)'".formatted(number);
            case "path", "polygon" -> "'((0,0),(%d,1),(2,2))'".formatted(number);
            case "circle" -> "'<(%d,1),2>'".formatted(number);
            case "hstore" -> "'n=>%d, \"a \\\"b\"=>NULL'".formatted(number);
            case "ltree" -> "'a.n%d'".formatted(number);
            case "pg_lsn" -> "'16/B374D8%02X'".formatted(number);
            default -> throw new AssertionError("no values are known of type " + type);
        };
    }

    /** Within any precision, and with as many decimals as the scale keeps. */
    private static String numeric(int modifier, int number) {
        boolean fractionOnly =
                modifier >= 0 && (modifier - VARLENA_HEADER) >> SCALE_BITS == ((modifier - VARLENA_HEADER) & 0x7ff);
        return fractionOnly ? "0." + number % 9 + "25" : number % 9 + ".0625";
    }

    /** The first character tells the values apart; what follows needs escaping somewhere, as far as there is room. */
    private static String text(int number, int length) {
        String whole = (char) ('a' + number) + "\\\t\"é,{}'\n\\N\u20ac ";
        return inline(whole.substring(0, Math.min(length, whole.length()))).toString();
    }
}
