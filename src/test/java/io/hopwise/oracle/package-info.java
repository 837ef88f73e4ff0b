/**
 * Proofs of the parser by programs that know nothing of it. {@link
 * io.hopwise.oracle.TsharkAgreement} holds what is read from tcpdump's text against what tshark
 * reads from the same packets; {@link io.hopwise.oracle.CorpusCheck} holds what is read from one
 * printing against what is read from another, and both against tcpdump's own count.
 */
@NullMarked
package io.hopwise.oracle;

import org.jspecify.annotations.NullMarked;
