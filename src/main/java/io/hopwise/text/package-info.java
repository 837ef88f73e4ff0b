/**
 * Where text stands: the lines of a record, and errors that point into them.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.text;
