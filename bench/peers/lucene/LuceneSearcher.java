import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Answers queries from one index; one thread. */
final class LuceneSearcher implements AutoCloseable {
  record Hit(String id, String title, String snippet, float score) {}

  private static final Set<String> SHOWN_FIELDS = Set.of("id", "title");

  private final Analyzer analyzer = new ArabicAnalyzer();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;
  private final UnifiedHighlighter highlighter;

  LuceneSearcher(Path path) throws IOException {
    reader = DirectoryReader.open(FSDirectory.open(path)); // an MMapDirectory on 64-bit Linux
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
    highlighter = new UnifiedHighlighter(searcher, analyzer);
  }

  List<Hit> search(String words, int limit, boolean snippets) throws IOException {
    Query query = parse(words);
    TopDocs top = searcher.search(query, limit);
    // One passage is one sentence, about as long as the snippets of the other peers.
    String[] passages = snippets ? highlighter.highlight("body", query, top, 1) : null;
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < top.scoreDocs.length; i++) {
      Document document = searcher.doc(top.scoreDocs[i].doc, SHOWN_FIELDS);
      String snippet = passages == null || passages[i] == null ? "" : passages[i];
      hits.add(new Hit(document.get("id"), document.get("title"), snippet, top.scoreDocs[i].score));
    }
    return hits;
  }

  /**
   * Each analysed word may be in the title, in the body or in both; the scores are added up. What is
   * in quotation marks is a phrase, in either.
   */
  private Query parse(String words) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    if (words.startsWith("\"") && words.endsWith("\"")) {
      QueryBuilder phrases = new QueryBuilder(analyzer);
      for (String field : List.of("title", "body")) {
        Query phrase = phrases.createPhraseQuery(field, words);
        if (phrase != null) query.add(phrase, Occur.SHOULD);
      }
      return query.build();
    }
    try (TokenStream tokens = analyzer.tokenStream("body", words)) {
      CharTermAttribute word = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        query.add(new TermQuery(new Term("title", word.toString())), Occur.SHOULD);
        query.add(new TermQuery(new Term("body", word.toString())), Occur.SHOULD);
      }
      tokens.end();
    }
    return query.build();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
