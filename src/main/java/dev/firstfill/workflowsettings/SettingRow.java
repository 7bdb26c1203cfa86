package dev.firstfill.workflowsettings;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A version of the settings as the table keeps one. Never changed. */
@Entity
@Table(name = "workflow_setting")
class SettingRow {
    @Id
    @Column(name = "version")
    private int version;

    @Column(name = "content")
    @JdbcTypeCode(SqlTypes.JSON)
    private NewWorkflowSettings content;

    @Column(name = "by_id")
    private String byId;

    @Column(name = "by_name")
    private String byName;

    @Column(name = "at")
    private Instant at;

    @SuppressWarnings("NullAway")
    protected SettingRow() {}

    SettingRow(int version, NewWorkflowSettings content, Colleague by, Instant at) {
        this.version = version;
        this.content = content;
        this.byId = by.id();
        this.byName = by.name();
        this.at = at;
    }

    int version() {
        return version;
    }

    PublishedSettings published() {
        return new PublishedSettings(version, content, new Colleague(byId, byName), at);
    }

    WorkflowSettings settings() {
        return content.version(version);
    }
}
