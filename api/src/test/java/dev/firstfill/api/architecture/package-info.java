/** What holds everywhere at the front desk. */
@NullMarked
package dev.firstfill.api.architecture;

import org.jspecify.annotations.NullMarked;
