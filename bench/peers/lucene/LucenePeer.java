import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lucene 8 behind the command line that all peers share; see ../peer.h. */
public final class LucenePeer {
  private static final int SHOWN_HITS = 10;
  private static final int RUN_DEPTH = 100;

  private record Query(String id, String words) {}

  private record Pass(double[] sortedMs, long hits, long snippetBytes) {}

  private LucenePeer() {}

  public static void main(String[] args) throws Exception {
    Map<String, String> options = readOptions(args);
    Path db = Path.of(options.getOrDefault("--db", ""));
    String command = args.length > 0 ? args[0] : "";
    switch (command) {
      case "index" -> {
        int threads = Integer.parseInt(options.getOrDefault("--threads", "2"));
        new LuceneIndexer(db, threads).index(Path.of(options.get("--data")));
      }
      case "query" -> runQueries(db, options);
      case "one" -> runOne(db, options.get("--query"));
      default -> {
        System.err.println("usage: LucenePeer index --db DIR --data FILE.jsonl [--threads N]\n"
            + "       LucenePeer query --db DIR --queries FILE.tsv [--no-snippets] [--run OUT]\n"
            + "       LucenePeer one --db DIR --query TEXT");
        System.exit(2);
      }
    }
  }

  private static Map<String, String> readOptions(String[] args) {
    Map<String, String> options = new HashMap<>();
    for (int i = 1; i < args.length; i++) {
      boolean flag = args[i].equals("--no-snippets") || i + 1 == args.length;
      options.put(args[i], flag ? "" : args[++i]);
    }
    return options;
  }

  private static void runQueries(Path db, Map<String, String> options) throws IOException {
    List<Query> queries = readQueries(Path.of(options.get("--queries")));
    boolean snippets = !options.containsKey("--no-snippets");
    try (LuceneSearcher searcher = new LuceneSearcher(db)) {
      timeQueries(searcher, queries, snippets); // warm-up, not counted
      Pass pass = timeQueries(searcher, queries, snippets);
      System.out.printf(Locale.ROOT,
          "{\"phase\":\"query\",\"engine\":\"lucene\",\"snippets\":%b,\"n\":%d,\"p50_ms\":%.3f,"
              + "\"p95_ms\":%.3f,\"p99_ms\":%.3f,\"hits\":%d,\"snippet_bytes\":%d}%n",
          snippets, queries.size(), percentile(pass.sortedMs, 0.50),
          percentile(pass.sortedMs, 0.95), percentile(pass.sortedMs, 0.99), pass.hits,
          pass.snippetBytes);
      if (options.containsKey("--run")) {
        writeRun(searcher, queries, Path.of(options.get("--run")));
      }
    }
  }

  private static void runOne(Path db, String words) throws IOException {
    try (LuceneSearcher searcher = new LuceneSearcher(db)) {
      for (LuceneSearcher.Hit hit : searcher.search(words, SHOWN_HITS, true)) {
        System.out.println(hit.id() + "\t" + hit.title() + "\t" + hit.snippet());
      }
    }
  }

  private static List<Query> readQueries(Path path) throws IOException {
    List<Query> queries = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(path)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        int tab = line.indexOf('\t');
        if (tab >= 0) {
          queries.add(new Query(line.substring(0, tab), line.substring(tab + 1)));
        }
      }
    }
    return queries;
  }

  private static Pass timeQueries(LuceneSearcher searcher, List<Query> queries, boolean snippets)
      throws IOException {
    double[] ms = new double[queries.size()];
    long hits = 0;
    long snippetBytes = 0;
    for (int i = 0; i < ms.length; i++) {
      long start = System.nanoTime();
      List<LuceneSearcher.Hit> found =
          searcher.search(queries.get(i).words, SHOWN_HITS, snippets);
      ms[i] = (System.nanoTime() - start) / 1e6;
      hits += found.size();
      for (LuceneSearcher.Hit hit : found) {
        snippetBytes += hit.snippet().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
      }
    }
    Arrays.sort(ms);
    return new Pass(ms, hits, snippetBytes);
  }

  /** Nearest rank, as in peer.cpp. */
  private static double percentile(double[] sorted, double share) {
    return sorted[Math.max((int) Math.ceil(share * sorted.length), 1) - 1];
  }

  private static void writeRun(LuceneSearcher searcher, List<Query> queries, Path path)
      throws IOException {
    try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(path))) {
      for (Query query : queries) {
        int rank = 0;
        for (LuceneSearcher.Hit hit : searcher.search(query.words, RUN_DEPTH, false)) {
          out.printf(Locale.ROOT, "%s Q0 %s %d %f lucene%n", query.id, hit.id(), ++rank,
              hit.score());
        }
      }
    }
  }
}
