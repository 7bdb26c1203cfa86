/**
 * The people a pharmacy cares for: who they are, how they are reached, what they suffer from, who pays, who helps.
 *
 * <p>Everything that identifies or describes a person is sealed before it is stored and opened only here. Patients are
 * never deleted; they are shredded by destroying their key.
 */
@NullMarked
package dev.firstfill.patients;

import org.jspecify.annotations.NullMarked;
