package dev.firstfill.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as records keep them: never null, never changing. */
public final class Lists {
    private Lists() {}

    /**
     * Unlike {@link List#copyOf}, lets a null element through: whether there may be one is validation's to say, with a
     * pointer to the place, and not a constructor's with an exception.
     */
    public static <T> List<T> kept(@Nullable List<T> list) {
        return list == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(list));
    }
}
