// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;
import static org.caseledger.chaincode.TestLedger.BG;
import static org.caseledger.chaincode.TestLedger.DE;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.shim.Chaincode;
import org.junit.jupiter.api.Test;

/** Endorsers of any country, on any machine, write the same bytes. */
class DeterminismTest {

    @Test
    void default_locale_and_zone_change_no_byte() {
        var expected = story(new TestLedger());
        var locale = Locale.getDefault();
        var zone = TimeZone.getDefault();
        try {
            for (var tag : List.of("tr-TR", "ar-EG-u-nu-arab", "th-TH-u-ca-buddhist")) {
                for (var place : List.of("Pacific/Kiritimati", "America/Los_Angeles")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone(place));
                    assertThat(story(new TestLedger())).as(tag + " " + place).isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void a_chaincode_that_forgot_everything_reads_and_writes_the_same() {
        var warm = TestCase.ready();
        var warmCase = TestCase.opened(warm);
        var cold = warm.copy().cold();
        var step = warmCase.step("accept", "requested", "2026-01-20");

        var fromWarm = warm.execute(BG, "cases:record", warmCase.list(step));
        var fromCold = cold.execute(BG, "cases:record", warmCase.list(step));

        assertThat(fromCold.reads()).isEqualTo(fromWarm.reads());
        assertThat(texts(fromCold.writes())).isEqualTo(texts(fromWarm.writes()));
        assertThat(fromCold.event()).isEqualTo(fromWarm.event());
        assertThat(fromWarm.succeeded()).isTrue();
    }

    @Test
    void threads_that_share_a_chaincode_do_not_disturb_each_other() throws Exception {
        Chaincode shared = new CaseledgerChaincode();
        var expected = story(new TestLedger());
        var threads = Executors.newFixedThreadPool(4);
        try {
            var stories = new ArrayList<Callable<SortedMap<String, String>>>();
            for (var i = 0; i < 8; i++) {
                stories.add(() -> story(new TestLedger(shared)));
            }
            for (var told : threads.invokeAll(stories, 60, TimeUnit.SECONDS)) {
                assertThat(told.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Every kind of write; gives the whole state. */
    private static SortedMap<String, String> story(TestLedger empty) {
        var ledger = TestCase.ready(empty);
        var testCase = TestCase.accepted(ledger);
        ledger.submit(AT, "cases:addParty", testCase.command(a -> a.put("role", "observing")
                .put("authority", DE)));
        testCase.record(AT, "transferred", "requesting", "2026-02-10");
        var wrong = testCase.record(AT, testCase.step("absence", "requesting", "2026-01-25"));
        ledger.submit(
                AT,
                "cases:correct",
                testCase.one(testCase.step("absence", "requesting", "2026-01-26")
                        .put("supersedes", wrong)
                        .put("reason", "wrong-date")));
        ledger.submit(AT, "cases:seal", testCase.command(a -> {}));
        var request = TestCase.unopenedRequest(ledger).open();
        request.record(BG, "accept", "requested", "2026-01-20");
        var batch = ledger.id();
        ledger.submit(BG, "tombstones:publish", a -> TombstonesTest.batch(a, batch, TombstonesTest.values(32)));
        return texts(ledger.state);
    }

    private static SortedMap<String, String> texts(SortedMap<String, byte[]> values) {
        var texts = new TreeMap<String, String>();
        values.forEach((key, value) -> texts.put(key, new String(value, StandardCharsets.UTF_8)));
        return texts;
    }
}
