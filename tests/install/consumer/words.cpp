// What a program needs that only wants the lemmas of words: the library fihris::stemmer alone.
#include <fihris/stemmer/analyzer.h>

#include <iostream>

int main() { std::cout << fihris::Analyzer().explain("والمكتبات").lemma << '\n'; }
