/**
 * The captures that one text holds, and the places where they were taken: TTLs and times of two
 * places are not compared.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@NullMarked
package io.hopwise.analysis.place;

import org.jspecify.annotations.NullMarked;
