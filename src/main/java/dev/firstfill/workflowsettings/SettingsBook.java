package dev.firstfill.workflowsettings;

import dev.firstfill.kernel.Colleague;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import org.hibernate.reactive.mutiny.Mutiny;

/** How the pharmacy works, as other contexts ask for it inside acts of their own. */
public final class SettingsBook {
    private final Mutiny.QueryProducer session;

    public SettingsBook(Mutiny.QueryProducer session) {
        this.session = session;
    }

    /** For what begins now. A pharmacy that never said how it works gets the shipped settings, as its first version. */
    public static Uni<WorkflowSettings> current(Mutiny.Session session, Clock clock) {
        return new SettingVersions(session)
                .latest()
                .chain(found -> found.isPresent()
                        ? Uni.createFrom().item(found.get())
                        : new SettingVersions(session)
                                .first(ShippedSettings.in(clock.getZone()), Colleague.PLATFORM, clock.instant()))
                .map(SettingRow::settings);
    }

    /** The version that something began under. */
    public Uni<WorkflowSettings> version(int version) {
        return new SettingVersions(session).find(version).map(SettingRow::settings);
    }
}
