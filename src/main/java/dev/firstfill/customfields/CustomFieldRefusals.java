package dev.firstfill.customfields;

import dev.firstfill.kernel.Refusal;

/** Every way this context says no, besides {@link CustomFieldsRefused}. */
public final class CustomFieldRefusals {
    private CustomFieldRefusals() {}

    /** There is no such field in this pharmacy. */
    static final class CustomFieldNotFound extends Refusal {
        private static final long serialVersionUID = 1L;

        CustomFieldNotFound() {
            super(Kind.NOT_FOUND, "custom-field-not-found", "There is no such custom field.");
        }
    }

    /** Another field, perhaps an archived one, has the key. */
    static final class KeyTaken extends Refusal {
        private static final long serialVersionUID = 1L;

        KeyTaken() {
            super(Kind.CONFLICT, "custom-field-key-taken", "Another custom field has this key already.");
        }
    }

    /** Values are kept under the key and in the form of the type. */
    static final class KeyOrTypeChanged extends Refusal {
        private static final long serialVersionUID = 1L;

        KeyOrTypeChanged() {
            super(
                    Kind.UNPROCESSABLE,
                    "custom-field-key-or-type-changed",
                    "Key and type of a custom field stay as they are: archive it and define another.");
        }
    }
}
