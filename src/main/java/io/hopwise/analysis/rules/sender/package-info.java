/** Internal: rules that ask whether a packet is from the host it names: resets, data and FINs. */
@org.jspecify.annotations.NullMarked
package io.hopwise.analysis.rules.sender;
