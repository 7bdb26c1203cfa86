package dev.firstfill.assessments;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Event;
import dev.firstfill.kernel.Ids;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.UniqueRule;
import dev.firstfill.kernel.Writing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a pharmacy looks up its questionnaires and publishes those of its own. */
@ApplicationScoped
public class TemplateDesk {
    private static final Act PUBLISH = Act.of("publish", "assessment-template");
    private static final Act RETIRE = Act.of("retire", "assessment-template");
    private static final Act READ = Act.unrecorded("read", "assessment-template");
    private static final Act LIST = Act.unrecorded("list", "assessment-template");

    private static final UniqueRule NUMBER_UNIQUE =
            new UniqueRule("assessment_template_pk", AssessmentRefusals.TemplateVersionTaken::new);

    private final Transactions transactions;
    private final Clock clock;

    public TemplateDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The present version of each code. */
    public Uni<List<Template>> list() {
        return transactions.read(LIST, desk -> new TemplateStore(desk.session()).present());
    }

    public Uni<Template> read(TemplateReference template) {
        return transactions.read(READ, desk -> new TemplateStore(desk.session()).find(template));
    }

    /** All versions under the code of this one, retired ones included, oldest first. */
    public Uni<List<Template>> versions(TemplateReference template) {
        return transactions.read(LIST, desk -> {
            var store = new TemplateStore(desk.session());
            return store.find(template).chain(found -> store.versions(found.code()));
        });
    }

    /** Publishes the first version under a code. */
    public Uni<Template> publish(String code, TemplateContent content, Colleague publisher) {
        return transactions.write(PUBLISH, desk -> {
            TemplateCheck.check("/content", content);
            var store = new TemplateStore(desk.session());
            return store.versions(code)
                    .invoke(versions -> {
                        if (!versions.isEmpty()) {
                            throw new AssessmentRefusals.TemplateCodeTaken();
                        }
                    })
                    .chain(store::codeCount)
                    .invoke(TemplateDesk::mustBeFew)
                    .chain(() -> added(desk, code, Template.SHIPPED_MAX + 1, content, publisher));
        });
    }

    /** Publishes the next version: it is the present one from now on, and running drafts keep theirs. */
    public Uni<Template> supersede(TemplateReference template, TemplateContent content, Colleague publisher) {
        return transactions.write(PUBLISH, desk -> {
            desk.journal().about(name(template));
            var store = new TemplateStore(desk.session());
            return store.find(template)
                    .invoke(found -> TemplateCheck.check("", content))
                    .chain(found -> store.versions(found.code()))
                    .chain(versions -> {
                        var last = versions.get(versions.size() - 1);
                        var own = versions.stream()
                                .filter(version -> !version.isShipped())
                                .count();
                        if (own >= TemplateStore.VERSIONS_MAX) {
                            throw new AssessmentRefusals.TooManyTemplates();
                        }
                        var number = Math.max(last.number(), Template.SHIPPED_MAX) + 1;
                        return own > 0
                                ? added(desk, last.code(), number, content, publisher)
                                : store.codeCount()
                                        .invoke(TemplateDesk::mustBeFew)
                                        .chain(() -> added(desk, last.code(), number, content, publisher));
                    });
        });
    }

    private static void mustBeFew(long codes) {
        if (codes >= TemplateStore.CODES_MAX) {
            throw new AssessmentRefusals.TooManyTemplates();
        }
    }

    private Uni<Template> added(Writing desk, String code, int number, TemplateContent content, Colleague publisher) {
        var row = new TemplateRow(Ids.next(), code, number, content, publisher, Now.by(clock));
        return desk.session()
                .persist(row)
                .chain(() -> NUMBER_UNIQUE.on(desk.session().flush()))
                .map(flushed -> row.template())
                .invoke(template -> tell(desk, "assessment-template.published", null, template));
    }

    /** Takes a version of the pharmacy's own out of use: the one before it is the present one again. */
    public Uni<Template> retire(TemplateReference template) {
        return transactions.write(RETIRE, desk -> {
            desk.journal().about(name(template));
            var store = new TemplateStore(desk.session());
            return store.find(template)
                    .invoke(found -> {
                        if (found.isShipped()) {
                            throw new AssessmentRefusals.TemplateShipped();
                        }
                    })
                    .chain(before -> store.row(before.id())
                            .invoke(row -> row.retire(Now.by(clock)))
                            .call(desk.session()::flush)
                            .map(TemplateRow::template)
                            .invoke(after -> tell(desk, "assessment-template.retired", before, after)));
        });
    }

    private static void tell(Writing desk, String event, @Nullable Template before, Template after) {
        desk.journal().changed(after.id(), null, before, after);
        desk.journal().announce(new Event(event, "assessment-template", after.id(), after.version()));
    }

    private static String name(TemplateReference template) {
        return switch (template) {
            case TemplateReference.ById(var id) -> id.toString();
            case TemplateReference.Present(var code) -> code;
            case TemplateReference.Numbered(var code, var number) -> code + "." + number;
        };
    }
}
