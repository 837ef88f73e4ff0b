package io.hopwise.cli;

/** The help text of {@code hopwise} itself, and texts that its commands share. */
final class Help {
  static final String FILE =
      "Text that tcpdump printed (with -v, for TTLs), or a pcap or pcapng file, which the installed"
          + " tcpdump prints; either may be compressed with gzip. - is standard input, the"
          + " default.";

  static final String FILES =
      FILE
          + " Several files were captured at several places, and are compared;"
          + " parts that tcpdump -C or -G wrote are one capture.";

  static final String HOPWISE =
      """
      Reads what tcpdump -v prints and says who really sent each packet: how many
      routers lie between here and each sender, and which packets disagree with other
      traffic of the same source.

      Usage: hopwise [analyze] [OPTIONS] [FILE]    packets that do not fit
             hopwise connections [OPTIONS] [FILE]  what became of each connection
             hopwise hops [OPTIONS] [FILE]         table of sources and distances
             hopwise parse [OPTIONS] [FILE]        packets as JSON lines or CSV
             hopwise rules [ID]                    what analyze looks for

      Live:  tcpdump -l -n -v -i eth0 | hopwise
      Text:  hopwise capture.txt
      pcap:  hopwise capture.pcap

      See also: hopwise help COMMAND, hopwise --version.

      Exit codes: 0 read, 1 a finding at or above --fail-on, 2 wrong usage, 3 unreadable
      input (or with --strict a part of it), 4 analyze cannot judge who sent the packets
      (remarks may still be listed), 70 a bug, 130 interrupted.
      """;

  private Help() {}
}
