/** The reports of the day's work over HTTP, as JSON for programs and as CSV for spreadsheets. */
@NullMarked
package dev.firstfill.api.reports;

import org.jspecify.annotations.NullMarked;
