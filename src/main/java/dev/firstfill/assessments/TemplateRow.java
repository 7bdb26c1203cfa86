package dev.firstfill.assessments;

import dev.firstfill.kernel.Colleague;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A version of the pharmacy's own as the table keeps one. */
@Entity
@Table(name = "assessment_template")
class TemplateRow {
    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "code", updatable = false)
    private String code;

    @Column(name = "number", updatable = false)
    private int number;

    @Column(name = "state")
    private String state;

    @Column(name = "content", updatable = false)
    @JdbcTypeCode(SqlTypes.JSON)
    private TemplateContent content;

    @Column(name = "published_by", updatable = false)
    private String publishedBy;

    @Column(name = "published_by_name", updatable = false)
    private String publishedByName;

    @Column(name = "published_at", updatable = false)
    private Instant publishedAt;

    @Column(name = "retired_at")
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway")
    protected TemplateRow() {}

    TemplateRow(UUID id, String code, int number, TemplateContent content, Colleague publisher, Instant now) {
        this.id = id;
        this.version = 1;
        this.code = code;
        this.number = number;
        this.state = TemplateState.PUBLISHED.name();
        this.content = content;
        this.publishedBy = publisher.id();
        this.publishedByName = publisher.name();
        this.publishedAt = now;
    }

    void retire(Instant now) {
        state = TemplateState.valueOf(state).afterRetiring().name();
        retiredAt = now;
    }

    Template template() {
        return new Template(
                id,
                version,
                code,
                number,
                TemplateState.valueOf(state),
                content,
                new Colleague(publishedBy, publishedByName),
                publishedAt,
                retiredAt);
    }
}
