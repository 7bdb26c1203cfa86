package dev.firstfill.assessments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer that can be counted, as the table keeps one: in the column of its type. */
@Entity
@Table(name = "assessment_answer")
@IdClass(AnswerRow.Key.class)
class AnswerRow {
    record Key(UUID assessment, String question) implements Serializable {}

    @Id
    @Column(name = "assessment_id")
    private UUID assessment;

    @Id
    @Column(name = "question")
    private String question;

    @Column(name = "yes")
    private @Nullable Boolean yes;

    @Column(name = "choice")
    private @Nullable String choice;

    @Column(name = "choices")
    private String @Nullable [] choices;

    @Column(name = "number")
    private @Nullable BigDecimal number;

    @Column(name = "day")
    private @Nullable LocalDate day;

    @SuppressWarnings("NullAway")
    protected AnswerRow() {}

    private AnswerRow(UUID assessment, String question) {
        this.assessment = assessment;
        this.question = question;
    }

    /** Empty for words, which are sealed elsewhere. */
    static Optional<AnswerRow> of(UUID assessment, String question, Answer answer) {
        var row = new AnswerRow(assessment, question);
        switch (answer) {
            case Answer.YesOrNo(var yes) -> row.yes = yes;
            case Answer.Choice(var code) -> row.choice = code;
            case Answer.Choices(var codes) -> row.choices = codes.toArray(String[]::new);
            case Answer.Quantity(var number) -> row.number = number;
            case Answer.Day(var day) -> row.day = day;
            case Answer.Words words -> {
                return Optional.empty();
            }
        }
        return Optional.of(row);
    }

    UUID assessment() {
        return assessment;
    }

    String question() {
        return question;
    }

    Answer answer() {
        if (yes != null) {
            return new Answer.YesOrNo(yes);
        }
        if (choice != null) {
            return new Answer.Choice(choice);
        }
        if (choices != null) {
            return new Answer.Choices(List.of(choices));
        }
        if (number != null) {
            return new Answer.Quantity(number);
        }
        return new Answer.Day(java.util.Objects.requireNonNull(day));
    }
}
