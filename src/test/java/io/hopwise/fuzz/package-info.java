/**
 * What must hold of any input. {@code src/test/fuzz/fuzz.sh} has a fuzzer look for one of which it
 * does not; {@code HostileInputTest} tries all fixtures, and those damaged.
 */
package io.hopwise.fuzz;
