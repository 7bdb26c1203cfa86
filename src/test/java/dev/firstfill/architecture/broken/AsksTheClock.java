package dev.firstfill.architecture.broken;

import java.time.LocalDate;

/** Knows what day it is without being told. */
final class AsksTheClock {
    boolean isLate(LocalDate due) {
        return LocalDate.now().isAfter(due);
    }
}
