// Clients that are hostile, slow or gone, and a server that is busy or told to stop.
#include <string>
#include <thread>
#include <vector>

#include "server/http_fixture.h"

namespace fihris::testing {
namespace {

using std::chrono::milliseconds;
using ::testing::HasSubstr;

struct Smuggled {
  const char* what;
  const char* bytes;
};

class Smuggling : public HttpTest, public ::testing::WithParamInterface<Smuggled> {};

// Two programs could read these in two ways.
TEST_P(Smuggling, IsRefusedAndTheConnectionClosed) {
  RawClient client(port());
  client.send(std::string(GetParam().bytes) + get("/health"));
  const Answer answer = client.read();
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr(R"("code":"bad_request")"));
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(client.closed());
}

INSTANTIATE_TEST_SUITE_P(
    Heads, Smuggling,
    ::testing::Values(
        Smuggled{"TwoLengths",
                 "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"},
        Smuggled{"TwoEqualLengths",
                 "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n"},
        Smuggled{"LengthList", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 1\r\n\r\n"},
        Smuggled{"SignedLength", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +1\r\n\r\n"},
        Smuggled{"HexadecimalLength", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x1\r\n\r\n"},
        Smuggled{"HugeLength",
                 "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\n"},
        Smuggled{"EmptyLength", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n"},
        Smuggled{"LengthAndChunked",
                 "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: "
                 "chunked\r\n\r\n0\r\n\r\n"},
        Smuggled{"ChunkedAndLength",
                 "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: "
                 "5\r\n\r\n0\r\n\r\n"},
        Smuggled{"ChunkedTwice",
                 "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: "
                 "chunked\r\n\r\n0\r\n\r\n"},
        Smuggled{"OtherCoding",
                 "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"},
        Smuggled{"ChunkedWithTab",
                 "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: \vchunked\r\n\r\n"},
        Smuggled{"ChunkedInHttp10",
                 "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        Smuggled{"BareLineFeed", "GET / HTTP/1.1\nHost: x\n\n"},
        Smuggled{"BareLineFeedInHeader", "GET / HTTP/1.1\r\nHost: x\nX: y\r\n\r\n"},
        Smuggled{"BareCarriageReturn", "GET / HTTP/1.1\r\nHost: x\rX: y\r\n\r\n"},
        Smuggled{"SpaceBeforeColon", "GET / HTTP/1.1\r\nHost : x\r\n\r\n"},
        Smuggled{"SpaceBeforeColonOfLength",
                 "POST / HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\n"},
        Smuggled{"FoldedLine", "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n"},
        Smuggled{"FoldedFirstLine", "GET / HTTP/1.1\r\n Host: x\r\n\r\n"},
        Smuggled{"NoHost", "GET / HTTP/1.1\r\n\r\n"},
        Smuggled{"TwoHosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"},
        Smuggled{"NoName", "GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n"},
        Smuggled{"NoColon", "GET / HTTP/1.1\r\nHost: x\r\nfoo\r\n\r\n"},
        Smuggled{"BracketInName", "GET / HTTP/1.1\r\nHost: x\r\nfoo[0]: y\r\n\r\n"},
        Smuggled{"SpaceInTarget", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"},
        Smuggled{"TwoSpaces", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"},
        Smuggled{"OldHttp", "GET /\r\n\r\n"},
        Smuggled{"NewHttp", "GET / HTTP/2.0\r\nHost: x\r\n\r\n"},
        Smuggled{"LowerCaseHttp", "GET / http/1.1\r\nHost: x\r\n\r\n"},
        Smuggled{"ControlInValue", "GET / HTTP/1.1\r\nHost: x\r\nX: \x01\r\n\r\n"},
        Smuggled{"Tls", "\x16\x03\x01\x02"},
        Smuggled{"BadChunk",
                 "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"},
        Smuggled{"ChunkWithLineFeed",
                 "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\na\n0\n\n"},
        Smuggled{"ChunkTooLong",
                 "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n"},
        Smuggled{"HugeChunk",
                 "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: "
                 "chunked\r\n\r\nfffffffffffffffffff\r\n"}),
    [](const auto& row) { return std::string(row.param.what); });

TEST_F(HttpTest, LongHeadsAreRefused) {
  RawClient headers(port());
  headers.send(get("/health", "X: " + std::string(20'000, 'a') + "\r\n"));
  EXPECT_EQ(headers.read().status, 431);
  EXPECT_TRUE(headers.closed());
  RawClient endless(port());
  endless.send("GET / HTTP/1.1\r\nHost: x\r\nX: " + std::string(20'000, 'a'));
  EXPECT_EQ(endless.read().status, 431);
  RawClient target(port());
  target.send(get("/" + std::string(9'000, 'a')));
  EXPECT_EQ(target.read().status, 414);
  RawClient fits(port());
  EXPECT_EQ(fits.ask(get("/health?" + std::string(8'000, 'a'))).status, 200);
}

TEST_F(HttpTest, LongBodiesAreRefusedBeforeTheyAreRead) {
  options_.limits.body_bytes = 1'000;
  RawClient told(port());
  told.send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1001\r\n\r\n");
  const Answer answer = told.read();
  EXPECT_EQ(answer.status, 413);
  EXPECT_THAT(answer.body, HasSubstr(R"("code":"payload_too_large")"));
  EXPECT_TRUE(told.closed());
  RawClient chunked(port());
  chunked.send("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n" +
               std::string(1001, 'a') + "\r\n");
  EXPECT_EQ(chunked.read().status, 413);
  RawClient fits(port());
  EXPECT_EQ(fits.ask(post("/echo", std::string(1'000, 'a'))).body.size(), 1'000U);
}

TEST_F(HttpTest, ARefusalIsReadThoughMuchWasSent) {
  options_.limits.body_bytes = 1'000;
  RawClient client(port());
  client.send(post("/echo", std::string(3'000'000, 'a')));
  EXPECT_EQ(client.read().status, 413);
}

TEST_F(HttpTest, AClientThatAsksMaySendItsBody) {
  options_.limits.body_bytes = 1'000;
  RawClient client(port());
  const std::string head =
      "POST /echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: ";
  EXPECT_EQ(client.ask(head + "3\r\n\r\n").status, 100);
  EXPECT_EQ(client.ask("abc").body, "abc");
  EXPECT_EQ(client.ask(head + "3\r\n\r\nabc").body, "abc");
  EXPECT_EQ(client.ask(head + "2000\r\n\r\n").status, 413);
}

TEST_F(HttpTest, SlowSendersAreGivenUp) {
  options_.limits.head_time = options_.limits.body_time = milliseconds(100);
  RawClient head(port());
  const Answer answer = head.ask("GET /health HTT");
  EXPECT_EQ(answer.status, 408);
  EXPECT_THAT(answer.body, HasSubstr(R"("code":"request_timeout")"));
  EXPECT_TRUE(head.closed());
  RawClient body(port());
  EXPECT_EQ(body.ask("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nab").status, 408);
}

// Each byte on its own comes in time.
TEST_F(HttpTest, SendersThatDripAreGivenUp) {
  options_.limits.head_time = milliseconds(200);
  RawClient client(port());
  for (int i = 0; i < 100; ++i) {
    client.send("G");
    std::this_thread::sleep_for(milliseconds(5));
  }
  EXPECT_EQ(client.read().status, 408);
}

TEST_F(HttpTest, IdleConnectionsAreClosed) {
  options_.limits.idle_time = milliseconds(100);
  RawClient fresh(port());
  RawClient used(port());
  EXPECT_EQ(used.ask(get("/health")).status, 200);
  EXPECT_TRUE(fresh.closed());
  EXPECT_TRUE(used.closed());
}

TEST_F(HttpTest, ReadersThatDoNotReadAreGivenUp) {
  options_.limits.write_time = milliseconds(100);
  options_.limits.bytes_per_second = 100'000'000;
  RawClient client(port());
  for (int i = 0; i < 3'000; ++i) client.send(get("/long"));
  for (int i = 0; i < 1'000 && running().server().load().connections > 0; ++i)
    std::this_thread::sleep_for(milliseconds(10));
  EXPECT_EQ(running().server().load().connections, 0U);
  EXPECT_EQ(running().server().load().in_flight, 0U);
}

TEST_F(HttpTest, ClientsThatAreGoneDisturbNobody) {
  RawClient other(port());
  for (int i = 0; i < 20; ++i) {
    RawClient(port()).send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nab");
    RawClient(port()).send("GET /hea");
    RawClient(port()).send(get("/long"));
    EXPECT_EQ(other.ask(get("/health")).status, 200);
  }
}

TEST_F(HttpTest, SearchesThatFindNoRoomAreToldToComeAgain) {
  options_.limits.waiting = 2;
  std::vector<std::unique_ptr<RawClient>> clients;
  const std::uint16_t at = port();
  // One is under way and two wait.
  for (int i = 0; i < 3; ++i) {
    clients.push_back(std::make_unique<RawClient>(at));
    clients.back()->send(get("/waits"));
    while (running().server().load().in_flight <= static_cast<std::size_t>(i) ||
           running().server().load().waiting_searches != static_cast<std::size_t>(i))
      std::this_thread::sleep_for(milliseconds(1));
  }
  RawClient client(at);
  const Answer refused = client.ask(get("/waits"));
  EXPECT_EQ(refused.status, 503);
  EXPECT_EQ(refused.header("Retry-After"), "1");
  EXPECT_THAT(refused.body, HasSubstr(R"("code":"too_many_search_requests")"));
  EXPECT_EQ(client.ask(get("/health")).status, 200);  // the other lane is free
  let_go();
  for (const auto& waiting : clients) EXPECT_EQ(waiting->read().status, 200);
}

TEST_F(HttpTest, ConnectionsBeyondTheLimitWaitForTheirTurn) {
  options_.limits.connections = 1;
  options_.limits.idle_time = milliseconds(200);
  RawClient first(port());
  EXPECT_EQ(first.ask(get("/health")).status, 200);
  RawClient second(port());
  EXPECT_EQ(second.ask(get("/health")).status, 200);
}

TEST_F(HttpTest, WhatIsUnderWayIsAnsweredBeforeTheEnd) {
  const std::uint16_t at = port();
  RawClient idle(at);
  RawClient busy(at);
  EXPECT_EQ(idle.ask(get("/health")).status, 200);
  busy.send(get("/waits"));
  while (running().server().load().in_flight == 0) std::this_thread::sleep_for(milliseconds(1));
  running().server().stop();
  EXPECT_TRUE(idle.closed());
  EXPECT_FALSE(RawClient(at).connected());
  let_go();
  const Answer answer = busy.read();
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.header("Connection"), "close");
  EXPECT_TRUE(busy.closed());
}

TEST_F(HttpTest, TheEndIsNotPutOffForEver) {
  options_.limits.stop_time = milliseconds(100);
  RawClient busy(port());
  busy.send("GET /health HTT");
  while (running().server().load().connections == 0) std::this_thread::sleep_for(milliseconds(1));
  running().stop();
  EXPECT_TRUE(busy.closed());
}

}  // namespace
}  // namespace fihris::testing
