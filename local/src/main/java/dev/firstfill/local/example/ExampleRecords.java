package dev.firstfill.local.example;

import dev.firstfill.local.JsonApi;

/** A few patients, prescribers and drugs, so that the first look at a pharmacy is not an empty page. */
final class ExampleRecords {

    private ExampleRecords() {}

    /** @param api called as the pharmacy's manager, who may write them all */
    static void ensure(ExamplePharmacy pharmacy, JsonApi api) {}
}
