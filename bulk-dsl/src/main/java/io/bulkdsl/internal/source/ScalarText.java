// SPDX-License-Identifier: Apache-2.0
package io.bulkdsl.internal.source;

import static java.util.Map.entry;

import io.bulkdsl.internal.model.DateText;
import io.bulkdsl.internal.model.TemporalText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.OffsetTime;
import java.time.Year;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.EnumType;
import org.jooq.JSON;
import org.jooq.JSONB;
import org.jooq.XML;
import org.jooq.types.UByte;
import org.jooq.types.UInteger;
import org.jooq.types.ULong;
import org.jooq.types.UShort;

/** How the types that jOOQ knows by itself are written. */
final class ScalarText {

    private static final TextForm AS_IN_JAVA = Object::toString;

    private static final Map<Class<?>, TextForm> FORMS = Map.ofEntries(
            entry(String.class, AS_IN_JAVA),
            entry(Boolean.class, AS_IN_JAVA),
            entry(Byte.class, AS_IN_JAVA),
            entry(Short.class, AS_IN_JAVA),
            entry(Integer.class, AS_IN_JAVA),
            entry(Long.class, AS_IN_JAVA),
            entry(BigInteger.class, AS_IN_JAVA),
            entry(BigDecimal.class, AS_IN_JAVA),
            entry(Float.class, AS_IN_JAVA),
            entry(Double.class, AS_IN_JAVA),
            entry(UByte.class, AS_IN_JAVA),
            entry(UShort.class, AS_IN_JAVA),
            entry(UInteger.class, AS_IN_JAVA),
            entry(ULong.class, AS_IN_JAVA),
            entry(UUID.class, AS_IN_JAVA),
            // Not as in Java, which reads numbers as doubles.
            entry(JSON.class, value -> ((JSON) value).data()),
            entry(JSONB.class, value -> ((JSONB) value).data()),
            entry(XML.class, value -> ((XML) value).data()),
            entry(Year.class, AS_IN_JAVA),
            entry(OffsetTime.class, AS_IN_JAVA),
            entry(Time.class, AS_IN_JAVA),
            entry(Date.class, value -> DateText.of(((Date) value).toLocalDate())),
            entry(Timestamp.class, value -> DateText.of(((Timestamp) value).toLocalDateTime())),
            entry(byte[].class, value -> "\\x" + HexFormat.of().formatHex((byte[]) value)));

    static Optional<TextForm> of(Class<?> databaseType) {
        if (EnumType.class.isAssignableFrom(databaseType)) {
            return Optional.of(value -> ((EnumType) value).getLiteral());
        }
        return TemporalText.of(databaseType)
                .<TextForm>map(form -> form::apply)
                .or(() -> Optional.ofNullable(FORMS.get(databaseType)));
    }

    private ScalarText() {}
}
