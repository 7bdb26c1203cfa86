package dev.firstfill.workflowsettings;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Json;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The queries on versions of the settings. */
final class SettingVersions {
    private final Mutiny.QueryProducer session;

    SettingVersions(Mutiny.QueryProducer session) {
        this.session = session;
    }

    Uni<SettingRow> find(int version) {
        return session.createSelectionQuery("from SettingRow s where s.version = :version", SettingRow.class)
                .setParameter("version", version)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(SettingsRefusals.SettingsNotFound::new);
    }

    Uni<Optional<SettingRow>> latest() {
        return session.createSelectionQuery("from SettingRow s order by s.version desc", SettingRow.class)
                .setMaxResults(1)
                .getSingleResultOrNull()
                .map(Optional::ofNullable);
    }

    /** Two that come first at once write the same, and the second finds what the first wrote. */
    Uni<SettingRow> first(NewWorkflowSettings content, Colleague by, Instant at) {
        return session.createNativeQuery("""
                        insert into pharmacy.workflow_setting (version, content, by_id, by_name, at)
                        values (1, cast(cast(:content as text) as jsonb), :by, :name, :at)
                        on conflict do nothing
                        """)
                .setParameter("content", new String(Json.bytes(content), StandardCharsets.UTF_8))
                .setParameter("by", by.id())
                .setParameter("name", by.name())
                .setParameter("at", at)
                .executeUpdate()
                .chain(() -> find(1));
    }
}
