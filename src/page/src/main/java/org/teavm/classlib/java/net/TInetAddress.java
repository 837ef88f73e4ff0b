package org.teavm.classlib.java.net;

import java.util.Arrays;

/** Stands for {@code java.net.InetAddress} in the browser: an address in bytes, no names. */
public class TInetAddress {
  private static final int V4 = 4;
  private static final int V6 = 16;
  private static final int MAPPED = 10;

  private final byte[] bytes;

  TInetAddress(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  /** The address with these 4 or 16 bytes; one of IPv4 in IPv6 is one of IPv4, as in the JDK. */
  public static TInetAddress getByAddress(byte[] address) throws TUnknownHostException {
    if (address.length == V4) {
      return new TInet4Address(address);
    }
    if (address.length != V6) {
      throw new TUnknownHostException("addr is of illegal length");
    }
    return isMapped(address)
        ? new TInet4Address(Arrays.copyOfRange(address, V6 - V4, V6))
        : new TInet6Address(address);
  }

  private static boolean isMapped(byte[] address) {
    for (int i = 0; i < MAPPED; i++) {
      if (address[i] != 0) {
        return false;
      }
    }
    return address[MAPPED] == -1 && address[MAPPED + 1] == -1;
  }

  public byte[] getAddress() {
    return bytes.clone();
  }

  public boolean isMulticastAddress() {
    return bytes.length == V4 ? (bytes[0] & 0xf0) == 0xe0 : bytes[0] == -1;
  }

  public boolean isAnyLocalAddress() {
    for (byte one : bytes) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  /** The numbers of the address, joined as the JDK joins them. */
  public String getHostAddress() {
    StringBuilder text = new StringBuilder();
    boolean four = bytes.length == V4;
    for (int i = 0; i < bytes.length; i += four ? 1 : 2) {
      text.append(i == 0 ? "" : four ? "." : ":");
      int high = bytes[i] & 0xff;
      text.append(four ? "" + high : Integer.toHexString(high << 8 | bytes[i + 1] & 0xff));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "/" + getHostAddress();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TInetAddress && Arrays.equals(bytes, ((TInetAddress) other).bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
