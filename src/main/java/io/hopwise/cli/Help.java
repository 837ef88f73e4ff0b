package io.hopwise.cli;

/** Words that several helps share. */
final class Help {
  static final String FILE =
      "Text that tcpdump printed (with -v, for TTLs), a pcap or pcapng file (the installed tcpdump"
          + " is run on it), either compressed with gzip, or - for standard input, which is the"
          + " standard.";

  private Help() {}
}
