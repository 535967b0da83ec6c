// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caseledger.gateway.house.Api;
import org.caseledger.gateway.house.AuthorityHouse;
import org.caseledger.gateway.house.Await;
import org.caseledger.gateway.house.Bodies;
import org.caseledger.gateway.house.House;
import org.caseledger.gateway.http.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Two authorities and one case, over REST alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseworkIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final AtomicInteger fileNumbers = new AtomicInteger();
    private final House house;
    private final AuthorityHouse austria;
    private final AuthorityHouse bulgaria;
    private final Api at;
    private final Api bg;

    CaseworkIT(@TempDir Path directory) throws Exception {
        house = House.start(directory, "AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN").found();
        austria = house.of("AT-DUBLIN").start();
        bulgaria = house.of("BG-DUBLIN").start();
        at = austria.as(Role.CASEWORKER);
        bg = bulgaria.as(Role.CASEWORKER);
    }

    @BeforeAll
    void ready() {
        assertThat(austria.management("/livez")).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void a_case_goes_its_way_between_two_authorities_and_both_see_the_same() {
        var ours = fileNumber();
        var handle = opened(ours);
        var theirs = shared(ours);
        assertThat(at.post("/cases/" + handle + "/steps", Bodies.request("2015-03-09"))
                        .status())
                .isEqualTo(201);
        awaitEntries(bg, theirs.handle(), 3);

        var due = bg.get("/worklist?asOf=2015-03-10");
        assertThat(duty(due.body(), theirs.handle()).at("/due/end").asText()).isEqualTo("2015-03-23");
        assertThat(duty(due.body(), theirs.handle()).at("/fileNumber").asText()).isEqualTo(theirs.fileNumber());
        assertThat(duty(due.body(), theirs.handle()).at("/daysLeft").asInt()).isEqualTo(13);
        var accepted = bg.post(
                "/steps",
                "{\"fileNumber\":\"" + theirs.fileNumber() + "\",\"step\":" + Bodies.accept("2015-03-23") + "}");
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(201);
        assertThat(accepted.body().path("remarks")).isEmpty();
        awaitEntries(at, handle, 4);

        for (var view : new JsonNode[] {
            at.get("/cases/" + handle + "?asOf=2015-09-24").body(),
            bg.get("/cases/" + theirs.handle() + "?asOf=2015-09-24").body()
        }) {
            assertThat(view.at("/evaluation/responsible/role").asText()).isEqualTo("requesting");
            assertThat(view.at("/evaluation/responsible/since").asText()).isEqualTo("2015-09-24");
            assertThat(view.at("/evaluation/lapsed").toString()).contains("2015-09-23");
        }
        assertThat(at.get("/cases/" + handle + "?asOf=2015-09-23").text("/evaluation/responsible/role"))
                .isEqualTo("requested");
    }

    @Test
    void what_the_procedure_does_not_allow_is_refused_with_a_sentence_and_records_nothing() {
        var handle = opened(fileNumber());

        var refused =
                at.post("/cases/" + handle + "/steps", Bodies.step("ask-again", "requesting", "2015-03-10", "{}"));
        var foreign = at.post("/cases/" + handle + "/steps", Bodies.accept("2015-03-10"));
        var unknown = at.post("/cases/" + handle + "/steps", Bodies.step("dance", "requesting", "2015-03-10", "{}"));

        assertThat(refused.code()).isEqualTo("NOT_ENABLED");
        assertThat(refused.text("/stage")).isEqualTo("endorse");
        assertThat(refused.text("/todo")).isNotBlank();
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(unknown.code()).isEqualTo("STEP_UNKNOWN");
        assertThat(at.get("/cases/" + handle).body().path("entries").asInt()).isEqualTo(1);
    }

    @Test
    void an_open_that_is_refused_for_good_leaves_no_link() {
        var number = fileNumber();
        var body = Bodies.open(number).replace("2015-03-07", "2150-01-01");
        var links = austria.privacy().caseIds().size();

        var refused = at.post("/cases", body);

        assertThat(refused.code()).isEqualTo("DATE_IN_THE_FUTURE");
        assertThat(austria.privacy().caseIds()).hasSize(links);
        assertThat(at.post("/cases/search", "{\"fileNumber\":\"" + number + "\"}")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @Test
    void one_key_writes_once_however_often_and_however_fast_it_comes() throws Exception {
        var handle = opened(fileNumber());
        var key = UUID.randomUUID().toString();
        var pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Api.Reply> call = () -> at.post("/cases/" + handle + "/steps", key, Bodies.request("2015-03-09"));
            var replies = new ArrayList<Api.Reply>();
            for (var future :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> call).toList())) {
                replies.add(future.get());
            }
            assertThat(replies.stream().map(Api.Reply::status)).containsOnly(201);
            assertThat(replies.stream()
                            .map(reply -> reply.body().path("entry").asInt())
                            .collect(Collectors.toSet()))
                    .isEqualTo(Set.of(2));
        } finally {
            pool.shutdownNow();
        }
        var again = at.post("/cases/" + handle + "/steps", key, Bodies.request("2015-03-09"));
        assertThat(again.raw().headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(at.get("/cases/" + handle).body().path("entries").asInt()).isEqualTo(2);
    }

    @Test
    void a_key_that_comes_back_with_another_content_or_another_file_number_is_refused() {
        var key = UUID.randomUUID().toString();
        var first = fileNumber();
        assertThat(at.post("/cases", key, Bodies.open(first)).status()).isEqualTo(201);

        var otherContent = at.post("/cases", key, Bodies.open(first).replace("03-07", "03-06"));
        var otherFile = at.post("/cases", key, Bodies.open(fileNumber()));

        assertThat(otherContent.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(otherFile.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(at.post("/cases", key, Bodies.open(first)).status()).isEqualTo(201);
    }

    @Test
    void a_correction_and_a_withdrawal_name_the_entry_by_its_number() {
        var handle = opened(fileNumber());
        at.post("/cases/" + handle + "/steps", Bodies.request("2015-03-09"));

        var corrected = at.post(
                "/cases/" + handle + "/corrections",
                "{\"supersedes\":2,\"reason\":\"wrong-date\",\"step\":" + Bodies.request("2015-03-10") + "}");
        var withdrawn =
                at.post("/cases/" + handle + "/corrections", "{\"supersedes\":3,\"reason\":\"did-not-happen\"}");
        var unknown = at.post("/cases/" + handle + "/corrections", "{\"supersedes\":9,\"reason\":\"did-not-happen\"}");

        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(201);
        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(201);
        assertThat(unknown.code()).isEqualTo("ENTRY_UNKNOWN");
        var history = at.get("/cases/" + handle + "/history");
        assertThat(history.text("/items/2/kind")).isEqualTo("correction");
        assertThat(history.body().at("/items/3/step/supersedes").asInt()).isEqualTo(3);
        assertThat(history.body().at("/items/3/step/withdrawal").asBoolean()).isTrue();
    }

    @Test
    void a_history_is_read_page_by_page() {
        var handle = opened(fileNumber());
        at.post("/cases/" + handle + "/steps", Bodies.request("2015-03-09"));

        var first = at.get("/cases/" + handle + "/history?limit=1");
        var second = at.get("/cases/" + handle + "/history?limit=1&cursor=" + first.text("/next"));

        assertThat(first.body().at("/items/0/entry").asInt()).isEqualTo(1);
        assertThat(second.body().at("/items/0/entry").asInt()).isEqualTo(2);
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(at.get("/cases/" + handle + "/history?cursor=nonsense").code())
                .isEqualTo("PARAMETER_MALFORMED");
    }

    @Test
    void who_does_not_wait_for_the_commit_asks_for_the_operation() {
        var handle = opened(fileNumber());
        var key = UUID.randomUUID().toString();

        var accepted = at.post("/cases/" + handle + "/steps?until=accepted", key, Bodies.request("2015-03-09"));

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.text("/state")).isEqualTo("accepted");
        Await.until("it is committed", SOON, () -> at.get("/operations/" + key)
                .text("/state")
                .equals("committed"));
        assertThat(at.get("/operations/" + key).body().path("entry").asInt()).isEqualTo(2);
        assertThat(at.get("/operations/" + UUID.randomUUID()).code()).isEqualTo("OPERATION_UNKNOWN");
    }

    @Test
    void no_answer_holds_an_id_of_the_ledger() {
        var number = fileNumber();
        var handle = opened(number);
        var ids = austria.privacy().caseIds();

        var everything = String.join(
                "\n",
                at.get("/cases/" + handle).body().toString(),
                at.get("/cases/" + handle + "/history").body().toString(),
                at.get("/worklist").body().toString(),
                at.post("/cases/search", "{\"fileNumber\":\"" + number + "\"}")
                        .body()
                        .toString());

        assertThat(ids).isNotEmpty().allSatisfy(id -> assertThat(everything).doesNotContain(id));
        assertThat(everything.replaceAll("\"hash\":\"[0-9a-f]{64}\"", "")).doesNotContainPattern("\"[0-9a-f]{32}\"");
    }

    @Test
    void a_case_that_nobody_brought_a_link_for_is_a_work_item() {
        var ours = fileNumber();
        opened(ours);
        var caseId = newest();
        assertThat(at.post("/cases/" + handleOf(ours) + "/parties", Bodies.party("BG-DUBLIN"))
                        .status())
                .isEqualTo(201);

        Await.until(
                "the missing link is a work item",
                SOON,
                () -> bg.get("/worklist?limit=200").body().toString().contains("link-missing"));
        bulgaria.privacy().receiveShare(caseId, "AT-DUBLIN", ours);
        var unclaimed = bg.get("/links/unclaimed");
        assertThat(unclaimed.body().toString()).contains(ours);
        assertThat(bg.get("/worklist?limit=200").body().toString()).contains("link-unclaimed");
    }

    private String opened(String fileNumber) {
        var opened = at.post("/cases", Bodies.open(fileNumber));
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        return opened.text("/handle");
    }

    private record Theirs(String handle, String fileNumber) {}

    /** Binds Bulgaria, does what the privacy services would do, and claims. */
    private Theirs shared(String ours) {
        var caseId = newest();
        assertThat(at.post("/cases/" + handleOf(ours) + "/parties", Bodies.party("BG-DUBLIN"))
                        .status())
                .isEqualTo(201);
        bulgaria.privacy().receiveShare(caseId, "AT-DUBLIN", ours);
        var handle = "";
        for (var link : bg.get("/links/unclaimed?limit=200").body().path("items")) {
            handle = link.path("senderFileNumber").asText().equals(ours)
                    ? link.path("handle").asText()
                    : handle;
        }
        var theirs = fileNumber();
        var claimed = bg.post("/links/claims", "{\"handle\":\"" + handle + "\",\"fileNumber\":\"" + theirs + "\"}");
        assertThat(claimed.status()).as(claimed.body().toString()).isEqualTo(200);
        return new Theirs(handle, theirs);
    }

    private String handleOf(String fileNumber) {
        return at.post("/cases/search", "{\"fileNumber\":\"" + fileNumber + "\"}")
                .text("/items/0/handle");
    }

    private static JsonNode duty(JsonNode worklist, String handle) {
        for (var item : worklist.path("items")) {
            if (item.path("kind").asText().equals("duty")
                    && item.path("handle").asText().equals(handle)) {
                return item;
            }
        }
        throw new AssertionError("No duty of that case: " + worklist);
    }

    private static void awaitEntries(Api api, String handle, int entries) {
        Await.until(
                "both read models show the entry",
                SOON,
                () -> api.get("/cases/" + handle).body().path("entries").asInt() == entries);
    }

    /** The case that was linked last; only the privacy service knows. */
    private String newest() {
        return austria.privacy().newest();
    }

    private String fileNumber() {
        return "TEST-%06d".formatted(fileNumbers.incrementAndGet());
    }
}
