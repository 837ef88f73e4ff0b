/** Internal: streams that input comes through, whatever it is stored as. */
@org.jspecify.annotations.NullMarked
package io.hopwise.input;
