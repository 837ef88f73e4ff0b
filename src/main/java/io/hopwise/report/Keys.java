package io.hopwise.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;

/** The keys of a packet's JSON, quoted once. */
final class Keys {
  static final SerializableString TYPE = key("type");
  static final SerializableString LINE = key("line");
  static final SerializableString LINES = key("lines");
  static final SerializableString AMBIGUOUS = key("ambiguous");
  static final SerializableString NUMBER = key("number");
  static final SerializableString TIME = key("time");
  static final SerializableString INTERFACE = key("interface");
  static final SerializableString DIRECTION = key("direction");
  static final SerializableString LINK = key("link");
  static final SerializableString ETHERTYPE = key("ethertype");
  static final SerializableString VLAN = key("vlan");
  static final SerializableString IP = key("ip");
  static final SerializableString VERSION = key("version");
  static final SerializableString SRC = key("src");
  static final SerializableString DST = key("dst");
  static final SerializableString TOS = key("tos");
  static final SerializableString CLASS = key("class");
  static final SerializableString FLOW_LABEL = key("flowlabel");
  static final SerializableString TTL = key("ttl");
  static final SerializableString ID = key("id");
  static final SerializableString OFFSET = key("offset");
  static final SerializableString FLAGS = key("flags");
  static final SerializableString PROTO = key("proto");
  static final SerializableString LENGTH = key("length");
  static final SerializableString CKSUM = key("cksum");
  static final SerializableString STATUS = key("status");
  static final SerializableString FOUND = key("found");
  static final SerializableString EXPECTED = key("expected");
  static final SerializableString OPTIONS = key("options");
  static final SerializableString NOTE = key("note");
  static final SerializableString EXTENSIONS = key("extensions");
  static final SerializableString NAME = key("name");
  static final SerializableString TCP = key("tcp");
  static final SerializableString UDP = key("udp");
  static final SerializableString ICMP = key("icmp");
  static final SerializableString ICMP6 = key("icmp6");
  static final SerializableString PORTS = key("ports");
  static final SerializableString SRC_PORT = key("srcPort");
  static final SerializableString SRC_SERVICE = key("srcService");
  static final SerializableString DST_PORT = key("dstPort");
  static final SerializableString DST_SERVICE = key("dstService");
  static final SerializableString SEQ = key("seq");
  static final SerializableString SEQ_END = key("seqEnd");
  static final SerializableString ACK = key("ack");
  static final SerializableString WIN = key("win");
  static final SerializableString URG = key("urg");
  static final SerializableString KIND = key("kind");
  static final SerializableString VALUE = key("value");
  static final SerializableString VAL = key("val");
  static final SerializableString ECR = key("ecr");
  static final SerializableString BLOCKS = key("blocks");
  static final SerializableString CODE = key("code");
  static final SerializableString TEXT = key("text");
  static final SerializableString HOST = key("host");
  static final SerializableString PORT = key("port");
  static final SerializableString PORT_PROTO = key("portProto");
  static final SerializableString GATEWAY = key("gateway");
  static final SerializableString MTU = key("mtu");
  static final SerializableString QUOTED = key("quoted");
  static final SerializableString INNER = key("inner");
  static final SerializableString PAYLOAD = key("payload");
  static final SerializableString DUMP = key("dump");
  static final SerializableString COUNT = key("count");
  static final SerializableString SUBJECT = key("subject");
  static final SerializableString LINK_TYPE = key("linkType");
  static final SerializableString SNAPSHOT_LENGTH = key("snapshotLength");
  static final SerializableString COLUMN = key("column");

  private Keys() {}

  private static SerializableString key(String name) {
    return new SerializedString(name);
  }
}
