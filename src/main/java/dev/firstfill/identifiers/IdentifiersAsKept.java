package dev.firstfill.identifiers;

import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.StdConverter;

/**
 * For the mapper that reads stored documents. A phone number that was checked when it was entered is taken as it was
 * kept: numbering plans change with each release of the library, and a change must not make a record unreadable. All
 * other identifiers obey rules that do not change under them.
 */
public final class IdentifiersAsKept extends SimpleModule {

    private static final long serialVersionUID = 1L;

    public IdentifiersAsKept() {
        super("identifiers-as-kept");
        addDeserializer(PhoneNumber.class, new StdDelegatingDeserializer<>(new PhoneNumberAsKept()));
    }

    private static final class PhoneNumberAsKept extends StdConverter<String, PhoneNumber> {
        @Override
        public PhoneNumber convert(String value) {
            return new PhoneNumber(value);
        }
    }
}
