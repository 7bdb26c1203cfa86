/**
 * Attacks every operation of the contract. {@link dev.firstfill.api.attack.AttackList} names them all; the attacks
 * themselves are made from the contract, so that a new operation is attacked as soon as it is listed.
 */
@NullMarked
package dev.firstfill.api.attack;

import org.jspecify.annotations.NullMarked;
