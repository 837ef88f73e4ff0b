package io.hopwise.cli;

import picocli.CommandLine.Command;

/** The help of {@code hopwise} itself. */
@Command(
    name = "hopwise",
    description = {
      "Reads what tcpdump -v prints and says who really sent each packet: how many routers lie"
          + " between here and each sender, and which packets disagree with their source's others.",
      ""
    },
    customSynopsis = {
      "hopwise [analyze] [OPTIONS] [FILE]     report what does not fit",
      "       hopwise hops [OPTIONS] [FILE]          table of sources and their distances",
      "       hopwise parse [OPTIONS] [FILE]         packets as JSON lines or CSV",
      "       hopwise rules                          what analyze looks for"
    },
    footer = {
      "",
      "Live:       tcpdump -l -n -v -i eth0 | hopwise",
      "From text:  hopwise capture.txt",
      "From pcap:  hopwise capture.pcap",
      "",
      "hopwise COMMAND --help tells more; hopwise --version the version.",
      "",
      "Exit codes: 0 read, 1 findings at or above --fail-on, 2 wrong usage, 3 unreadable input",
      "(or with --strict some text in it), 70 a bug, 130 interrupted."
    })
final class HopwiseHelp {}
