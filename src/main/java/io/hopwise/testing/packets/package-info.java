/**
 * Makes packets and conversations for tests, field by field.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing.packets;
