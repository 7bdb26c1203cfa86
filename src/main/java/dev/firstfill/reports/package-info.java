/**
 * The reports of the day's work: what is due, what runs out, what lies there, what happened, what is called back.
 *
 * <p>Each is put together from what the contexts that own the tables give away for reading. They are about now and read
 * the live tables; figures over months belong into the warehouse.
 */
@NullMarked
package dev.firstfill.reports;

import org.jspecify.annotations.NullMarked;
