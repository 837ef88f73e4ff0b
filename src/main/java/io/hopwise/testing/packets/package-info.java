/**
 * Packets and conversations made in a test, field by field.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing.packets;
