/** JUnit 5 parameters and sources that are captures. */
@org.jspecify.annotations.NullMarked
package io.hopwise.testing.junit;
