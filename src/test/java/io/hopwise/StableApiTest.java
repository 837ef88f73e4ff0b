package io.hopwise;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.ClassPath;
import com.google.common.reflect.ClassPath.ClassInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the stable packages promise names nothing that may change any day. */
class StableApiTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** Handed from one class of the library to another, and never looked into. */
  private static final ImmutableSet<String> EXCEPTIONS =
      ImmutableSet.of(
          "io.hopwise.framing.Frame",
          "io.hopwise.analysis.observation.Observation",
          "io.hopwise.analysis.observation.PacketFacts");

  @Test
  void stablePackagesNameNoInternalType() throws IOException {
    TreeSet<String> leaks = new TreeSet<>();
    for (Class<?> type : stableTypes()) {
      named(type)
          .map(Type::getTypeName)
          .flatMap(name -> Arrays.stream(name.split("[^\\w.$]+")))
          .filter(name -> name.startsWith("io.hopwise.") && !EXCEPTIONS.contains(name))
          .filter(name -> isInternal(name.substring(0, name.lastIndexOf('.'))))
          .forEach(name -> leaks.add(type.getName() + " names " + name));
    }
    assertThat(leaks).isEmpty();
  }

  /** On the module path nothing else is seen, but for the packages of the exceptions above. */
  @Test
  void theModuleExportsTheStablePackages() throws IOException {
    String module = Files.readString(Path.of("src/main/module/module-info.java"), UTF_8);
    TreeSet<String> exported = new TreeSet<>();
    Matcher exports = Pattern.compile("^ *exports ([\\w.]+);", Pattern.MULTILINE).matcher(module);
    while (exports.find()) {
      exported.add(exports.group(1));
    }
    TreeSet<String> stable = new TreeSet<>();
    stableTypes().stream()
        .map(Class::getPackageName)
        .filter(name -> name.startsWith("io.hopwise"))
        .forEach(stable::add);
    EXCEPTIONS.forEach(name -> stable.add(name.substring(0, name.lastIndexOf('.'))));
    assertThat(exported).isEqualTo(stable);
  }

  /** The types in what a public class shows: its supertypes, fields, constructors and methods. */
  private static Stream<Type> named(Class<?> type) {
    Stream<Type> above =
        Stream.concat(
            Stream.ofNullable(type.getGenericSuperclass()),
            Arrays.stream(type.getGenericInterfaces()));
    Stream<Type> fields =
        Arrays.stream(type.getDeclaredFields())
            .filter(StableApiTest::isShown)
            .map(Field::getGenericType);
    Stream<Type> results =
        Arrays.stream(type.getDeclaredMethods())
            .filter(StableApiTest::isShown)
            .map(Method::getGenericReturnType);
    Stream<Executable> called =
        Stream.concat(
            Arrays.stream(type.getDeclaredMethods()),
            Arrays.stream(type.getDeclaredConstructors()));
    Stream<Type> parameters =
        called
            .filter(StableApiTest::isShown)
            .flatMap(
                member ->
                    Stream.concat(
                        Arrays.stream(member.getGenericParameterTypes()),
                        Arrays.stream(member.getGenericExceptionTypes())));
    return Stream.of(above, fields, results, parameters).flatMap(all -> all);
  }

  private static boolean isShown(Member member) {
    return (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
  }

  private static List<Class<?>> stableTypes() throws IOException {
    List<Class<?>> types =
        ClassPath.from(StableApiTest.class.getClassLoader())
            .getTopLevelClassesRecursive("io.hopwise")
            .stream()
            .filter(StableApiTest::isShipped)
            .<Class<?>>map(ClassInfo::load)
            .filter(type -> Modifier.isPublic(type.getModifiers()))
            .flatMap(type -> Stream.concat(Stream.of(type), Arrays.stream(type.getClasses())))
            .filter(type -> !isInternal(type.getPackageName()))
            .toList();
    assertThat(types).as("stable types").hasSizeGreaterThan(100);
    return types;
  }

  private static boolean isShipped(ClassInfo info) {
    return Files.exists(SOURCES.resolve(info.getName().replace('.', '/') + ".java"));
  }

  private static boolean isInternal(String packageName) {
    Path info = SOURCES.resolve(packageName.replace('.', '/')).resolve("package-info.java");
    try {
      return Files.exists(info) && Files.readString(info, UTF_8).contains("Internal: ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
