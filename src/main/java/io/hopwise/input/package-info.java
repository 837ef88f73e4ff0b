/** Internal: streams that read an input, however it is stored. */
@org.jspecify.annotations.NullMarked
package io.hopwise.input;
