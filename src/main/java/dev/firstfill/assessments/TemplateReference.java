package dev.firstfill.assessments;

import dev.firstfill.kernel.Ids;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a template may be called by: a version's id, a code for its present version, or both, as in {@code ra.1}. */
public sealed interface TemplateReference {
    Pattern CODE = Pattern.compile(TemplateContent.CODE);
    Pattern NUMBERED = Pattern.compile("(" + TemplateContent.CODE + ")\\.([1-9][0-9]{0,4})");
    int ID_LENGTH = 36;

    record ById(UUID id) implements TemplateReference {}

    /** The present version, the one that new assessments are begun with. */
    record Present(String code) implements TemplateReference {}

    record Numbered(String code, int number) implements TemplateReference {}

    /** Whether this version may be meant; a code alone names each of its versions. */
    default boolean names(Template template) {
        return switch (this) {
            case ById(var id) -> id.equals(template.id());
            case Present(var code) -> code.equals(template.code());
            case Numbered(var code, var number) -> code.equals(template.code()) && number == template.number();
        };
    }

    /** @throws AssessmentRefusals.TemplateNotFound when it is none of them: what cannot exist is not there */
    static TemplateReference of(String text) {
        var id = text.length() == ID_LENGTH ? Ids.read(text) : java.util.Optional.<UUID>empty();
        if (id.isPresent()) {
            return new ById(id.get());
        }
        var numbered = NUMBERED.matcher(text);
        if (numbered.matches()) {
            return new Numbered(numbered.group(1), Integer.parseInt(numbered.group(2)));
        }
        if (CODE.matcher(text).matches()) {
            return new Present(text);
        }
        throw new AssessmentRefusals.TemplateNotFound();
    }
}
