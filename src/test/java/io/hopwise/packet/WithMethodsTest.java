package io.hopwise.packet;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.hopwise.packet.ip.Checksum;
import io.hopwise.packet.ip.ExtensionHeader;
import io.hopwise.packet.ip.Host;
import io.hopwise.packet.ip.IpHeader;
import io.hopwise.packet.ip.Ipv4Flags;
import io.hopwise.packet.ip.Ipv4Header;
import io.hopwise.packet.ip.Ipv6Header;
import io.hopwise.text.RecordText;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A copy with one part changed keeps all the others: {@code with…} methods of wide records. */
class WithMethodsTest {
  private int next;

  static Stream<Method> methods() {
    return Stream.of(
            TcpSegment.class, IcmpMessage.class, Packet.class, OtherRecord.class, Ipv4Header.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> method.getName().startsWith("with"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void onlyTheNamedPartsChange(Method with) throws ReflectiveOperationException {
    Class<?> type = with.getDeclaringClass();
    RecordComponent[] parts = type.getRecordComponents();
    Object before = made(type);
    Object[] given = new Object[with.getParameterCount()];
    for (int i = 0; i < given.length; i++) {
      given[i] = value(with.getGenericParameterTypes()[i]);
    }
    Object after = with.invoke(before, given);
    List<Object> changed = new ArrayList<>();
    for (RecordComponent part : parts) {
      Object now = part.getAccessor().invoke(after);
      if (!now.equals(part.getAccessor().invoke(before))) {
        changed.add(now);
      }
    }
    assertThat(changed).containsExactly(given);
  }

  private Object made(Class<?> type) throws ReflectiveOperationException {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class[]::new);
    Object[] values = new Object[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = value(parts[i].getGenericType());
    }
    return type.getDeclaredConstructor(types).newInstance(values);
  }

  /** Another value each time. */
  private Object value(Type type) {
    next++;
    if (type instanceof ParameterizedType generic) {
      Object inner = value(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == Optional.class ? Optional.of(inner) : ImmutableList.of(inner);
    }
    return switch (((Class<?>) type).getSimpleName()) {
      case "OptionalInt" -> OptionalInt.of(next);
      case "OptionalLong" -> OptionalLong.of(next);
      case "String" -> "text " + next;
      case "Port" -> Port.of(next);
      case "Host" -> host();
      case "TcpFlags" -> new TcpFlags(next);
      case "Ipv4Flags" -> new Ipv4Flags(false, true, false);
      case "Checksum" -> new Checksum.Incorrect(OptionalInt.of(next), OptionalInt.empty());
      case "TcpOption" -> new TcpOption.WindowScale(next);
      case "Family" -> IcmpMessage.Family.ICMP;
      case "PrintedTime" -> new PrintedTime(PrintedTime.Form.EPOCH, next, 6);
      case "RecordText" ->
          RecordText.wrap(next, 1, ("line " + next).getBytes(StandardCharsets.UTF_8));
      case "ExtensionHeader" -> new ExtensionHeader("name " + next, "");
      case "LinkLayer" -> LinkLayer.NONE;
      case "IpHeader" -> header();
      case "InnerPacket" -> new InnerPacket(header(), ImmutableList.of(), payload());
      case "Payload" -> payload();
      default -> throw new IllegalArgumentException(type.toString());
    };
  }

  private Host host() {
    return new Host("192.0.2." + next);
  }

  private Payload payload() {
    return new LaterFragment("fragment " + next);
  }

  private IpHeader header() {
    OptionalInt none = OptionalInt.empty();
    return new Ipv6Header(
        host(), host(), none, none, OptionalInt.of(next), none, none, "note " + next);
  }
}
