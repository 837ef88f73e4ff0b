package io.hopwise.cli;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A command's options, for picocli. They are no annotations, because picocli takes as long to find
 * annotations by reflection as the JVM takes to start.
 */
final class Options {
  private static final IFactory FACTORY = new LateFactory();

  private final CommandSpec spec = CommandSpec.wrapWithoutInspection(null, FACTORY);

  Options(String name, String description) {
    spec.name("hopwise " + name);
    spec.usageMessage().description(description, "").abbreviateSynopsis(true).sortOptions(false);
  }

  /** A reader of these options. */
  CommandLine reader() {
    return new CommandLine(spec, FACTORY);
  }

  /** A positional argument. */
  void argument(String label, String description, Consumer<String> taker) {
    PositionalParamSpec.Builder argument = PositionalParamSpec.builder().type(String.class);
    argument.paramLabel(label).description(description).arity("0..1");
    argument.hasInitialValue(false).setter(new Taking<>(taker));
    spec.addPositional(argument.build());
  }

  /** Words that are no options, any number of them. */
  void arguments(String label, String description, Consumer<List<String>> taker) {
    PositionalParamSpec.Builder arguments =
        PositionalParamSpec.builder().type(List.class).auxiliaryTypes(String.class);
    arguments.paramLabel(label).description(description).arity("0..*");
    arguments.hasInitialValue(false).setter(new Taking<>(taker));
    spec.addPositional(arguments.build());
  }

  /** The option that prints the help. */
  void help() {
    OptionSpec.Builder help = OptionSpec.builder("-h", "--help").type(Boolean.class);
    spec.addOption(help.usageHelp(true).description("Show this help and end.").build());
  }

  /** An option without a value. */
  void flag(List<String> names, String description, Consumer<Boolean> taker) {
    OptionSpec.Builder flag = OptionSpec.builder(names.toArray(new String[0])).type(Boolean.class);
    add(flag.description(description), taker);
  }

  /** An option with a text value. */
  void text(String name, String label, String[] description, Consumer<String> taker) {
    OptionSpec.Builder text = OptionSpec.builder(name).type(String.class);
    add(text.paramLabel(label).description(description), taker);
  }

  /** An option whose value is an enum constant, in lower case. */
  <E extends Enum<E>> void constant(
      String name, String label, String description, Class<E> type, Consumer<E> taker) {
    E[] constants = type.getEnumConstants();
    value(name, label, description, type, word -> Names.of(constants, word), taker);
  }

  /** An option with an integer value. */
  void number(String name, String label, String description, Consumer<Integer> taker) {
    value(name, label, description, Integer.class, Names::integer, taker);
  }

  private <T> void value(
      String name,
      String label,
      String description,
      Class<T> type,
      Function<String, T> reader,
      Consumer<T> taker) {
    OptionSpec.Builder value = OptionSpec.builder(name).type(type).paramLabel(label);
    add(value.description(description).converters(new Converter<>(reader)), taker);
  }

  /** An option with a text value that may be repeated. */
  void texts(String name, String label, String description, Consumer<List<String>> taker) {
    OptionSpec.Builder texts =
        OptionSpec.builder(name).type(List.class).auxiliaryTypes(String.class);
    add(texts.paramLabel(label).description(description), taker);
  }

  /** An option with a name and a number that may be repeated. */
  void numbers(String name, String label, String description, Consumer<Map<String, Long>> taker) {
    OptionSpec.Builder numbers =
        OptionSpec.builder(name).type(Map.class).auxiliaryTypes(String.class, Long.class);
    numbers
        .converters(new Converter<>(word -> word), new Converter<>(Names::longInteger))
        .paramLabel(label);
    add(numbers.description(description), taker);
  }

  /**
   * Adds an option that sets a value only if it is given: otherwise the command keeps its default.
   */
  private <T> void add(OptionSpec.Builder option, Consumer<T> taker) {
    spec.addOption(option.hasInitialValue(false).setter(new Taking<>(taker)).build());
  }

  /**
   * Uses picocli's factory for lists and maps, but only if needed: that factory looks for Groovy
   * first, and to find that a class is missing the JVM reads the directory of the jar.
   */
  private static final class LateFactory implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      return CommandLine.defaultFactory().create(type);
    }
  }

  /** A setter that picocli calls with the value of an option. */
  private record Taking<V>(Consumer<V> taker) implements ISetter {
    @SuppressWarnings("unchecked") // what the reader of this option made
    @Override
    public <T> T set(T value) {
      taker.accept((V) value);
      return value;
    }
  }

  /**
   * A converter that picocli calls with the text of a value. It is no lambda, because the AppCDS
   * archive does not hold lambdas of picocli's old interface types.
   */
  private record Converter<T>(Function<String, T> reader) implements ITypeConverter<T> {
    @Override
    public T convert(String word) {
      return reader.apply(word);
    }
  }
}
