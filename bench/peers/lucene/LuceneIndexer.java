import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Builds the index and prints one line of figures at the commit and one after the merge. */
final class LuceneIndexer {
  private static final double BUFFER_MB = 256;
  private static final FieldType TEXT = textWithOffsets();

  private final Path path;
  private final int threads;

  LuceneIndexer(Path path, int threads) {
    this.path = path;
    this.threads = threads;
  }

  /** A stored TextField whose postings carry offsets, which is what UnifiedHighlighter likes. */
  private static FieldType textWithOffsets() {
    FieldType type = new FieldType(TextField.TYPE_STORED);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    type.freeze();
    return type;
  }

  void index(Path data) throws Exception {
    IndexWriterConfig config = new IndexWriterConfig(new ArabicAnalyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(BUFFER_MB);
    try (Directory directory = FSDirectory.open(path);
        IndexWriter writer = new IndexWriter(directory, config)) {
      long start = System.nanoTime();
      double cpu = cpuSeconds();
      addAll(writer, data);
      writer.commit();
      report("index", start, cpu);

      start = System.nanoTime();
      cpu = cpuSeconds();
      writer.forceMerge(1);
      writer.commit();
      report("tidy", start, cpu);
    }
  }

  /** Each thread takes a line, parses it and adds it: reading is the only shared step. */
  private void addAll(IndexWriter writer, Path data) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try (BufferedReader lines = Files.newBufferedReader(data)) {
      List<Future<?>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(pool.submit(() -> addLines(writer, lines)));
      }
      for (Future<?> worker : workers) {
        worker.get(); // throws what the worker threw
      }
    } finally {
      pool.shutdown();
    }
  }

  private static Void addLines(IndexWriter writer, BufferedReader lines) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (String line = next(lines); line != null; line = next(lines)) {
      JsonNode article = mapper.readTree(line);
      Document document = new Document();
      document.add(new StringField("id", article.path("id").asText(), Field.Store.YES));
      document.add(new Field("title", article.path("title").asText(), TEXT));
      document.add(new Field("body", article.path("body").asText(), TEXT));
      writer.addDocument(document);
    }
    return null;
  }

  private static String next(BufferedReader lines) throws IOException {
    synchronized (lines) {
      return lines.readLine();
    }
  }

  private void report(String phase, long start, double cpuBefore) throws IOException {
    double seconds = (System.nanoTime() - start) / 1e9;
    long bytes = 0;
    try (var files = Files.list(path)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        bytes += Files.size(file);
      }
    }
    System.out.printf(Locale.ROOT,
        "{\"phase\":\"%s\",\"engine\":\"lucene\",\"seconds\":%.3f,\"cpu_s\":%.3f,\"bytes\":%d,"
            + "\"threads\":%d,\"heap_max_mb\":%d}%n",
        phase, seconds, cpuSeconds() - cpuBefore, bytes, threads,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  private static double cpuSeconds() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime() / 1e9;
  }
}
