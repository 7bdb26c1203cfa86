/**
 * How long things take and may take: business hours that know holidays and the nights on which clocks are changed, and
 * service-level clocks that stop while somebody else is waited for. Plain arithmetic: keeps nothing and asks nobody.
 */
@NullMarked
package dev.firstfill.clocks;

import org.jspecify.annotations.NullMarked;
