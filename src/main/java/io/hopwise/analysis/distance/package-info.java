/**
 * What a TTL says: how many routers it may have passed, and which packets carried it.
 *
 * <p>Stable API.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.distance;
