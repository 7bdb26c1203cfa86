package dev.firstfill.inventory;

import java.util.List;

/** What an excursion's row keeps as one document. */
record ExcursionLog(List<TemperatureReading> readings, List<AffectedLot> lots) {
    ExcursionLog {
        readings = List.copyOf(readings);
        lots = List.copyOf(lots);
    }
}
