package dev.firstfill.assessments;

import dev.firstfill.assessments.AssessmentRefusals.TemplateNotFound;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on templates: those that came with the program, and over them the pharmacy's own. */
final class TemplateStore {
    /** So many that nobody looks through them. */
    static final int CODES_MAX = 200;

    /** A new one every month for eight years. */
    static final int VERSIONS_MAX = 100;

    private static final String OF_CODE = "from TemplateRow t where t.code = :code order by t.number";

    private final Mutiny.QueryProducer session;

    TemplateStore(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<Template> find(TemplateReference reference) {
        return switch (reference) {
            case TemplateReference.ById(var id) -> byId(id);
            case TemplateReference.Present(var code) -> present(code);
            case TemplateReference.Numbered(var code, var number) -> numbered(code, number);
        };
    }

    private Uni<Template> byId(UUID id) {
        var shipped = shipped().filter(template -> template.id().equals(id)).findFirst();
        return shipped.isPresent() ? Uni.createFrom().item(shipped.get()) : row(id).map(TemplateRow::template);
    }

    /** Of the pharmacy's own. */
    Uni<TemplateRow> row(UUID id) {
        return session.createSelectionQuery("from TemplateRow t where t.id = :id", TemplateRow.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(TemplateNotFound::new);
    }

    private Uni<Template> present(String code) {
        return versions(code).map(versions -> versions.stream()
                .filter(template -> template.state() == TemplateState.PUBLISHED)
                .reduce((earlier, later) -> later)
                .orElseThrow(TemplateNotFound::new));
    }

    Uni<Template> numbered(String code, int number) {
        return versions(code).map(versions -> versions.stream()
                .filter(template -> template.number() == number)
                .findFirst()
                .orElseThrow(TemplateNotFound::new));
    }

    /** In the order of their numbers; none when there is no such code. */
    Uni<List<Template>> versions(String code) {
        return session.createSelectionQuery(OF_CODE, TemplateRow.class)
                .setParameter("code", code)
                .getResultList()
                .map(rows -> Stream.concat(
                                shipped().filter(template -> template.code().equals(code)),
                                rows.stream().map(TemplateRow::template))
                        .sorted(Comparator.comparing(Template::number))
                        .toList());
    }

    /** The present version of each code, in the order of the codes. */
    Uni<List<Template>> present() {
        return session.createSelectionQuery("""
                        from TemplateRow t
                        where t.state = 'PUBLISHED' and t.number =
                          (select max(u.number) from TemplateRow u where u.code = t.code and u.state = 'PUBLISHED')
                        """, TemplateRow.class)
                .getResultList()
                .map(rows -> {
                    var present = new TreeMap<String, Template>();
                    Stream.concat(shipped(), rows.stream().map(TemplateRow::template))
                            .sorted(Comparator.comparing(Template::number))
                            .forEach(template -> present.put(template.code(), template));
                    return new ArrayList<>(present.values());
                });
    }

    /** Of the pharmacy's own, retired ones included. */
    Uni<Long> codeCount() {
        return session.createSelectionQuery("select count(distinct t.code) from TemplateRow t", Long.class)
                .getSingleResult();
    }

    private static Stream<Template> shipped() {
        return ShippedTemplates.ALL.stream();
    }
}
