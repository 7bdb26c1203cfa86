/**
 * What lies on the shelves, whose it is, and how it came and went.
 *
 * <p>A {@code StockLot} is what there is of one drug, lot, expiry, ownership and place; every change of it is a
 * movement that nobody can take back. Quantities are in the unit of the drug's package
 * ({@link dev.firstfill.drugs.PackageSize.Unit}), with at most three decimals.
 *
 * <p>Other contexts act on the shelves through {@link dev.firstfill.inventory.StockRoom}, inside transactions of their
 * own. To whom a lot went is not known here: a movement keeps the dispense's id, and dispensing knows the rest.
 */
@NullMarked
package dev.firstfill.inventory;

import org.jspecify.annotations.NullMarked;
