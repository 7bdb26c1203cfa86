package dev.firstfill.inventory;

import java.util.List;

/** The lines of a count, as its row keeps them. */
record CountSheet(List<CountLine> lines) {
    CountSheet {
        lines = List.copyOf(lines);
    }
}
