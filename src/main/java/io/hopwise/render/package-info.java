/**
 * Turns packets back into text: {@link io.hopwise.render.TcpdumpRenderer} prints a packet as a
 * current tcpdump does with {@code -v}, whatever release it was read from, and {@link
 * io.hopwise.render.Anonymizer} replaces addresses and names consistently.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.render;
