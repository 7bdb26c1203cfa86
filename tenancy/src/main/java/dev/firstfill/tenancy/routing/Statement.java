package dev.firstfill.tenancy.routing;

import io.vertx.sqlclient.Tuple;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement of the platform's own, written against the schema {@code pharmacy} like all others.
 *
 * @param values of its parameters, null where there is none
 */
public record Statement(String sql, List<@Nullable Object> values) {

    public Statement {
        values = Collections.unmodifiableList(values);
    }

    public static Statement of(String sql, @Nullable Object... values) {
        return new Statement(sql, Arrays.asList(values));
    }

    Tuple tuple() {
        return Tuple.tuple(values);
    }
}
