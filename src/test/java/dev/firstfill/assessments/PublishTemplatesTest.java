package dev.firstfill.assessments;

import static dev.firstfill.assessments.Clinic.PRIYA;
import static dev.firstfill.assessments.Clinic.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.firstfill.kernel.Event;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishTemplatesTest {
    private Clinic clinic;

    @BeforeEach
    void open() {
        clinic = new Clinic();
    }

    @AfterEach
    void close() {
        clinic.close();
    }

    @Test
    void every_pharmacy_has_the_shipped_ones() {
        assertThat(await(clinic.templates.list()))
                .extracting(template -> template.code() + "." + template.number())
                .containsExactly("adherence.1", "hcv.1", "ms.1", "oncology.1", "ra.1", "transplant.1");
    }

    @Test
    void a_version_of_ones_own_supersedes_a_shipped_one_until_it_is_retired() {
        var own = await(clinic.templates.supersede(TemplateReference.of("ra"), content("Our RA"), PRIYA));

        assertThat(own.number()).isEqualTo(1001);
        assertThat(clinic.pharmacy.told().events)
                .containsExactly(new Event("assessment-template.published", "assessment-template", own.id(), 1));
        assertThat(read("ra")).isEqualTo(own);
        assertThat(read("ra.1").isShipped()).isTrue();
        assertThat(read(own.id().toString())).isEqualTo(own);
        assertThat(await(clinic.templates.list())).hasSize(6).contains(own);

        var retired = await(clinic.templates.retire(TemplateReference.of("ra")));

        assertThat(retired.state()).isEqualTo(TemplateState.RETIRED);
        assertThat(read("ra").number()).isEqualTo(1);
        assertThat(read("ra.1001")).isEqualTo(retired);
        assertThat(await(clinic.templates.versions(TemplateReference.of("ra"))))
                .extracting(Template::number)
                .containsExactly(1, 1001);
    }

    @Test
    void what_is_shipped_or_retired_is_not_retired() {
        var own = await(clinic.templates.publish("visit", content("Visit"), PRIYA));
        var byId = new TemplateReference.ById(own.id());
        await(clinic.templates.retire(byId));

        assertThatThrownBy(() -> await(clinic.templates.retire(byId)))
                .isInstanceOf(AssessmentRefusals.TemplateRetired.class);
        assertThatThrownBy(() -> await(clinic.templates.retire(TemplateReference.of("ra"))))
                .isInstanceOf(AssessmentRefusals.TemplateShipped.class);

        assertThat(read("ra").state()).isEqualTo(TemplateState.PUBLISHED);
    }

    @Test
    void a_code_that_is_there_is_superseded_and_not_published_again() {
        await(clinic.templates.publish("visit", content("Visit"), PRIYA));

        for (var code : new String[] {"visit", "ra"}) {
            assertThatThrownBy(() -> await(clinic.templates.publish(code, content("Again"), PRIYA)))
                    .isInstanceOf(AssessmentRefusals.TemplateCodeTaken.class);
        }

        assertThat(await(clinic.templates.versions(TemplateReference.of("visit"))))
                .hasSize(1);
    }

    @Test
    void a_faulty_one_is_not_published() {
        var faulty = Clinic.content("""
                {"title": "T", "condition": "general", "daysCurrent": 1, "signatories": ["nurse"],
                 "questions": [{"code": "a", "text": "A?", "type": "choice"}]}
                """);

        assertThatThrownBy(() -> await(clinic.templates.publish("visit", faulty, PRIYA)))
                .isInstanceOf(AssessmentFaults.class);
        assertThatThrownBy(() -> await(clinic.templates.supersede(TemplateReference.of("ra"), faulty, PRIYA)))
                .isInstanceOf(AssessmentFaults.class);

        assertThat(await(clinic.templates.list())).hasSize(6).allMatch(Template::isShipped);
    }

    @Test
    void what_cannot_exist_is_not_there() {
        for (var name : new String[] {UUID.randomUUID().toString(), "visit", "ra.2", "RA", "ra.0", "ra.1.1", ""}) {
            assertThatThrownBy(() -> read(name)).as(name).isInstanceOf(AssessmentRefusals.TemplateNotFound.class);
        }
    }

    private Template read(String name) {
        return await(clinic.templates.read(TemplateReference.of(name)));
    }

    private static TemplateContent content(String title) {
        return Clinic.content("""
                {"title": "%s", "condition": "ra", "daysCurrent": 10, "signatories": ["nurse"],
                 "questions": [{"code": "well", "text": "Are you well?", "type": "boolean"}]}
                """.formatted(title));
    }
}
