/** Packets and conversations made in a test, field by field. */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing.packets;
