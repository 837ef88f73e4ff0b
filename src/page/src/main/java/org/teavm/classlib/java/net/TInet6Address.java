package org.teavm.classlib.java.net;

/** Stands for {@code java.net.Inet6Address} in the browser: without scopes. */
public final class TInet6Address extends TInetAddress {
  TInet6Address(byte[] bytes) {
    super(bytes);
  }

  public static TInet6Address getByAddress(String host, byte[] address, int scope) {
    return new TInet6Address(address);
  }

  public static TInet6Address getByAddress(
      String host, byte[] address, TNetworkInterface networkInterface) {
    return new TInet6Address(address);
  }

  public int getScopeId() {
    return 0;
  }

  public TNetworkInterface getScopedInterface() {
    return null;
  }

  public boolean isIPv4CompatibleAddress() {
    byte[] bytes = getAddress();
    for (int i = 0; i < 12; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
