// Makes an index of two articles, asks it, and marks a text of its own: go run . FOLDER
package main

// #cgo LDFLAGS: -lfihris
// #include <fihris.h>
import "C"

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"runtime"
	"unsafe"
)

// Index is an open index; for one goroutine at a time.
type Index struct{ handle *C.fihris_index }

type hits struct {
	Hits []struct{ ID string }
}

type marked struct {
	Text  string
	Marks [][2]int
}

// A Go string as the pointer and the length that the library takes; it is read, never kept.
func given(text string) (*C.char, C.size_t) {
	if text == "" {
		return nil, 0
	}
	bytes := []byte(text)
	return (*C.char)(unsafe.Pointer(&bytes[0])), C.size_t(len(bytes))
}

// The last error belongs to a thread, and goroutines change theirs.
func call(function func() C.fihris_status) error {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if function() == C.FIHRIS_OK {
		return nil
	}
	return errors.New(C.GoString(C.fihris_last_error()))
}

func answer(function func(text **C.char, length *C.size_t) C.fihris_status) (string, error) {
	var text *C.char
	var length C.size_t
	if err := call(func() C.fihris_status { return function(&text, &length) }); err != nil {
		return "", err
	}
	defer C.fihris_free(text)
	return C.GoStringN(text, C.int(length)), nil
}

func open(folder string) (*Index, error) {
	index := &Index{}
	path, length := given(folder)
	return index, call(func() C.fihris_status {
		return C.fihris_open(path, length, C.FIHRIS_CREATE, &index.handle)
	})
}

func (index *Index) close() error {
	return call(func() C.fihris_status { return C.fihris_close(index.handle) })
}

func (index *Index) add(articles string) error {
	json, size := given(articles)
	_, err := answer(func(text **C.char, length *C.size_t) C.fihris_status {
		return C.fihris_add(index.handle, json, size, text, length)
	})
	return err
}

func (index *Index) search(request string) (found hits, err error) {
	query, size := given(request)
	text, err := answer(func(text **C.char, length *C.size_t) C.fihris_status {
		return C.fihris_search(index.handle, query, size, text, length)
	})
	if err == nil {
		err = json.Unmarshal([]byte(text), &found)
	}
	return found, err
}

func (index *Index) highlight(request, of string) (found marked, err error) {
	query, size := given(request)
	shown, shownSize := given(of)
	text, err := answer(func(text **C.char, length *C.size_t) C.fihris_status {
		return C.fihris_highlight(index.handle, query, size, shown, shownSize, text, length)
	})
	if err == nil {
		err = json.Unmarshal([]byte(text), &found)
	}
	return found, err
}

func lemma(word string) (string, error) {
	letters, size := given(word)
	return answer(func(text **C.char, length *C.size_t) C.fihris_status {
		return C.fihris_lemma(letters, size, text, length)
	})
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func main() {
	index, err := open(os.Args[1])
	must(err)
	must(index.add(`{"id": "1", "title": "افتتاح المكتبة", "body": "افتتح الوزير مكتبة المدينة صباح اليوم."}
{"id": "2", "title": "سفينة في الميناء", "body": "رست سفينة كبيرة في الميناء."}`))
	found, err := index.search(`{"q": "مكتبات"}`)
	must(err)
	for _, hit := range found.Hits {
		fmt.Println("found:", hit.ID)
	}
	text, err := index.highlight(`{"q": "مكتبات", "markUnit": "bytes"}`, "زرنا المكتبات")
	must(err)
	for _, mark := range text.Marks {
		fmt.Println("marked:", text.Text[mark[0]:mark[1]])
	}
	word, err := lemma("والمكتبات")
	must(err)
	fmt.Println("lemma:", word)
	must(index.close())
}
