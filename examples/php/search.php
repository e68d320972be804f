<?php
// Makes an index of two articles, asks it, and marks a text of its own: php search.php FOLDER
// FFI is for the command line (ffi.enable=1); for web pages see search_http.php.

final class Fihris
{
    private const DECLARATIONS = '
        typedef struct fihris_index fihris_index;
        int fihris_open(const char*, size_t, uint32_t, fihris_index**);
        int fihris_close(fihris_index*);
        int fihris_add(fihris_index*, const char*, size_t, char**, size_t*);
        int fihris_search(fihris_index*, const char*, size_t, char**, size_t*);
        int fihris_highlight(fihris_index*, const char*, size_t, const char*, size_t, char**, size_t*);
        int fihris_lemma(const char*, size_t, char**, size_t*);
        const char* fihris_last_error(void);
        void fihris_free(char*);';

    private FFI $library;
    private FFI\CData $index;

    public function __construct(string $folder, int $flags = 0)
    {
        $this->library = FFI::cdef(self::DECLARATIONS, getenv('FIHRIS_LIBRARY') ?: 'libfihris.so.0');
        $this->index = $this->library->new('fihris_index*');
        $this->check($this->library->fihris_open($folder, strlen($folder), $flags, FFI::addr($this->index)));
    }

    public function close(): void
    {
        $this->check($this->library->fihris_close($this->index));
    }

    public function add(array $articles): array
    {
        return $this->ask('fihris_add', $this->index, json_encode($articles));
    }

    public function search(array $request): array
    {
        return $this->ask('fihris_search', $this->index, json_encode($request));
    }

    public function highlight(string $text, array $request): array
    {
        return $this->ask('fihris_highlight', $this->index, json_encode($request), $text);
    }

    public function lemma(string $word): string
    {
        return $this->text('fihris_lemma', $word);
    }

    private function ask(string $function, ...$arguments): array
    {
        return json_decode($this->text($function, ...$arguments), true, 512, JSON_THROW_ON_ERROR);
    }

    private function text(string $function, ...$arguments): string
    {
        $given = [];
        foreach ($arguments as $argument) {
            $given[] = $argument;
            if (is_string($argument)) $given[] = strlen($argument);
        }
        $text = $this->library->new('char*');
        $length = $this->library->new('size_t');
        $this->check($this->library->$function(...[...$given, FFI::addr($text), FFI::addr($length)]));
        $copy = FFI::string($text, $length->cdata);
        $this->library->fihris_free($text);
        return $copy;
    }

    private function check(int $status): void
    {
        if ($status !== 0) throw new RuntimeException($this->library->fihris_last_error());
    }
}

const FIHRIS_CREATE = 1;

$index = new Fihris($argv[1], FIHRIS_CREATE);
$index->add([
    ['id' => '1', 'title' => 'افتتاح المكتبة', 'body' => 'افتتح الوزير مكتبة المدينة صباح اليوم.'],
    ['id' => '2', 'title' => 'سفينة في الميناء', 'body' => 'رست سفينة كبيرة في الميناء.'],
]);
foreach ($index->search(['q' => 'مكتبات'])['hits'] as $hit) echo "found: {$hit['id']}\n";
$marked = $index->highlight('زرنا المكتبات', ['q' => 'مكتبات', 'markUnit' => 'bytes']);
foreach ($marked['marks'] as [$begin, $end]) echo 'marked: ', substr($marked['text'], $begin, $end - $begin), "\n";
echo 'lemma: ', $index->lemma('والمكتبات'), "\n";
$index->close();
