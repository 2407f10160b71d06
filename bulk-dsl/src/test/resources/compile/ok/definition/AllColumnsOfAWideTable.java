import static io.bulkdsl.BulkDSL.*;
import static io.bulkdsl.testdb.public_.Tables.*;

import io.bulkdsl.BulkUpdate;
import io.bulkdsl.testdb.public_.tables.records.WideRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.JSONB;
import org.jooq.postgres.extensions.types.Hstore;
import org.jooq.postgres.extensions.types.Inet;
import org.jooq.postgres.extensions.types.IntegerRange;
import org.jooq.postgres.extensions.types.LocalDateRange;
import org.jooq.types.YearToSecond;

class AllColumnsOfAWideTable {
    record Wide(
            int id, String code, short si, long bi, double fl, BigDecimal de, String tx, boolean bo, LocalDate da,
            OffsetDateTime dt, LocalTime ti, YearToSecond du, UUID uu, byte[] bin, Inet ip, Integer[] ia, String[] ta,
            Integer[][] ia2, Hstore hs, JSONB js, IntegerRange ir, LocalDateRange dr, Integer fkId, int dflt,
            Integer dfltNull, String nn) {}

    static final BulkUpdate<WideRecord, Wide> ALL = bulkUpdate(WIDE, Wide.class)
            .key(WIDE.ID).from(Wide::id)
            .set(WIDE.CODE).from(Wide::code)
            .set(WIDE.SI).from(Wide::si)
            .set(WIDE.BI).from(Wide::bi)
            .set(WIDE.FL).from(Wide::fl)
            .set(WIDE.DE).from(Wide::de)
            .set(WIDE.TX).from(Wide::tx)
            .set(WIDE.BO).from(Wide::bo)
            .set(WIDE.DA).from(Wide::da)
            .set(WIDE.DT).from(Wide::dt)
            .set(WIDE.TI).from(Wide::ti)
            .set(WIDE.DU).from(Wide::du)
            .set(WIDE.UU).from(Wide::uu)
            .set(WIDE.BIN).from(Wide::bin)
            .set(WIDE.IP).from(Wide::ip)
            .set(WIDE.IA).from(Wide::ia)
            .set(WIDE.TA).from(Wide::ta)
            .set(WIDE.IA2).from(Wide::ia2)
            .set(WIDE.HS).from(Wide::hs)
            .set(WIDE.JS).from(Wide::js)
            .set(WIDE.IR).from(Wide::ir)
            .set(WIDE.DR).from(Wide::dr)
            .set(WIDE.FK_ID).from(Wide::fkId)
            .set(WIDE.DFLT).from(Wide::dflt)
            .set(WIDE.DFLT_NULL).from(Wide::dfltNull)
            .set(WIDE.NN).from(Wide::nn);
}
