/** What is measured: local servers, the program as it is shipped, pharmacies and their patients. */
@NullMarked
package dev.firstfill.bench.platform;

import org.jspecify.annotations.NullMarked;
