#!/usr/bin/env python3
"""Makes an index of two articles, asks it, and marks a text of its own: search.py FOLDER"""

import ctypes
import json
import os
import sys

CREATE = 1


class Fihris:
    """An open index; for one thread at a time."""

    _library = ctypes.CDLL(os.environ.get("FIHRIS_LIBRARY", "libfihris.so.0"))
    _library.fihris_last_error.restype = ctypes.c_char_p
    _library.fihris_free.argtypes = [ctypes.c_void_p]

    def __init__(self, folder, flags=0):
        self._handle = ctypes.c_void_p()
        path = os.fsencode(folder)
        self._check(self._library.fihris_open(path, ctypes.c_size_t(len(path)), ctypes.c_uint32(flags),
                                              ctypes.byref(self._handle)))

    def close(self):
        self._check(self._library.fihris_close(self._handle))

    def search(self, **request):
        return json.loads(self._ask("fihris_search", self._handle, json.dumps(request)))

    def add(self, articles):
        return json.loads(self._ask("fihris_add", self._handle, json.dumps(articles)))

    def highlight(self, text, **request):
        return json.loads(self._ask("fihris_highlight", self._handle, json.dumps(request), text))

    @classmethod
    def lemma(cls, word):
        return cls._ask("fihris_lemma", word)

    @classmethod
    def _ask(cls, function, *arguments):
        given = []
        for argument in arguments:
            if isinstance(argument, str):
                data = argument.encode()
                given += [data, ctypes.c_size_t(len(data))]
            else:
                given.append(argument)
        text = ctypes.c_void_p()
        length = ctypes.c_size_t()
        cls._check(getattr(cls._library, function)(*given, ctypes.byref(text), ctypes.byref(length)))
        try:
            return ctypes.string_at(text, length.value).decode()
        finally:
            cls._library.fihris_free(text)

    @classmethod
    def _check(cls, status):
        if status != 0:
            raise RuntimeError(json.loads(cls._library.fihris_last_error())["message"])


def main():
    index = Fihris(sys.argv[1], CREATE)
    index.add([
        {"id": "1", "title": "افتتاح المكتبة", "body": "افتتح الوزير مكتبة المدينة صباح اليوم."},
        {"id": "2", "title": "سفينة في الميناء", "body": "رست سفينة كبيرة في الميناء."},
    ])
    for hit in index.search(q="مكتبات")["hits"]:
        print("found:", hit["id"])
    marked = index.highlight("زرنا المكتبات", q="مكتبات")
    for begin, end in marked["marks"]:
        print("marked:", marked["text"][begin:end])
    print("lemma:", Fihris.lemma("والمكتبات"))
    index.close()


if __name__ == "__main__":
    main()
