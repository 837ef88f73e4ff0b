/**
 * Back to text: {@link io.hopwise.render.TcpdumpRenderer} prints a packet as a current tcpdump
 * prints it with {@code -v}, whatever release it was read from, and {@link
 * io.hopwise.render.Anonymizer} replaces the addresses and names in it consistently.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.render;
