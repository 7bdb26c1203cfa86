/**
 * Whom a recall concerns: from lots to the patients who have them and the prescribers who treat them, and the proof that
 * everybody was told. The recall itself, and what lies on the shelf, is the inventory's.
 */
@NullMarked
package dev.firstfill.recalls;

import org.jspecify.annotations.NullMarked;
