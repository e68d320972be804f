# Makes an index of two articles, asks it, and marks a text of its own: ruby search.rb FOLDER
require 'fiddle'
require 'json'

# An open index; for one thread at a time.
class Fihris
  CREATE = 1
  LIBRARY = Fiddle.dlopen(ENV.fetch('FIHRIS_LIBRARY', 'libfihris.so.0'))
  POINTER = Fiddle::TYPE_VOIDP
  SIZE = Fiddle::TYPE_SIZE_T

  def self.function(name, arguments, result = Fiddle::TYPE_INT)
    Fiddle::Function.new(LIBRARY["fihris_#{name}"], arguments, result)
  end
  private_class_method :function

  TEXT = [POINTER, SIZE].freeze
  OPEN = function('open', TEXT + [Fiddle::TYPE_INT, POINTER])
  CLOSE = function('close', [POINTER])
  ADD = function('add', [POINTER] + TEXT + [POINTER, POINTER])
  SEARCH = function('search', [POINTER] + TEXT + [POINTER, POINTER])
  HIGHLIGHT = function('highlight', [POINTER] + TEXT + TEXT + [POINTER, POINTER])
  LEMMA = function('lemma', TEXT + [POINTER, POINTER])
  LAST_ERROR = function('last_error', [], POINTER)
  FREE = function('free', [POINTER], Fiddle::TYPE_VOID)

  def initialize(folder, flags = 0)
    handle = Fiddle::Pointer.malloc(Fiddle::SIZEOF_VOIDP, Fiddle::RUBY_FREE)
    Fihris.check(OPEN.call(folder, folder.bytesize, flags, handle))
    @index = handle.ptr
  end

  def close = Fihris.check(CLOSE.call(@index))
  def add(articles) = JSON.parse(Fihris.text(ADD, @index, JSON.generate(articles)))
  def search(request) = JSON.parse(Fihris.text(SEARCH, @index, JSON.generate(request)))
  def highlight(text, request) = JSON.parse(Fihris.text(HIGHLIGHT, @index, JSON.generate(request), text))
  def self.lemma(word) = text(LEMMA, word)

  def self.text(function, *arguments)
    given = arguments.flat_map { |each| each.is_a?(String) ? [each, each.bytesize] : [each] }
    answer = Fiddle::Pointer.malloc(Fiddle::SIZEOF_VOIDP, Fiddle::RUBY_FREE)
    length = Fiddle::Pointer.malloc(Fiddle::SIZEOF_SIZE_T, Fiddle::RUBY_FREE)
    check(function.call(*given, answer, length))
    copy = answer.ptr.to_s(length[0, Fiddle::SIZEOF_SIZE_T].unpack1('J')).force_encoding('UTF-8')
    FREE.call(answer.ptr)
    copy
  end

  def self.check(status)
    raise LAST_ERROR.call.to_s.force_encoding('UTF-8') unless status.zero?
  end
end

index = Fihris.new(ARGV[0], Fihris::CREATE)
index.add([
  { id: '1', title: 'افتتاح المكتبة', body: 'افتتح الوزير مكتبة المدينة صباح اليوم.' },
  { id: '2', title: 'سفينة في الميناء', body: 'رست سفينة كبيرة في الميناء.' }
])
index.search({ q: 'مكتبات' })['hits'].each { |hit| puts "found: #{hit['id']}" }
marked = index.highlight('زرنا المكتبات', { q: 'مكتبات' })
marked['marks'].each { |first, last| puts "marked: #{marked['text'][first...last]}" }
puts "lemma: #{Fihris.lemma('والمكتبات')}"
index.close
