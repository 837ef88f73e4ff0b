package io.hopwise.bench;

/** A host as seen from the capture point. */
final class Host {
  final byte[] address;
  final int ttl;
  private int identification;

  Host(int[] octets, int ttl) {
    this(octets, ttl, 0);
  }

  Host(int[] octets, int ttl, int identification) {
    this.address = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      address[i] = (byte) octets[i];
    }
    this.ttl = ttl;
    this.identification = identification;
  }

  boolean six() {
    return address.length == 16;
  }

  int nextIdentification() {
    identification = (identification + 1) & 0xffff;
    return identification;
  }
}
