package io.hopwise.analysis;

/**
 * Why a reset cannot be judged. Anybody who sends packets in the host's name can bring each of
 * these about, so a capture with one is not called clean.
 *
 * @since 0.1
 */
public enum InconclusiveReason {
  /** Packets from two distances stand in its flow by turns, or a single one from the second. */
  TWO_SENDERS(
      "two senders: packets from two distances stand in its flow, and it fits one of them",
      "capture at the host that it is said to be from"),
  /** The reset itself was seen with several TTLs. */
  SEVERAL_TTLS(
      "the resets themselves carry several TTLs", "capture on one side of the router between them"),
  /** Its address' packets were seen on both sides of a router. */
  SEEN_TWICE(
      "the capture shows the same packets on both sides of a router, so TTLs say nothing",
      "capture on one side, on one interface"),
  /** Its address sends with TTLs that were made up: as traceroute does, or very many. */
  MADE_UP(
      "TTLs that were made up came from its address",
      "capture without the traceroute or scan, or at the host that it is said to be from"),
  /** A program may have set the TTLs to compare with: they fit no usual start, or one another. */
  SET_BY_PROGRAM(
      "a program may have set the TTLs that there are to compare with, so they tell no distance",
      "ping that host while capturing, so that there is something to compare with"),
  /** Some of what came from its address may have been forgotten to make room. */
  FORGOTTEN(
      "some of what came from their addresses before may have been forgotten to make room",
      "give it more memory (--memory), or a part of the capture"),
  /** There is nothing that it can be compared with. Alone it counts where it is true of most. */
  NO_BASELINE(
      "there is nothing to compare them with",
      "ping that host while capturing, so that there is something to compare with");

  private final String why;
  private final String nextStep;

  InconclusiveReason(String why, String nextStep) {
    this.why = why;
    this.nextStep = nextStep;
  }

  /** Why, as a clause: {@code the resets themselves carry several TTLs}. */
  public String why() {
    return why;
  }

  /** What would help, as a command. */
  public String nextStep() {
    return nextStep;
  }
}
