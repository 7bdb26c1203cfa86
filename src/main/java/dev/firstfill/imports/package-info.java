/**
 * History that another system hands over: patients, prescribers, drugs, prescriptions and dispenses, line by line.
 *
 * <p>It promises that a line is taken in once however often it is sent, that a bad line refuses itself alone, and that
 * every line is accounted for. It writes nobody's tables but its own: each context takes in what is its own.
 */
@NullMarked
package dev.firstfill.imports;

import org.jspecify.annotations.NullMarked;
