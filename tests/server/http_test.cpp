#include <string>
#include <vector>

#include "fihris/store/error.h"
#include "http/gzip.h"
#include "server/http_fixture.h"

namespace fihris::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(HttpTest, AnswersOneRequestAfterTheOther) {
  RawClient client(port());
  for (int i = 0; i < 3; ++i) {
    const Answer answer = client.ask(get("/health"));
    EXPECT_EQ(answer.status, 200);
    EXPECT_EQ(answer.body, R"({"status":"available"})");
    EXPECT_EQ(answer.header("Content-Type"), "application/json");
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff");
    EXPECT_THAT(answer.header("Server"), HasSubstr("fihris/"));
    EXPECT_THAT(answer.header("Date"), HasSubstr(" GMT"));
  }
}

TEST_F(HttpTest, RequestsSentAtOnceAreAnsweredInTheirOrder) {
  RawClient client(port());
  std::string bytes;
  for (int i = 0; i < 50; ++i) bytes += post("/echo", std::to_string(i));
  client.send(bytes);
  for (int i = 0; i < 50; ++i) EXPECT_EQ(client.read().body, std::to_string(i));
}

TEST_F(HttpTest, ARequestMayComeByteByByte) {
  RawClient client(port());
  for (const char byte : post("/echo", "مكتبة") + post("/echo", "ثانية")) client.send({&byte, 1});
  EXPECT_EQ(client.read().body, "مكتبة");
  EXPECT_EQ(client.read().body, "ثانية");
}

TEST_F(HttpTest, ABodyMayComeInChunks) {
  RawClient client(port());
  const std::string head = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (const char byte : head + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: 1\r\n\r\n")
    client.send({&byte, 1});
  EXPECT_EQ(client.read().body, "abcde");
  EXPECT_EQ(client.ask(head + "0\r\n\r\n").body, "");
}

TEST_F(HttpTest, PathAndParametersAreDecoded) {
  RawClient client(port());
  EXPECT_EQ(client.ask(get("/path/a%2Fb//%D9%82/?q=x+y%2B&empty=&flag&a=b=c#part")).body,
            "GET|path|a/b|ق|q=x y+|empty=|flag=|a=b=c");
  EXPECT_EQ(client.ask(get("http://other/path/a+b")).body, "GET|path|a+b");
}

TEST_F(HttpTest, AddressesThatMeanNothingAreRefusedAndTheConnectionGoesOn) {
  RawClient client(port());
  for (const char* target :
       {"/%", "/%4", "/%zz", "/a%00b", "/%ff", "/%D9", "/?q=%D9", "/?%=1", "health", "*"}) {
    const Answer answer = client.ask(get(target));
    EXPECT_EQ(answer.status, 400) << target;
    EXPECT_THAT(answer.body, HasSubstr(R"("code":"bad_request")")) << target;
  }
  EXPECT_EQ(client.ask(get("/health")).status, 200);
}

TEST_F(HttpTest, HeadIsGetWithoutTheBody) {
  RawClient client(port());
  client.send("HEAD /health HTTP/1.1\r\nHost: x\r\n\r\n");
  const Answer answer = client.read(true);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("Content-Length"), "22");
  EXPECT_EQ(client.ask(get("/health")).status, 200);
}

TEST_F(HttpTest, ConnectionsAreKeptAsAskedFor) {
  const std::string old = "GET /health HTTP/1.0\r\n\r\n";
  RawClient closing(port());
  EXPECT_EQ(closing.ask(old).header("Connection"), "close");
  EXPECT_TRUE(closing.closed());
  RawClient keeping(port());
  const std::string keep = "GET /health HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
  EXPECT_EQ(keeping.ask(keep).header("Connection"), "keep-alive");
  EXPECT_EQ(keeping.ask(get("/health", "Connection: close\r\n")).header("Connection"), "close");
  EXPECT_TRUE(keeping.closed());
}

TEST_F(HttpTest, LongAnswersArePackedForThoseWhoCanUnpack) {
  RawClient client(port());
  const std::string plain = client.ask(get("/long")).body;
  for (const char* accepted : {"gzip", "br, gzip;q=0.5", "*", "GZIP"}) {
    const Answer answer =
        client.ask(get("/long", "Accept-Encoding: " + std::string(accepted) + "\r\n"));
    EXPECT_EQ(answer.header("Content-Encoding"), "gzip") << accepted;
    EXPECT_LT(answer.body.size(), 200U);
    EXPECT_EQ(server::http::gunzip(answer.body, 10'000), plain);
  }
  for (const char* accepted : {"br", "gzip;q=0", "gzip;q=0.000", "identity"}) {
    const Answer answer =
        client.ask(get("/long", "Accept-Encoding: " + std::string(accepted) + "\r\n"));
    EXPECT_EQ(answer.header("Content-Encoding"), "") << accepted;
    EXPECT_EQ(answer.header("Vary"), "Accept-Encoding");
  }
  EXPECT_EQ(client.ask(get("/health", "Accept-Encoding: gzip\r\n")).body.size(), 22U);
}

TEST_F(HttpTest, PackedBodiesAreUnpacked) {
  options_.limits.body_bytes = 100'000;
  RawClient client(port());
  const std::string packed = server::http::gzip("مكتبة");
  const std::string as_gzip = "Content-Encoding: gzip\r\n";
  EXPECT_EQ(client.ask(post("/echo", packed, as_gzip)).body, "مكتبة");
  EXPECT_EQ(client.ask(post("/echo", "x", "Content-Encoding: identity\r\n")).body, "x");
  EXPECT_EQ(client.ask(post("/echo", "no gzip", as_gzip)).status, 400);
  EXPECT_EQ(client.ask(post("/echo", packed.substr(0, packed.size() - 1), as_gzip)).status, 400);
  EXPECT_EQ(client.ask(post("/echo", packed + packed, as_gzip)).status, 400);
  const Answer bomb =
      client.ask(post("/echo", server::http::gzip(std::string(5'000'000, 'a')), as_gzip));
  EXPECT_EQ(bomb.status, 413);
  EXPECT_THAT(bomb.body, HasSubstr(R"("code":"payload_too_large")"));
  for (const char* coding : {"br", "deflate", "gzip, gzip"})
    EXPECT_EQ(
        client.ask(post("/echo", "x", "Content-Encoding: " + std::string(coding) + "\r\n")).status,
        415);
}

TEST_F(HttpTest, AnyPageMayAsk) {
  RawClient client(port());
  const Answer answer = client.ask(get("/health", "Origin: https://a.example\r\n"));
  EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "*");
  const Answer preflight = client.ask(
      "OPTIONS /echo HTTP/1.1\r\nHost: x\r\nOrigin: https://a.example\r\n"
      "Access-Control-Request-Method: POST\r\n"
      "Access-Control-Request-Headers: authorization, x-client\r\n\r\n");
  EXPECT_EQ(preflight.status, 204);
  EXPECT_EQ(preflight.header("Access-Control-Allow-Headers"), "authorization, x-client");
  EXPECT_THAT(preflight.header("Access-Control-Allow-Methods"), HasSubstr("PATCH"));
  EXPECT_EQ(preflight.header("Content-Length"), "");
}

TEST_F(HttpTest, OnlyPagesOfTheListMayAsk) {
  options_.allowed_origins = {"https://a.example", "https://b.example"};
  RawClient client(port());
  const Answer answer = client.ask(get("/health", "Origin: https://b.example\r\n"));
  EXPECT_EQ(answer.header("Access-Control-Allow-Origin"), "https://b.example");
  EXPECT_EQ(answer.header("Vary"), "Origin");
  const Answer other = client.ask(get("/health", "Origin: https://c.example\r\n"));
  EXPECT_EQ(other.header("Access-Control-Allow-Origin"), "");
  EXPECT_EQ(other.status, 200);
}

TEST_F(HttpTest, WhatAClientHasIsNotSentAgain) {
  RawClient client(port());
  for (const char* known : {"\"one\"", "W/\"one\"", "\"two\", \"one\"", "*"}) {
    const Answer answer =
        client.ask(get("/tagged", "If-None-Match: " + std::string(known) + "\r\n"));
    EXPECT_EQ(answer.status, 304) << known;
    EXPECT_EQ(answer.header("ETag"), "\"one\"");
    EXPECT_EQ(answer.body, "");
  }
  EXPECT_EQ(client.ask(get("/tagged", "If-None-Match: \"two\"\r\n")).body, "{}");
}

TEST_F(HttpTest, ValuesOfHeadersCannotMakeHeaders) {
  RawClient client(port());
  const Answer answer = client.ask(get("/broken"));
  EXPECT_EQ(answer.header("X-Of-User"), "a  X-Evil: b");
  EXPECT_EQ(answer.header("X-Evil"), "");
}

TEST_F(HttpTest, AnUnexpectedFailureIsAnAnswerToo) {
  RawClient client(port());
  const Answer answer = client.ask(get("/fails"));
  EXPECT_EQ(answer.status, 500);
  EXPECT_THAT(answer.body, HasSubstr(R"("code":"internal")"));
  EXPECT_EQ(client.ask(get("/health")).status, 200);
}

TEST_F(HttpTest, ListensAtIpv6Addresses) {
  options_.address = "::1";
  RawClient client(port(), true);
  if (!client.connected()) GTEST_SKIP() << "this machine has no IPv6";
  EXPECT_EQ(client.ask(get("/health")).status, 200);
}

TEST_F(HttpTest, APortThatIsTakenIsNamed) {
  server::http::Options options = options_;
  options.port = port();
  try {
    const server::http::Server second(options, {});
    FAIL() << "two servers at one port";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::kInputOutput);
    EXPECT_THAT(error.what(), HasSubstr(std::to_string(options.port)));
  }
}

TEST_F(HttpTest, ANameIsNoAddress) {
  options_.address = "example.org";
  EXPECT_THROW(start(), Error);
  EXPECT_THROW(server::http::is_loopback("x"), Error);
  EXPECT_TRUE(server::http::is_loopback("127.1.2.3"));
  EXPECT_TRUE(server::http::is_loopback("::1"));
  EXPECT_FALSE(server::http::is_loopback("0.0.0.0"));
  EXPECT_FALSE(server::http::is_loopback("::"));
}

}  // namespace
}  // namespace fihris::testing
