#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "fihris/store/document_codec.h"
#include "fihris/store/error.h"
#include "fihris/store/fields.h"

namespace fihris {
namespace {

RC_GTEST_PROP(DocumentCodecProperty, EveryArticleComesBack, ()) {
  Article article;
  for (const FieldSpec& field : kFields) {
    if (field.list != nullptr) {
      article.*field.list = *rc::gen::arbitrary<std::vector<std::string>>();
    } else {
      article.*field.text = *rc::gen::arbitrary<std::string>();
    }
  }
  DocumentCodec codec;
  RC_ASSERT(codec.decode(codec.encode(article)) == article);
}

RC_GTEST_PROP(DocumentCodecProperty, AnyBytesAreAnArticleOrDamage, (const std::string& bytes)) {
  DocumentCodec codec;
  for (const std::string& input : {bytes, '\x01' + bytes, "\x01\x28\xB5\x2F\xFD" + bytes}) {
    try {
      codec.decode(input);
    } catch (const Error& error) {
      RC_ASSERT(error.code() == ErrorCode::kIndexDamaged);
    }
  }
}

}  // namespace
}  // namespace fihris
