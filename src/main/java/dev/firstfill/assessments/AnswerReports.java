package dev.firstfill.assessments;

import dev.firstfill.kernel.PageRequest;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The queries that count answers. An empty text among the parameters means that there is no such condition. */
final class AnswerReports {
    /** Numbers and dates can have many values; who needs more asks for ranges. */
    static final int VALUES_MAX = 200;

    private static final String COUNTED = """
            with answered as (
              select a.id, v.yes, v.choice, v.choices, v.number, v.day,
                     row_number() over (partition by a.patient_id order by a.assessed_on desc, a.id desc) as place
              from pharmacy.assessment a
              join pharmacy.assessment_answer v on v.assessment_id = a.id and v.question = :question
              where a.state = 'SIGNED'
                and a.assessed_on between cast(:first as date) and cast(:last as date)
                and (:template = '' or a.template_code = :template)
                and (:condition = '' or a.condition = :condition)
            ), counted as (
              select * from answered x
              where (:latest = '' or x.place = 1)
                and (:yes = '' or x.yes = (:yes = 'true'))
                and (:codes = '' or array[x.choice] || x.choices && string_to_array(:codes, ','))
                and (:least = '' or x.number >= cast(nullif(:least, '') as numeric))
                and (:most = '' or x.number <= cast(nullif(:most, '') as numeric))
            )
            """;

    private final Mutiny.QueryProducer session;

    AnswerReports(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** In the order in which they were begun, which is stable while others are signed. */
    Uni<List<UUID>> page(AnswerReportQuery query, PageRequest page) {
        var order = page.newestFirst() ? "c.id < :from order by c.id desc" : "c.id > :from order by c.id";
        var sql = COUNTED + "select c.id from counted c where " + order;
        return asked(session.createNativeQuery(sql, UUID.class), query)
                .setParameter("from", page.from())
                .setMaxResults(page.fetched())
                .getResultList();
    }

    Uni<List<AssessmentRow>> rows(List<UUID> ids) {
        return session.createSelectionQuery("from AssessmentRow a where a.id in :ids", AssessmentRow.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** How many assessments gave each value; of several options that were chosen, each counts. */
    Uni<List<ValueCount>> distribution(AnswerReportQuery query) {
        var sql = COUNTED + """
                select x.value, count(*) as times
                from counted c
                cross join lateral (
                  select coalesce(cast(c.yes as text), c.choice, cast(c.number as text), cast(c.day as text)) as value
                  where c.choices is null
                  union all
                  select unnest(c.choices)
                ) x
                group by x.value
                order by times desc, x.value
                """;
        return asked(session.createNativeQuery(sql, Object[].class), query)
                .setMaxResults(VALUES_MAX)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new ValueCount((String) row[0], ((Number) row[1]).longValue()))
                        .toList());
    }

    Uni<Long> count(AnswerReportQuery query) {
        return asked(session.createNativeQuery(COUNTED + "select count(*) from counted c", Long.class), query)
                .getSingleResult();
    }

    private static <T> Mutiny.SelectionQuery<T> asked(Mutiny.SelectionQuery<T> sql, AnswerReportQuery query) {
        return sql.setParameter("question", query.question())
                .setParameter("first", query.from())
                .setParameter("last", query.to())
                .setParameter("template", orNothing(query.template()))
                .setParameter("condition", orNothing(query.condition()))
                .setParameter("latest", query.isLatestOnly() ? "yes" : "")
                .setParameter("yes", orNothing(query.is()))
                .setParameter("codes", String.join(",", query.anyOf()))
                .setParameter("least", plain(query.atLeast()))
                .setParameter("most", plain(query.atMost()));
    }

    private static String orNothing(@Nullable Object given) {
        return given == null ? "" : given.toString();
    }

    private static String plain(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }
}
