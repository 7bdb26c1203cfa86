package dev.firstfill.workflowsettings;

import dev.firstfill.kernel.Act;
import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Now;
import dev.firstfill.kernel.StaleVersion;
import dev.firstfill.kernel.Transactions;
import dev.firstfill.kernel.UniqueRule;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a pharmacy says how it works. */
@ApplicationScoped
public class SettingsDesk {
    private static final Act READ = Act.unrecorded("read", "workflow-settings");
    private static final Act PUBLISH = Act.of("publish", "workflow-settings");

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final UniqueRule ONCE = new UniqueRule("workflow_setting_pk", StaleVersion::new);

    private final Transactions transactions;
    private final Clock clock;

    public SettingsDesk(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As things that begin now are done. The shipped ones, as version 0, until the first thing begins. */
    public Uni<PublishedSettings> current() {
        return transactions.read(
                READ, desk -> new SettingVersions(desk.session()).latest().map(found -> found.map(SettingRow::published)
                        .orElseGet(this::shipped)));
    }

    private PublishedSettings shipped() {
        return new PublishedSettings(0, ShippedSettings.in(clock.getZone()), Colleague.PLATFORM, Now.by(clock));
    }

    /** @throws SettingsRefusals.SettingsNotFound when it is no number: what cannot exist is not there */
    public Uni<PublishedSettings> version(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw new SettingsRefusals.SettingsNotFound();
        }
        var version = Integer.parseInt(number);
        return transactions.read(
                READ, desk -> new SettingVersions(desk.session()).find(version).map(SettingRow::published));
    }

    /**
     * @param seen the version that this one takes the place of, refused as stale when another is in force; null for
     *     whichever is
     */
    public Uni<PublishedSettings> publish(@Nullable Integer seen, NewWorkflowSettings content, Colleague by) {
        return transactions.write(
                PUBLISH, desk -> new SettingVersions(desk.session()).latest().chain(found -> {
                    int present = found.map(SettingRow::version).orElse(0);
                    StaleVersion.unless(seen == null || present == seen);
                    content.version(present + 1);
                    var row = new SettingRow(present + 1, content, by, Now.by(clock));
                    desk.journal().about("version " + row.version());
                    desk.journal()
                            .changed(
                                    new UUID(0, row.version()),
                                    null,
                                    found.map(SettingRow::published).orElse(null),
                                    row.published());
                    return desk.session()
                            .persist(row)
                            .chain(() -> ONCE.on(desk.session().flush()))
                            .replaceWith(row::published);
                }));
    }
}
