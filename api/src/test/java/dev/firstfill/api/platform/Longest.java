package dev.firstfill.api.platform;

import dev.firstfill.kernel.Colleague;
import dev.firstfill.kernel.Json;
import dev.firstfill.kernel.OneLine;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The longest that the limits of the code let anybody write, in bytes of UTF-8. */
final class Longest {
    /** Three bytes for one character of Java's: no character costs more. */
    private static final String THREE_BYTES = "€";

    /** Six bytes in JSON, where control characters are escaped. */
    private static final String SIX_BYTES_IN_JSON = "\u0001";

    /** Tink's prefix, initialisation vector and tag: 5, 12 and 16 bytes. */
    private static final int SEAL = 33;

    private static final int CODE = 40;

    private Longest() {}

    static String text(int characters) {
        return THREE_BYTES.repeat(characters);
    }

    /** A word of a closed list, or what is made of capital letters and digits alone. */
    static String code() {
        return "X".repeat(CODE);
    }

    static String codes(int number) {
        return "X".repeat(number);
    }

    /** The id of a colleague: OpenID Connect allows 255 ASCII characters. */
    static String colleague() {
        return "X".repeat(255);
    }

    static String colleagueName() {
        return new Colleague("longest", "😀".repeat(1_000)).name();
    }

    /** What the annotations of a record's component let somebody write. */
    static String said(Class<?> record, String component) {
        try {
            return said(record.getDeclaredField(component));
        } catch (NoSuchFieldException missing) {
            throw new IllegalArgumentException(missing);
        }
    }

    private static String said(Field component) {
        var size = component.getAnnotation(Size.class);
        if (size == null || size.max() == Integer.MAX_VALUE) {
            throw new IllegalArgumentException("Nothing limits " + component);
        }
        return (isOneLine(component) ? THREE_BYTES : SIX_BYTES_IN_JSON).repeat(size.max());
    }

    private static boolean isOneLine(AnnotatedElement component) {
        return component.isAnnotationPresent(OneLine.class);
    }

    static byte[] sealed(String text) {
        return sealed(text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sealed(Map<String, Object> document) {
        return sealed(Json.bytes(document));
    }

    static byte[] sealed(byte[] plain) {
        return Arrays.copyOf(plain, plain.length + SEAL);
    }

    static String json(Object document) {
        return new String(Json.bytes(document), StandardCharsets.UTF_8);
    }

    /** A document with everything in it that the record can hold. */
    static Map<String, Object> document(Class<?> record) {
        var document = new LinkedHashMap<String, Object>();
        for (var component : record.getRecordComponents()) {
            try {
                var field = record.getDeclaredField(component.getName());
                document.put(component.getName(), value(field.getGenericType(), field));
            } catch (NoSuchFieldException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return document;
    }

    private static Object value(Type type, Field field) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            int most = field.getAnnotation(Size.class).max();
            return Collections.nCopies(most, value(list.getActualTypeArguments()[0], field));
        }
        var plain = (Class<?>) type;
        if (plain == String.class) {
            return said(field);
        }
        if (plain == BigDecimal.class) {
            return new BigDecimal("999999.999");
        }
        if (plain == Integer.class) {
            return Integer.MAX_VALUE;
        }
        if (plain == Boolean.class) {
            return false;
        }
        if (plain == LocalDate.class) {
            return "9999-12-31";
        }
        boolean isNested = plain.isRecord()
                && plain.getPackage() != Json.class.getPackage()
                && !plain.getPackageName().endsWith(".identifiers");
        return isNested ? document(plain) : code();
    }
}
