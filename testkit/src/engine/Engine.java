import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.BpmnElementType;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;

/**
 * Starts the in-memory engine on the port that is the first argument. With "records" as the second it writes each of
 * its records as a line, "record " and JSON. It obeys lines on standard input: "clock MILLISECONDS" moves its clock,
 * "finished" asks how many instances have finished. It ends when the input ends.
 */
public class Engine {
  private static final long RECORDS_EVERY_MILLIS = 20;

  private final ZeebeTestEngine engine;
  private int read = 0;
  private int finished = 0;

  private Engine(int port) {
    engine = EngineFactory.create(port);
  }

  public static void main(String[] arguments) throws Exception {
    Engine launched = new Engine(Integer.parseInt(arguments[0]));
    launched.engine.start();
    if (arguments.length > 1 && arguments[1].equals("records")) launched.writeRecords();
    System.out.println("engine ready");
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
    for (String line = input.readLine(); line != null; line = input.readLine()) {
      if (line.startsWith("clock ")) {
        launched.engine.increaseTime(Duration.ofMillis(Long.parseLong(line.substring(6))));
        System.out.println("engine clock moved");
      }
      if (line.equals("finished")) System.out.println("engine finished " + launched.readRecords(false));
    }
    System.exit(0);
  }

  private void writeRecords() {
    Thread writer =
        new Thread(
            () -> {
              while (true) {
                readRecords(true);
                try {
                  Thread.sleep(RECORDS_EVERY_MILLIS);
                } catch (InterruptedException end) {
                  return;
                }
              }
            });
    writer.setDaemon(true);
    writer.start();
  }

  /** Reads the records that are new, from where it stopped: the engine keeps all, and its list only grows. */
  private synchronized int readRecords(boolean writes) {
    List<Record<?>> records = (List<Record<?>>) engine.getRecordStreamSource().getRecords();
    for (; read < records.size(); read += 1) {
      Record<?> record = records.get(read);
      if (writes) System.out.println("record " + record.toJson());
      if (isEndOfInstance(record)) finished += 1;
    }
    return finished;
  }

  private static boolean isEndOfInstance(Record<?> record) {
    return record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
        && record.getValue() instanceof ProcessInstanceRecordValue value
        && value.getBpmnElementType() == BpmnElementType.PROCESS;
  }
}
