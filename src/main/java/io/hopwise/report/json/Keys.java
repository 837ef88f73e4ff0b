package io.hopwise.report.json;

import static io.hopwise.report.json.JsonPiece.array;
import static io.hopwise.report.json.JsonPiece.key;
import static io.hopwise.report.json.JsonPiece.object;

/**
 * The names in a packet's JSON, except those that are part of larger pieces. Names of objects and
 * arrays include the opening bracket.
 */
final class Keys {
  static final JsonPiece TYPE = key("type");
  static final JsonPiece LINE = key("line");
  static final JsonPiece LINES = key("lines");
  static final JsonPiece NUMBER = key("number");
  static final JsonPiece TIME = key("time");
  static final JsonPiece INTERFACE = key("interface");
  static final JsonPiece DIRECTION = key("direction");
  static final JsonPiece LINK = object("link");
  static final JsonPiece ETHERTYPE = key("ethertype");
  static final JsonPiece VLAN = array("vlan");
  static final JsonPiece SRC = key("src");
  static final JsonPiece DST = key("dst");
  static final JsonPiece TOS = key("tos");
  static final JsonPiece CLASS = key("class");
  static final JsonPiece FLOW_LABEL = key("flowlabel");
  static final JsonPiece TTL = key("ttl");
  static final JsonPiece ID = key("id");
  static final JsonPiece OFFSET = key("offset");
  static final JsonPiece FLAGS = key("flags");
  static final JsonPiece PROTO = key("proto");
  static final JsonPiece LENGTH = key("length");
  static final JsonPiece FOUND = key("found");
  static final JsonPiece EXPECTED = key("expected");
  static final JsonPiece OPTIONS = key("options");
  static final JsonPiece NOTE = key("note");
  static final JsonPiece EXTENSIONS = array("extensions");
  static final JsonPiece TCP = object("tcp");
  static final JsonPiece UDP = object("udp");
  static final JsonPiece ICMP = object("icmp");
  static final JsonPiece ICMP6 = object("icmp6");
  static final JsonPiece PORTS = object("ports");
  static final JsonPiece SRC_PORT = key("srcPort");
  static final JsonPiece SRC_SERVICE = key("srcService");
  static final JsonPiece DST_PORT = key("dstPort");
  static final JsonPiece DST_SERVICE = key("dstService");
  static final JsonPiece SEQ = key("seq");
  static final JsonPiece SEQ_END = key("seqEnd");
  static final JsonPiece ACK = key("ack");
  static final JsonPiece WIN = key("win");
  static final JsonPiece URG = key("urg");
  static final JsonPiece KIND = key("kind");
  static final JsonPiece VALUE = key("value");
  static final JsonPiece ECR = key("ecr");
  static final JsonPiece BLOCKS = array("blocks");
  static final JsonPiece CODE = key("code");
  static final JsonPiece TEXT = key("text");
  static final JsonPiece HOST = key("host");
  static final JsonPiece PORT = key("port");
  static final JsonPiece PORT_PROTO = key("portProto");
  static final JsonPiece GATEWAY = key("gateway");
  static final JsonPiece MTU = key("mtu");
  static final JsonPiece QUOTED = object("quoted");
  static final JsonPiece INNER = object("inner");
  static final JsonPiece PAYLOAD = key("payload");
  static final JsonPiece DUMP = key("dump");
  static final JsonPiece COUNT = key("count");
  static final JsonPiece SUBJECT = key("subject");
  static final JsonPiece LINK_TYPE = key("linkType");
  static final JsonPiece SNAPSHOT_LENGTH = key("snapshotLength");
  static final JsonPiece PLACE = key("place");
  static final JsonPiece PROGRAM = key("program");
  static final JsonPiece PFLOG = object("pflog");
  static final JsonPiece RULE = key("rule");
  static final JsonPiece RULESET = key("ruleset");
  static final JsonPiece SUBRULE = key("subrule");
  static final JsonPiece REASON = key("reason");
  static final JsonPiece ACTION = key("action");
  static final JsonPiece F5 = object("f5");
  static final JsonPiece PROCESS = key("process");
  static final JsonPiece LISTENER = key("listener");
  static final JsonPiece TRUNK = key("trunk");
  static final JsonPiece FIELDS = object("fields");
  static final JsonPiece COLUMN = key("column");

  private Keys() {}
}
