import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.feel.FeelEngineClock;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValContext;
import org.camunda.feel.syntaxtree.ValDate;
import org.camunda.feel.syntaxtree.ValDateTime;
import org.camunda.feel.syntaxtree.ValDayTimeDuration;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValLocalDateTime;
import org.camunda.feel.syntaxtree.ValLocalTime;
import org.camunda.feel.syntaxtree.ValNull$;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValRange;
import org.camunda.feel.syntaxtree.ValTime;
import org.camunda.feel.syntaxtree.ValYearMonthDuration;
import org.camunda.feel.valuemapper.JavaCustomValueMapper;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Evaluates FEEL by Camunda's library. Each line of standard input is an expression, as Base64 of its UTF-8, or unary
 * tests and, behind a blank, the input as a FEEL literal. Each gives one line of JSON: {"kind": "value", "value",
 * "warnings"}, or "refused" (it cannot be read) or "incident" (it fails) with a "message". The arguments are the clock, an instant and the id of a zone, and the variables of all
 * expressions: a FEEL context, in Base64.
 */
public class Feel {
  private final FeelEngineApi engine;
  private Map<String, Object> variables = Map.of();

  private Feel(ZonedDateTime now) {
    FeelEngineClock clock = () -> now;
    engine = FeelEngineBuilder.forJava().withCustomValueMapper(new AsEngine()).withClock(clock).build();
  }

  public static void main(String[] arguments) throws Exception {
    Feel feel = new Feel(Instant.parse(arguments[0]).atZone(ZoneId.of(arguments[1])));
    PrintStream output = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    feel.variables = variablesIn(decode(arguments[2]));
    output.println("feel ready");
    output.flush();
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      String[] parts = line.split(" ", -1);
      output.println("feel result " + (parts.length > 1 ? feel.test(parts) : feel.evaluate(decode(line))));
      if (!input.ready()) output.flush();
    }
  }

  /** As the library's own values: it keeps the order of up to four keys, an engine that of all. */
  private static Map<String, Object> variablesIn(String context) {
    ValContext variables = (ValContext) literal(context);
    return CollectionConverters.asJava(variables.context().variableProvider().getVariables());
  }

  private static Object literal(String text) {
    FeelEngineApi engine = FeelEngineBuilder.forJava().withCustomValueMapper(new Unchanged()).build();
    EvaluationResult result = engine.evaluateExpression(text, Map.of());
    if (result.isFailure()) throw new IllegalArgumentException(result.failure().message());
    return result.result();
  }

  private static String decode(String line) {
    return new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8);
  }

  private String evaluate(String expression) {
    return answer(() -> engine.parseExpression(expression), (parsed) -> engine.evaluate(parsed, variables));
  }

  private String test(String[] parts) {
    Object input = literal(decode(parts[1]));
    String tests = decode(parts[0]);
    return answer(
        () -> engine.parseUnaryTests(tests), (parsed) -> engine.evaluateWithInput(parsed, input, variables));
  }

  private static String answer(
      Supplier<ParseResult> parser, Function<ParsedExpression, EvaluationResult> evaluation) {
    try {
      ParseResult parsed = parser.get();
      if (!parsed.isSuccess()) return failed("refused", parsed.failure().message());
      EvaluationResult result = evaluation.apply(parsed.parsedExpression());
      if (result.isFailure()) return failed("incident", result.failure().message());
      Json json = new Json().text("{\"kind\":\"value\",\"value\":").value(result.result()).text(",\"warnings\":[");
      String separator = "";
      for (EvaluationFailure failure : CollectionConverters.asJava(result.suppressedFailures())) {
        json.text(separator).text("{\"kind\":").value(failure.failureType().toString());
        json.text(",\"message\":").value(failure.failureMessage()).text("}");
        separator = ",";
      }
      return json.text("]}").toString();
    } catch (Exception | StackOverflowError error) {
      return failed("incident", String.valueOf(error));
    }
  }

  private static String failed(String kind, String message) {
    return new Json().text("{\"kind\":").value(kind).text(",\"message\":").value(message).text("}").toString();
  }

  private static class Unchanged extends JavaCustomValueMapper {
    @Override
    public Optional<Val> toValue(Object object, Function<Object, Val> inner) {
      return Optional.empty();
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
      return Optional.of(value);
    }
  }

  /** A number as the text of a JSON number. */
  private record Number(String text) {}

  /**
   * Values as the engine stores them in a variable: whole numbers in 64 bits, others as a double; dates, times and
   * durations as their text; null for a range and a function.
   */
  private static class AsEngine extends JavaCustomValueMapper {
    @Override
    public Optional<Val> toValue(Object object, Function<Object, Val> inner) {
      return Optional.empty();
    }

    @Override
    public Optional<Object> unpackValue(Val value, Function<Val, Object> inner) {
      if (value instanceof ValNumber number) {
        return Optional.of(
            new Number(
                number.value().isWhole()
                    ? Long.toString(number.value().longValue())
                    : Double.toString(number.value().doubleValue())));
      }
      if (value instanceof ValRange || value instanceof ValFunction) return Optional.of(ValNull$.MODULE$);
      if (value instanceof ValLocalTime time) return Optional.of(time.value().toString());
      if (value instanceof ValDateTime time) {
        return Optional.of(DateTimeFormatter.ISO_ZONED_DATE_TIME.format(time.value()));
      }
      if (value instanceof ValLocalDateTime time) {
        return Optional.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time.value()));
      }
      boolean hasText =
          value instanceof ValTime
              || value instanceof ValDate
              || value instanceof ValDayTimeDuration
              || value instanceof ValYearMonthDuration;
      return hasText ? Optional.of(value.toString()) : Optional.empty();
    }
  }

  /** Writes JSON. */
  private static class Json {
    private final StringBuilder written = new StringBuilder();

    Json text(String text) {
      written.append(text);
      return this;
    }

    Json value(Object value) {
      if (value instanceof String text) return string(text);
      if (value instanceof Number number) return text(number.text());
      if (value instanceof Boolean bool) return text(bool.toString());
      if (value instanceof scala.collection.Seq<?> list) return value(CollectionConverters.asJava(list));
      if (value instanceof scala.collection.Map<?, ?> map) return value(CollectionConverters.asJava(map));
      if (value instanceof List<?> list) {
        String separator = "[";
        for (Object element : list) {
          text(separator).value(element);
          separator = ",";
        }
        return text(list.isEmpty() ? "[]" : "]");
      }
      if (value instanceof Map<?, ?> map) {
        String separator = "{";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          text(separator).value(entry.getKey()).text(":").value(entry.getValue());
          separator = ",";
        }
        return text(map.isEmpty() ? "{}" : "}");
      }
      if (value == null || value == ValNull$.MODULE$) return text("null");
      throw new IllegalStateException("no JSON for " + value.getClass());
    }

    private Json string(String text) {
      written.append('"');
      for (int index = 0; index < text.length(); index += 1) {
        char unit = text.charAt(index);
        if (unit == '"' || unit == '\\') written.append('\\').append(unit);
        else if (unit < ' ' || unit > '~') written.append(String.format("\\u%04x", (int) unit));
        else written.append(unit);
      }
      return text("\"");
    }

    @Override
    public String toString() {
      return written.toString();
    }
  }
}
