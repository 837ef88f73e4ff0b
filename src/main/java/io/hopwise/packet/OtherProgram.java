package io.hopwise.packet;

import java.util.Locale;

/**
 * A program other than tcpdump whose output people paste instead. Hopwise does not read it, but
 * names the program and says how to get text it can read.
 *
 * @since 0.1
 */
public enum OtherProgram {
  /** {@code diagnose sniffer packet any '…' 4} of FortiOS, verbosity 1 to 6. */
  FORTIOS_SNIFFER(
      "FortiOS's diagnose sniffer packet",
      "take it with verbosity 6 (diagnose sniffer packet any '…' 6 0 a), make a pcap of it with"
          + " fgt2eth and run tcpdump -n -v -r FILE, or run tcpdump -n -v on a host beside the"
          + " firewall"),
  /** {@code fw monitor} of Check Point. */
  FW_MONITOR(
      "Check Point's fw monitor",
      "write a file with fw monitor -o FILE and run tcpdump -n -v -r FILE, or run tcpdump -n -v -i"
          + " INTERFACE in expert mode"),
  /** {@code snoop} of Solaris and illumos. */
  SNOOP(
      "Solaris's snoop",
      "write a file with snoop -o FILE and run tcpdump -n -v -r FILE, which reads snoop's files"),
  /** {@code tshark}, and packets exported as text from Wireshark. */
  TSHARK(
      "tshark or Wireshark",
      "save the packets as a pcap file (tshark -w FILE, or File, Save As in Wireshark) and run"
          + " tcpdump -n -v -r FILE"),
  /** {@code ptcpdump} without {@code -v}. */
  PTCPDUMP(
      "ptcpdump", "write a file with ptcpdump -w FILE.pcap and run tcpdump -n -v -r FILE.pcap"),
  /** {@code show capture} of Cisco ASA and FTD. */
  CISCO_ASA(
      "show capture of Cisco ASA",
      "copy the capture as a file (copy /pcap capture:NAME tftp:) and run tcpdump -n -v -r FILE"),
  /** {@code show monitor capture} of Cisco IOS and IOS XE. */
  CISCO_CAPTURE(
      "show monitor capture of Cisco IOS",
      "export the buffer (monitor capture NAME export flash:FILE.pcap) and run tcpdump -n -v -r"
          + " FILE.pcap"),
  /** {@code debug ip packet} of Cisco IOS. */
  CISCO_DEBUG(
      "debug ip packet of Cisco IOS",
      "capture with monitor capture, export the buffer as a pcap file and run tcpdump -n -v -r"
          + " FILE"),
  /** {@code security flow traceoptions} and flow logs of Junos. */
  JUNOS_FLOW(
      "the flow trace of Junos",
      "capture with monitor traffic interface NAME no-resolve detail, which is tcpdump, or with"
          + " packet-capture into a pcap file"),
  /** {@code snoop} and {@code debug flow} of ScreenOS. */
  SCREENOS("snoop of ScreenOS", "run tcpdump -n -v on a host beside the firewall"),
  /** {@code pktmon} of Windows. */
  PKTMON(
      "pktmon of Windows",
      "convert the file (pktmon etl2pcap FILE.etl) and run tcpdump -n -v -r FILE.pcapng"),
  /** {@code netsh trace} of Windows. */
  NETSH_TRACE(
      "netsh trace of Windows",
      "convert the file (etl2pcapng FILE.etl FILE.pcapng) and run tcpdump -n -v -r FILE.pcapng"),
  /** {@code ngrep}. */
  NGREP("ngrep", "write a file with ngrep -O FILE and run tcpdump -n -v -r FILE"),
  /** Alerts of Snort and Suricata, and packets that Snort prints. */
  SNORT(
      "Snort or Suricata",
      "have the packets logged as a pcap file (snort -b, Suricata's pcap-log) and run tcpdump -n -v"
          + " -r FILE"),
  /** What the targets {@code LOG} of iptables and nftables write. */
  IPTABLES_LOG(
      "the LOG target of iptables or nftables",
      "the line names the packet that a rule met; run tcpdump -n -v while it happens to see what"
          + " answers"),
  /** {@code conn.log} and other logs of Zeek. */
  ZEEK("Zeek", "keep the packets (zeek -w, or the tap's pcap file) and run tcpdump -n -v -r FILE"),
  /** {@code /tool sniffer} of MikroTik's RouterOS. */
  MIKROTIK_SNIFFER(
      "the sniffer of MikroTik's RouterOS",
      "write a file (/tool sniffer set file-name=FILE.pcap) and run tcpdump -n -v -r FILE.pcap"),
  /** {@code ipreport} of AIX, which prints what {@code iptrace} wrote. */
  IPREPORT(
      "ipreport of AIX",
      "run tcpdump -n -v -r FILE on what iptrace wrote, or tcpdump -n -v in its place"),
  /** {@code filterlog} of pfSense and OPNsense. */
  FILTERLOG(
      "filterlog of pfSense or OPNsense",
      "run tcpdump -n -v -e -i pflog0, which prints the rule with the packet"),
  /** {@code conntrack -E} of Linux. */
  CONNTRACK("conntrack", "run tcpdump -n -v while it happens"),
  /** {@code nft monitor trace} of Linux. */
  NFT_TRACE("nft monitor trace", "run tcpdump -n -v while it happens"),
  /** Flow logs of a cloud's virtual network. */
  VPC_FLOW_LOG(
      "a cloud's flow log", "run tcpdump -n -v on the machine, or mirror its traffic to one"),
  /** {@code hubble observe} and {@code cilium monitor}. */
  HUBBLE("Hubble or cilium monitor", "run tcpdump -n -v in the pod's network namespace");

  private final String title;
  private final String nextStep;

  OtherProgram(String title, String nextStep) {
    this.title = title;
    this.nextStep = nextStep;
  }

  /** The name in reports and JSON, such as {@code fortios-sniffer}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The name in a sentence. */
  public String title() {
    return title;
  }

  /** How to get text that can be read, as the end of a sentence. */
  public String nextStep() {
    return nextStep;
  }
}
