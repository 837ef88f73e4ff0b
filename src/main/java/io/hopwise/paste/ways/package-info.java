/**
 * Internal: the ways to paste, one class each: what it looks like, and how it is undone.
 *
 * @since 0.1
 */
@org.jspecify.annotations.NullMarked
package io.hopwise.paste.ways;
