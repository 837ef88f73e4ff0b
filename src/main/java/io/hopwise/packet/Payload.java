package io.hopwise.packet;

/** What an IP packet carries. */
public sealed interface Payload
    permits TcpSegment, UdpDatagram, IcmpMessage, LaterFragment, Tunnel, OpaquePayload {
  /** What tcpdump printed behind the typed fields, lines joined by line feeds; often empty. */
  String text();
}
