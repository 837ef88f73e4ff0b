/**
 * Where text stands: the lines of a record, and errors that point into them; and text that is safe
 * to show.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.text;
