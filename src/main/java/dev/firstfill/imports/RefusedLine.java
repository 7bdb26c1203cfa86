package dev.firstfill.imports;

import org.jspecify.annotations.Nullable;

/**
 * A line that was refused when it was sent last. Nothing that stood in it is kept.
 *
 * @param kind null when not even that could be read
 */
public record RefusedLine(long number, @Nullable ImportKind kind, String code, String pointer) {}
